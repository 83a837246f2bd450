package pannier.app.live;

import java.util.function.LongSupplier;

/**
 * The cart's clock: it goes with the machine's, and after a restart goes on where the journal ends,
 * so that no tick is ever earlier than one before it.
 */
final class CartClock implements LongSupplier {
  private final LongSupplier machineNanos;
  private final long shiftNanos;

  /**
   * @param startNanos what it shows now
   * @param machineNanos never goes back, such as {@code System::nanoTime}
   */
  CartClock(long startNanos, LongSupplier machineNanos) {
    this.machineNanos = machineNanos;
    this.shiftNanos = startNanos - machineNanos.getAsLong();
  }

  @Override
  public long getAsLong() {
    return machineNanos.getAsLong() + shiftNanos;
  }
}
