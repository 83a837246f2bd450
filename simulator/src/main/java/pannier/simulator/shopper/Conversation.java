package pannier.simulator.shopper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Direction;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.simulator.world.SimulatedWorld;

/**
 * How an honest shopper deals with the cart's questions and holds: answers truly, shows the code of
 * what is held, and leaves the rest to staff.
 */
final class Conversation {
  /** To see a question, look at the pictures and touch one. */
  private static final long READING_NANOS = 2_500_000_000L;

  /** To find the thing again and show its code to the cart. */
  private static final long SHOWING_NANOS = 6_000_000_000L;

  /** Staff walk up, look into the basket and settle it. */
  private static final long STAFF_NANOS = 20_000_000_000L;

  private final SimulatedWorld world;
  private final Memory memory;
  private final Map<Integer, Long> dueNanos = new HashMap<>();
  private final Map<Integer, Set<ProductId>> shown = new HashMap<>();
  private final Set<Integer> asked = new HashSet<>();
  private final Set<Integer> held = new HashSet<>();
  private long staffNanos = Long.MAX_VALUE;

  Conversation(SimulatedWorld world) {
    this.world = world;
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
          memory
              .which(question, screen)
              .<Input>map(product -> new Input.Answer(question.number(), product))
              .orElseGet(() -> new Input.AnswerNothing(question.number())));
    }
  }

  private void show(Decision.Held hold, Screen screen, List<Input> inputs) {
    held.add(hold.number());
    if (!due(hold, screen, SHOWING_NANOS)) {
      return;
    }
    Direction direction = hold.mass().grams() < 0 ? Direction.OUT : Direction.IN;
    Set<ProductId> tried = shown.computeIfAbsent(hold.number(), number -> new HashSet<>());
    for (ProductId product : memory.done(direction, hold.timestampNanos(), screen)) {
      if (tried.add(product)) {
        inputs.add(new Input.CodeShown(code(product)));
        dueNanos.put(hold.number(), screen.nanos() + SHOWING_NANOS);
        return;
      }
    }
  }

  private Code code(ProductId product) {
    return new Code(Code.Symbology.EAN_13, world.article(product).gtin());
  }

  private void staff(Screen screen, List<Input> inputs) {
    if (!(screen.trip() instanceof TripState.NeedsStaff)) {
      staffNanos = Long.MAX_VALUE;
      return;
    }
    staffNanos = Math.min(staffNanos, screen.nanos() + STAFF_NANOS);
    if (screen.nanos() >= staffNanos) {
      screen
          .open()
          .forEach(
              open -> inputs.add(new Input.StaffResolves(open.number(), "Ann", "looked into it")));
      staffNanos = Long.MAX_VALUE;
    }
  }
}
