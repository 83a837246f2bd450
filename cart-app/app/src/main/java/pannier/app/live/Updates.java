package pannier.app.live;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import pannier.app.gate.StoreRelease;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TripState;

/**
 * Lets the installer take the store's next version of the program: between trips, after a while in
 * which nobody began one, while the battery is charged. Used by the tick's thread.
 */
final class Updates {
  /** Whoever has just put a cart back may take it out again. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  /** Files are looked at so often. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final StoreRelease release;
  private final BooleanSupplier charging;
  private final LongSupplier nanos;
  private long usedNanos;
  private long lookedNanos;

  Updates(StoreRelease release, BooleanSupplier charging, LongSupplier nanos) {
    this.release = release;
    this.charging = charging;
    this.nanos = nanos;
    this.usedNanos = nanos.getAsLong();
    this.lookedNanos = usedNanos;
    release.offer(false);
  }

  void look(CartState state) {
    long now = nanos.getAsLong();
    boolean idle = state.trip() instanceof TripState.Idle;
    usedNanos = idle ? usedNanos : now;
    if (now - lookedNanos > LOOK.toNanos()) {
      lookedNanos = now;
      release.offer(idle && charging.getAsBoolean() && now - usedNanos > QUIET.toNanos());
    }
  }
}
