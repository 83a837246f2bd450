package pannier.simulator.shopper;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.Input;
import pannier.simulator.ride.Floor;
import pannier.simulator.ride.Ride;
import pannier.simulator.world.SimulatedWorld;

/**
 * A shopper with a list: picks, hesitates, changes their mind, answers the cart, pays and leaves.
 * What they do depends on the seed and on what the cart shows, and on nothing else.
 */
public final class RandomShopper {
  private static final long SECOND = Hands.SECOND;

  /** The hand needs notice: it is on its way before it is over the rim. */
  static final long NOTICE_NANOS = 2 * SECOND;

  /** An adversary plays a trick with every third item. */
  private static final double TRICK_SHARE = 0.3;

  private final SimulatedWorld world;
  private final Habits habits;
  private final RandomGenerator random;
  private final ShoppingList list;
  private final Hands hands;
  private final Conversation conversation;
  private final Paying paying;
  private final Optional<Trick> trick;
  private long freeNanos = 2 * SECOND;
  private final List<ProductId> shelf;
  private boolean bagAhead;
  private int looksAhead;

  /**
   * @param shelf all products of the shop
   * @param meanItems on the list
   * @param trick that they try now and then; empty for an honest shopper
   */
  public RandomShopper(
      SimulatedWorld world,
      List<ProductId> shelf,
      double meanItems,
      Optional<Trick> trick,
      RandomGenerator random) {
    this.world = world;
    this.habits = Habits.everyday();
    this.random = random;
    this.shelf = List.copyOf(shelf);
    this.list = new ShoppingList(shelf, meanItems, habits.picking(), random);
    this.hands = new Hands(world, random);
    this.trick = trick;
    this.conversation = new Conversation(world, shelf, trick);
    this.paying = new Paying(hands, trick, list::last, random);
    this.bagAhead = random.nextDouble() < habits.ownBag();
    boolean browses = trick.isEmpty() && random.nextDouble() < habits.browser();
    if (browses || trick.equals(Optional.of(Trick.EMPTY_HANDED))) {
      list.forget();
      looksAhead = 3;
    }
  }

  /**
   * Looks at the screen, moves the hands, and touches what is to be touched before the next tick.
   */
  public List<Input> act(Screen screen) {
    List<Input> inputs = conversation.answers(screen);
    if (screen.nanos() < freeNanos) {
      return inputs;
    }
    Optional<ProductId> unclear = conversation.toShowAgain(screen);
    if (unclear.isPresent()) {
      freeNanos = hands.again(unclear.get(), screen.nanos() + NOTICE_NANOS);
    } else if (!list.isEmpty() || looksAhead > 0) {
      if (screen.open().isEmpty() || trick.isPresent()) {
        freeNanos = pick(screen.nanos() + NOTICE_NANOS + walk(screen.nanos()));
      }
    } else {
      Paying.Touch touch = paying.touch(screen, freeNanos);
      freeNanos = touch.freeNanos();
      touch.input().ifPresent(inputs::add);
    }
    return inputs;
  }

  private long pick(long overRim) {
    if (bagAhead) {
      bagAhead = false;
      long free = hands.putBag(overRim);
      conversation.ownThingIn(overRim);
      return free;
    }
    if (looksAhead > 0) {
      looksAhead--;
      return hands.look(anything(), overRim);
    }
    if (!hands.emptyBasket() && random.nextDouble() < habits.doubts().regret()) {
      return hands.regret(overRim);
    }
    if (random.nextDouble() < habits.doubts().look()) {
      return hands.look(anything(), overRim);
    }
    ProductId product = list.next();
    if (trick.isPresent() && !whenPaying(trick.get()) && random.nextDouble() < TRICK_SHARE) {
      return hands.trick(trick.get(), product, overRim);
    }
    if (!list.isEmpty() && random.nextDouble() < habits.picking().pair()) {
      return hands.putPair(product, list.next(), overRim);
    }
    return random.nextDouble() < habits.doubts().hesitate()
        ? hands.putAfterThought(product, overRim)
        : hands.put(product, overRim);
  }

  private static boolean whenPaying(Trick trick) {
    return trick == Trick.AFTER_PAY || trick == Trick.REFUSED;
  }

  private ProductId anything() {
    return shelf.get(random.nextInt(shelf.size()));
  }

  /** From shelf to shelf, the cart in front; there it stands. */
  private long walk(long nanos) {
    long length = Math.round((1 + 4 * random.nextDouble()) * SECOND);
    double metresPerSecond = 0.4 + 0.6 * random.nextDouble();
    world.move(new Ride.Rolling(nanos, nanos + length, Floor.SMOOTH, metresPerSecond));
    return length;
  }
}
