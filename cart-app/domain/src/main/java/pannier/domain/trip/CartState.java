package pannier.domain.trip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.domain.basket.Accord;
import pannier.domain.basket.Basket;
import pannier.domain.evidence.CameraState;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Belief;
import pannier.domain.reconcile.Decision;
import pannier.domain.weighing.Weighings;

/**
 * All that the cart knows. An immutable value that playing the tick records again gives again.
 *
 * @param trip where the trip stands
 * @param basket what would be paid
 * @param watch what the sensors said last
 * @param belief evidence not yet settled, and what is open
 * @param desk what is under way with people and the gate
 */
public record CartState(TripState trip, Basket basket, Watch watch, Belief belief, Desk desk) {

  /**
   * What is under way with people and the gate.
   *
   * @param effects how many were given so far, which numbers them
   * @param colour of the lamp
   * @param payWanted <em>Pay</em> was pressed and waits for the evidence to settle, or for answers;
   *     null if not
   * @param unchecked what the basket should weigh at the start, until the scale has settled once
   * @param owed the settlement that the gate has not answered
   * @param past the ids of the last trips, oldest first: none of them begins again
   * @param basis the newest prices and day that the cart was told of; a trip keeps its prices
   * @param weighings of what is sold by mass
   * @param brake whether it holds the cart
   */
  public record Desk(
      long effects,
      Effect.Colour colour,
      @Nullable PayWanted payWanted,
      @Nullable StartCheck unchecked,
      Effect.@Nullable Settle owed,
      List<String> past,
      Accord.Basis basis,
      Weighings weighings,
      Brake brake) {
    static final Desk START =
        new Desk(
            0,
            Effect.Colour.BLUE,
            null,
            null,
            null,
            List.of(),
            Accord.Basis.OWN,
            Weighings.START,
            Brake.FREE);

    private static final int MOST_PAST = 64;

    public Desk {
      past = List.copyOf(past);
    }

    /** The past with one more trip. */
    static List<String> past(List<String> past, String tripId) {
      List<String> next = new ArrayList<>(past);
      next.remove(tripId);
      next.add(tripId);
      return next.subList(Math.max(0, next.size() - MOST_PAST), next.size());
    }
  }

  /**
   * The brake.
   *
   * @param holds powered: the wheels are held
   * @param usedNanos when somebody was last at the cart
   * @param heardNanos the motion sensor's last word
   */
  public record Brake(boolean holds, long usedNanos, long heardNanos) {
    static final Brake FREE = new Brake(false, 0, Long.MIN_VALUE / 2);

    Brake used(long nanos) {
      return new Brake(holds, nanos, heardNanos);
    }

    Brake heard(long nanos) {
      return new Brake(holds, usedNanos, nanos);
    }

    Brake holding(boolean now) {
      return new Brake(now, usedNanos, heardNanos);
    }
  }

  /**
   * <em>Pay</em> waits.
   *
   * @param sinceNanos since it was pressed, or more time was asked for
   * @param warned the shopper was told that time is running out
   */
  public record PayWanted(long sinceNanos, boolean warned) {}

  /**
   * The basket's content at the start, as declared.
   *
   * @param toleranceGrams how far the scale may be from it
   * @param personalItems the rest is the shopper's own
   */
  public record StartCheck(Mass declared, double toleranceGrams, boolean personalItems) {}

  /** Open questions and holds, oldest first: {@link Decision.Asked} and {@link Decision.Held}. */
  public List<Decision> open() {
    return belief.open();
  }

  /** There is evidence that no decision has used yet, or the load is moving. */
  public boolean busy() {
    return belief.pending() || watch.scale().unsettledSince().isPresent();
  }

  /**
   * By how many grams the scale says more than the lines and what is open or personal; 0 while it
   * does not say anything. Drops, leaks and drift end up here.
   */
  public double offGrams() {
    if (!watch.scale().settled() || desk.unchecked() != null) {
      return 0;
    }
    double level = watch.scale().level().map(Mass::grams).orElse(0.0) - watch.zeroGrams();
    return level - basket.mass().grams() - belief.unbilledGrams();
  }

  /** What cannot be trusted just now, for the screen: {@code camera 0: covered}. */
  public List<String> untrusted() {
    List<String> list = new ArrayList<>();
    for (Watch.CameraWatch camera : watch.cameras()) {
      if (camera.state() != CameraState.TRUSTED) {
        list.add("camera %d: %s".formatted(camera.camera(), Sensing.word(camera.state())));
      }
    }
    if (!watch.scaleDistrust().isEmpty()) {
      list.add("scale: " + watch.scaleDistrust());
    }
    watch.troubles().forEach((device, trouble) -> list.add(device + ": " + trouble));
    return list;
  }
}
