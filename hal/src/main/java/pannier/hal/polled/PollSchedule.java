package pannier.hal.polled;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Asks the devices of one bus, each when it is due. One that fails does not hold up the others. */
public final class PollSchedule {
  /** Devices are asked at least so often, whatever they say. */
  private static final long LONGEST_NANOS = 1_000_000_000L;

  private final LongSupplier cartNanos;
  private final List<Turn> turns = new ArrayList<>();

  /**
   * @param devices each is due at once
   */
  public PollSchedule(LongSupplier cartNanos, List<? extends Polled> devices) {
    this.cartNanos = cartNanos;
    for (Polled device : devices) {
      turns.add(new Turn(device));
    }
  }

  private static final class Turn {
    final Polled device;
    long dueNanos = Long.MIN_VALUE;

    Turn(Polled device) {
      this.device = device;
    }
  }

  /** Asks all that are due by now; returns when the next one will be. */
  public long run() {
    long next = Long.MAX_VALUE;
    for (Turn turn : turns) {
      long now = cartNanos.getAsLong();
      if (turn.dueNanos <= now) {
        turn.dueNanos = Math.min(ask(turn.device, now), now + LONGEST_NANOS);
      }
      next = Math.min(next, turn.dueNanos);
    }
    return next;
  }

  private long ask(Polled device, long now) {
    try {
      return device.poll(now);
    } catch (DeviceException why) {
      return device.lost(why, cartNanos.getAsLong());
    }
  }
}
