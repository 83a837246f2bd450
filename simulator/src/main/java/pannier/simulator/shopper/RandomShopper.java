package pannier.simulator.shopper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.simulator.hand.Grip;
import pannier.simulator.hand.Style;
import pannier.simulator.world.SimulatedWorld;

/**
 * An honest shopper with a list: picks, hesitates, changes their mind, answers the cart truly, pays
 * and leaves. What they do depends on the seed and on what the cart shows, and on nothing else.
 */
public final class RandomShopper {
  private static final long SECOND = 1_000_000_000L;

  /** The hand needs notice: it is on its way before it is over the rim. */
  private static final long NOTICE_NANOS = 2 * SECOND;

  private final SimulatedWorld world;
  private final Habits habits;
  private final RandomGenerator random;
  private final ShoppingList list;
  private final Conversation conversation;
  private final List<ProductId> inside = new ArrayList<>();
  private long freeNanos = 2 * SECOND;
  private boolean paying;

  /**
   * @param shelf all products of the shop
   * @param meanItems on the list
   */
  public RandomShopper(
      SimulatedWorld world, List<ProductId> shelf, double meanItems, RandomGenerator random) {
    this.world = world;
    this.habits = Habits.everyday();
    this.random = random;
    this.list = new ShoppingList(shelf, meanItems, habits, random);
    this.conversation = new Conversation(world);
  }

  /**
   * Looks at the screen, moves the hands, and touches what is to be touched before the next tick.
   */
  public List<Input> act(Screen screen) {
    List<Input> inputs = conversation.answers(screen);
    if (screen.nanos() < freeNanos) {
      return inputs;
    }
    if (!list.isEmpty()) {
      if (screen.open().isEmpty()) {
        pick(screen.nanos());
      }
      return inputs;
    }
    button(screen).ifPresent(inputs::add);
    return inputs;
  }

  private void pick(long nanos) {
    long overRim = nanos + NOTICE_NANOS + walk();
    if (!inside.isEmpty() && random.nextDouble() < habits.regret()) {
      ProductId product = inside.remove(random.nextInt(inside.size()));
      world.take(product, style(), overRim);
      freeNanos = overRim + SECOND;
      return;
    }
    ProductId product = list.next();
    if (!list.isEmpty() && random.nextDouble() < habits.pair()) {
      ProductId other = list.next();
      world.put(product, handed(Grip.Way.LEFT), overRim);
      world.put(other, handed(Grip.Way.RIGHT), overRim + Math.round(0.25e9 * random.nextDouble()));
      inside.add(other);
    } else {
      world.put(product, style(), overRim);
    }
    inside.add(product);
    freeNanos = overRim + 2 * SECOND;
  }

  /** From shelf to shelf. */
  private long walk() {
    return Math.round((1 + 4 * random.nextDouble()) * SECOND);
  }

  private Style style() {
    return Style.some(random);
  }

  private Style handed(Grip.Way way) {
    Style some = Style.some(random);
    return new Style(
        new Grip.Hold(way, some.hold().reachMetres()),
        some.yawRadians(),
        some.tipRadians(),
        some.leanRadians(),
        some.pace());
  }

  private Optional<Input> button(Screen screen) {
    return switch (screen.trip()) {
      case TripState.Shopping _ when screen.clear() && !paying -> {
        paying = true;
        freeNanos = screen.nanos() + SECOND;
        yield Optional.of(new Input.Pay());
      }
      case TripState.Reviewing _ -> {
        freeNanos = screen.nanos() + SECOND;
        yield Optional.of(new Input.Exit());
      }
      case TripState.Shopping _ -> {
        paying = false;
        freeNanos = screen.nanos() + SECOND;
        yield Optional.empty();
      }
      case TripState.Idle _,
          TripState.Asking _,
          TripState.NeedsStaff _,
          TripState.Settling _,
          TripState.Settled _,
          TripState.Declined _ ->
          Optional.empty();
    };
  }
}
