package pannier.simulator.desk.run;

import pannier.app.loop.CartLoop;

/** When the next tick is due: at some speed, held, or step by step. Real time is passed in. */
public final class Pace {
  /** Ticks as they come, without waiting. */
  public static final double UNLIMITED = 0;

  public static final double FASTEST = 20;

  /** Whoever falls behind by more does not make up for it. */
  private static final long MOST_LATE_NANOS = 100_000_000;

  private static final long MEASURED_NANOS = 1_000_000_000;

  private double speed = 1;
  private boolean held;
  private int steps;
  private long dueNanos = Long.MIN_VALUE;
  private long countedNanos = Long.MIN_VALUE;
  private int counted;
  private double rate;

  /**
   * @param simulatedSeconds in a real one, above 0 to {@link #FASTEST}; or {@link #UNLIMITED}
   */
  void speed(double simulatedSeconds) {
    speed = simulatedSeconds;
    dueNanos = Long.MIN_VALUE;
  }

  public double speed() {
    return speed;
  }

  void hold(boolean now) {
    held = now;
    steps = 0;
    dueNanos = Long.MIN_VALUE;
  }

  public boolean isHeld() {
    return held;
  }

  /** Holds, but for so many ticks. */
  void step(int ticks) {
    held = true;
    steps = ticks;
  }

  /** How much later the next tick is due; 0 if it is now, and the largest number if it is held. */
  long waitNanos(long nowNanos) {
    if (held) {
      return steps > 0 ? 0 : Long.MAX_VALUE;
    }
    return speed == UNLIMITED || dueNanos == Long.MIN_VALUE ? 0 : Math.max(0, dueNanos - nowNanos);
  }

  /** A tick begins. */
  void ticked(long nowNanos) {
    steps = Math.max(0, steps - 1);
    long from = dueNanos == Long.MIN_VALUE ? nowNanos : dueNanos;
    long late = Math.max(from, nowNanos - MOST_LATE_NANOS);
    dueNanos = late + (speed == UNLIMITED ? 0 : Math.round(CartLoop.TICK_NANOS / speed));
    counted++;
    if (countedNanos == Long.MIN_VALUE || nowNanos - countedNanos >= MEASURED_NANOS) {
      double seconds = (nowNanos - countedNanos) * 1e-9;
      rate = countedNanos == Long.MIN_VALUE ? 0 : counted * CartLoop.TICK_NANOS * 1e-9 / seconds;
      countedNanos = nowNanos;
      counted = 0;
    }
  }

  /** Simulated seconds in a real one, as it went in the last second. */
  public double rate() {
    return rate;
  }
}
