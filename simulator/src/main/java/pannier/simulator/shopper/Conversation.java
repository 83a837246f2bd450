package pannier.simulator.shopper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Direction;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.simulator.shop.Article;
import pannier.simulator.world.SimulatedWorld;

/**
 * How a shopper deals with the cart's questions and holds. Honest ones answer truly, show the code
 * of what is held, or say that it is their own, then take it out and put it in again, and leave the
 * rest to staff. Others give the cheapest answer, show the code of something else or call it their
 * own, as their trick is, and wait; staff close their trip. A quarrel about a line ends with a
 * look.
 */
final class Conversation {
  /** To see a question, look at the pictures and touch one. */
  private static final long READING_NANOS = 2_500_000_000L;

  /** To find the thing again and show its code to the cart. */
  private static final long SHOWING_NANOS = 6_000_000_000L;

  /** A hold so near to the moment when the own bag went in is about the bag. */
  private static final long OWN_NANOS = 3_000_000_000L;

  /** Nobody puts things in and out for ever. */
  private static final int MOST_REDONE = 3;

  /** Staff walk up, look into the basket and settle it. */
  private static final long STAFF_NANOS = 20_000_000_000L;

  private final SimulatedWorld world;
  private final Memory memory;
  private final List<ProductId> shelf;
  private final Optional<Trick> trick;
  private final boolean honest;
  private final Map<Integer, Long> dueNanos = new HashMap<>();
  private final Map<Integer, Set<ProductId>> shown = new HashMap<>();
  private final Map<Integer, Set<ProductId>> named = new HashMap<>();
  private final Set<Integer> asked = new HashSet<>();
  private final Set<Integer> redone = new HashSet<>();
  private final Set<Integer> called = new HashSet<>();
  private long ownNanos = Long.MIN_VALUE / 2;
  private long staffNanos = Long.MAX_VALUE;

  /**
   * @param trick that they play; empty for an honest shopper
   */
  Conversation(SimulatedWorld world, List<ProductId> shelf, Optional<Trick> trick) {
    this.world = world;
    this.shelf = List.copyOf(shelf);
    this.trick = trick;
    this.honest = trick.isEmpty();
    this.memory = new Memory(world);
  }

  List<Input> answers(Screen screen) {
    List<Input> inputs = new ArrayList<>();
    for (Decision open : screen.open()) {
      switch (open) {
        case Decision.Asked question -> answer(question, screen, inputs);
        case Decision.Held hold -> show(hold, screen, inputs);
        case Decision.Added _, Decision.Removed _, Decision.Resolved _ -> {}
      }
    }
    staff(screen, inputs);
    return inputs;
  }

  private boolean due(Decision open, Screen screen, long patienceNanos) {
    long due = dueNanos.computeIfAbsent(open.number(), number -> screen.nanos() + patienceNanos);
    return screen.nanos() >= due;
  }

  private void answer(Decision.Asked question, Screen screen, List<Input> inputs) {
    if (due(question, screen, READING_NANOS) && asked.add(question.number())) {
      inputs.add(
          (honest ? memory.which(question, screen) : cheapest(question))
              .<Input>map(product -> new Input.Answer(question.number(), product))
              .orElseGet(() -> new Input.AnswerNothing(question.number())));
    }
  }

  private Optional<ProductId> cheapest(Decision.Asked question) {
    return question.candidates().stream()
        .map(Candidate::product)
        .min(Comparator.comparing(product -> world.article(product).product().price()));
  }

  /** The shopper's own thing goes in about then, and they will say so. */
  void ownThingIn(long nanos) {
    ownNanos = nanos;
  }

  private boolean own(Decision.Held hold) {
    return trick.equals(Optional.of(Trick.CALLED_OWN))
        || Math.abs(hold.timestampNanos() - ownNanos) < OWN_NANOS;
  }

  private void show(Decision.Held hold, Screen screen, List<Input> inputs) {
    if (!due(hold, screen, SHOWING_NANOS)) {
      return;
    }
    if (own(hold) && called.add(hold.number())) {
      inputs.add(new Input.Personal(hold.number()));
      dueNanos.put(hold.number(), screen.nanos() + SHOWING_NANOS);
      return;
    }
    if (!honest) {
      if (trick.equals(Optional.of(Trick.WRONG_CODE)) && called.add(hold.number())) {
        cheapestCode().ifPresent(code -> inputs.add(new Input.CodeShown(code)));
      }
      return;
    }
    Direction direction = direction(hold);
    Set<ProductId> tried = shown.computeIfAbsent(hold.number(), number -> new HashSet<>());
    for (ProductId product : memory.done(direction, hold.timestampNanos(), screen)) {
      Optional<String> gtin = world.article(product).gtin();
      if (tried.add(product) && gtin.isPresent()) {
        inputs.add(new Input.CodeShown(new Code(Code.Symbology.EAN_13, gtin.get())));
        dueNanos.put(hold.number(), screen.nanos() + SHOWING_NANOS);
        return;
      }
    }
  }

  private Optional<Code> cheapestCode() {
    return shelf.stream()
        .map(world::article)
        .filter(article -> article.gtin().isPresent())
        .min(Comparator.comparing(article -> article.product().price()))
        .flatMap(Article::gtin)
        .map(gtin -> new Code(Code.Symbology.EAN_13, gtin));
  }

  /** What went in, is held, and no code has settled: to be taken out and put in again, once. */
  Optional<ProductId> toShowAgain(Screen screen) {
    for (Decision open : screen.open()) {
      if (honest
          && open instanceof Decision.Held hold
          && hold.mass().grams() > 0
          && due(hold, screen, SHOWING_NANOS)
          && redone.size() < MOST_REDONE
          && redone.add(hold.number())) {
        return memory.done(Direction.IN, hold.timestampNanos(), screen).stream().findFirst();
      }
    }
    return Optional.empty();
  }

  private void staff(Screen screen, List<Input> inputs) {
    if (!(screen.trip() instanceof TripState.NeedsStaff)) {
      staffNanos = Long.MAX_VALUE;
      return;
    }
    staffNanos = Math.min(staffNanos, screen.nanos() + STAFF_NANOS);
    boolean quarrels = trick.equals(Optional.of(Trick.DISPUTED)) && screen.open().isEmpty();
    if (screen.nanos() >= staffNanos && !honest && !quarrels) {
      inputs.add(new Input.Close("Ann", "something in the basket was not on the list"));
      staffNanos = Long.MAX_VALUE;
    } else if (screen.nanos() >= staffNanos) {
      screen.open().forEach(open -> inputs.add(staffWord(open, screen)));
      if (screen.open().isEmpty()) {
        inputs.add(new Input.StaffResolves(0, "Ann", "looked into it"));
      }
      staffNanos = Long.MAX_VALUE;
    }
  }

  /** Staff look what it is and name it; where that does not help, they let it pass. */
  private Input staffWord(Decision open, Screen screen) {
    Set<ProductId> tried = named.computeIfAbsent(open.number(), number -> new HashSet<>());
    return memory.done(direction(open), open.timestampNanos(), screen).stream()
        .filter(tried::add)
        .findFirst()
        .<Input>map(product -> new Input.StaffIdentifies(open.number(), product, "Ann"))
        .orElseGet(() -> new Input.StaffResolves(open.number(), "Ann", "looked into it"));
  }

  private static Direction direction(Decision open) {
    return switch (open) {
      case Decision.Asked asked -> asked.change().direction();
      case Decision.Held held -> held.mass().grams() < 0 ? Direction.OUT : Direction.IN;
      case Decision.Added _, Decision.Removed _, Decision.Resolved _ -> Direction.IN;
    };
  }
}
