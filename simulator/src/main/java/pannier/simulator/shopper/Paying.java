package pannier.simulator.shopper;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import pannier.domain.basket.Means;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;

/**
 * What a shopper does at the end of a trip: pays, looks at the bill, walks to the gate, and tries
 * again if the gate did not take it. Some try to pay with what the gate will refuse, slip something
 * in before or after, or call a line wrong.
 */
final class Paying {
  private static final long SECOND = Hands.SECOND;

  /** A card of the sandbox that is always refused. */
  private static final Means EMPTY_CARD = new Means("card", "sandbox-refuse-no-funds");

  /** A gift card that holds one of the currency's units, of whatever is asked. */
  private static final Means NEARLY_EMPTY_GIFT = new Means("gift", "sandbox-partial-100");

  private static final Wallet REFUSED = new Wallet(List.of(EMPTY_CARD), List.of(), "");

  /** Runs out half-way: the gift card reserves its unit, then the card is refused. */
  private static final Wallet HALF =
      new Wallet(List.of(NEARLY_EMPTY_GIFT, EMPTY_CARD), List.of(), "");

  private final Hands hands;
  private final Optional<Trick> trick;
  private final Supplier<ProductId> last;
  private final Wallet bad;
  private boolean paying;
  private boolean slipped;
  private boolean disputed;
  private boolean offered;
  private boolean mended;

  /**
   * @param last what was picked last
   * @param random which bad means of payment is tried
   */
  Paying(Hands hands, Optional<Trick> trick, Supplier<ProductId> last, RandomGenerator random) {
    this.hands = hands;
    this.trick = trick;
    this.last = last;
    this.bad = is(Trick.REFUSED) && random.nextBoolean() ? HALF : REFUSED;
  }

  /**
   * What is touched, if anything, and when the hands are free again.
   *
   * @param freeNanos unchanged if nothing is done
   */
  record Touch(Optional<Input> input, long freeNanos) {}

  Touch touch(Screen screen, long freeNanos) {
    long soon = screen.nanos() + SECOND;
    return switch (screen.trip()) {
      case TripState.Shopping _ when screen.clear() && is(Trick.REFUSED) && !offered -> {
        offered = true;
        yield touched(new Input.PayWith(bad), soon);
      }
      case TripState.Shopping _ when screen.clear() && is(Trick.EMPTY_HANDED) && !slipped ->
          slip(screen);
      case TripState.Shopping _ when screen.clear() && disputes(screen) -> {
        disputed = true;
        yield touched(new Input.Dispute(screen.firstListed().orElseThrow()), soon);
      }
      case TripState.Shopping _ when screen.clear() && !paying -> {
        paying = true;
        yield touched(new Input.Pay(), soon);
      }
      case TripState.Shopping _ -> {
        paying = false;
        yield new Touch(Optional.empty(), soon);
      }
      case TripState.Reviewing _ when is(Trick.AFTER_PAY) && !slipped -> slip(screen);
      case TripState.Reviewing _ -> touched(new Input.Exit(), soon);
      case TripState.Declined _ when is(Trick.REFUSED) && !slipped -> slip(screen);
      case TripState.Declined _ when is(Trick.REFUSED) && !mended -> {
        mended = true;
        yield touched(new Input.PayWith(Wallet.EMPTY), soon);
      }
      case TripState.Declined _ -> touched(new Input.Back(), soon);
      case TripState.Idle _,
          TripState.Asking _,
          TripState.NeedsStaff _,
          TripState.Settling _,
          TripState.Settled _ ->
          new Touch(Optional.empty(), freeNanos);
    };
  }

  private boolean disputes(Screen screen) {
    return is(Trick.DISPUTED) && !disputed && screen.firstListed().isPresent();
  }

  private boolean is(Trick which) {
    return trick.equals(Optional.of(which));
  }

  private static Touch touched(Input input, long freeNanos) {
    return new Touch(Optional.of(input), freeNanos);
  }

  private Touch slip(Screen screen) {
    slipped = true;
    long overRim = screen.nanos() + RandomShopper.NOTICE_NANOS;
    return new Touch(Optional.empty(), hands.trick(trick.orElseThrow(), last.get(), overRim));
  }
}
