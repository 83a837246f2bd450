package pannier.simulator.cart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.simulator.shopper.Deed;
import pannier.simulator.shopper.Shopper;

/**
 * What a shopper does on the cart's screen: reads questions and answers them after a while, pays
 * when nothing is open, and goes to the gate when the bill is shown.
 */
final class ShopperAtCart {
  /** To see a question, look at the pictures and touch one. */
  private static final long READING_NANOS = 2_500_000_000L;

  private final Shopper shopper;
  private final CartEvents events;
  private final Deque<Question> questions = new ArrayDeque<>();
  private final Deque<Deed> touches = new ArrayDeque<>();

  private record Question(
      int number, Direction direction, long happenedNanos, List<ProductId> candidates, long due) {}

  ShopperAtCart(Shopper shopper, CartEvents events) {
    this.shopper = shopper;
    this.events = events;
  }

  /** What the shopper reads on the screen after a tick. */
  void read(long nanos, List<Decision> decisions) {
    for (Decision decision : decisions) {
      switch (decision) {
        case Decision.Asked asked -> questions.add(question(nanos, asked));
        case Decision.Resolved resolved ->
            questions.removeIf(question -> question.number == resolved.resolved());
        case Decision.Added _, Decision.Removed _, Decision.Held _ -> {}
      }
    }
  }

  private static Question question(long nanos, Decision.Asked asked) {
    return new Question(
        asked.number(),
        asked.change().direction(),
        asked.timestampNanos(),
        asked.candidates().stream().map(Candidate::product).toList(),
        nanos + READING_NANOS);
  }

  /** What the shopper touches before the next tick. */
  List<Input> touch(long nanos, CartState state) {
    List<Input> inputs = new ArrayList<>();
    while (!questions.isEmpty() && questions.getFirst().due <= nanos) {
      inputs.add(answer(nanos, questions.removeFirst()));
    }
    touches.addAll(shopper.drainTouched());
    if (!touches.isEmpty()) {
      button(nanos, touches.getFirst(), state).ifPresent(inputs::add);
    }
    return inputs;
  }

  private Input answer(long nanos, Question question) {
    Optional<ProductId> truth =
        shopper.answer(question.direction, question.happenedNanos, question.candidates);
    events.answered(nanos, question.number, truth);
    return truth
        .<Input>map(product -> new Input.Answer(question.number, product))
        .orElseGet(() -> new Input.AnswerNothing(question.number));
  }

  /** A button is touched once it can be: <em>Pay</em> when all is settled, then the gate. */
  private Optional<Input> button(long nanos, Deed deed, CartState state) {
    Optional<Input> input =
        switch (deed) {
          case Deed.Pay _
              when state.trip() instanceof TripState.Shopping
                  && state.open().isEmpty()
                  && !state.busy() ->
              Optional.of(new Input.Pay());
          case Deed.Exit _ when state.trip() instanceof TripState.Reviewing ->
              Optional.of(new Input.Exit());
          case Deed.Pay _, Deed.Exit _, Deed.Put _, Deed.Take _ -> Optional.empty();
        };
    if (input.isPresent()) {
      touches.removeFirst();
      events.touched(nanos, deed instanceof Deed.Pay ? "pay" : "exit");
    }
    return input;
  }
}
