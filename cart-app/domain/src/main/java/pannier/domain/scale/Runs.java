package pannier.domain.scale;

import java.util.Optional;
import pannier.domain.evidence.LoadSample;

/**
 * How many samples in a row each cell has given the very same number. A converter's noise never
 * does so for long: a cell that stands still while others move is dead.
 */
record Runs(int frontLeft, int frontRight, int rearLeft, int rearRight) {
  static final Runs NONE = new Runs(0, 0, 0, 0);

  /** Nearly a second at 80 samples a second. */
  private static final int DEAD = 64;

  /** A cell that has changed since is alive. */
  private static final int ALIVE = 5;

  Runs next(LoadSample before, LoadSample now) {
    return new Runs(
        run(frontLeft, before.frontLeftGrams(), now.frontLeftGrams()),
        run(frontRight, before.frontRightGrams(), now.frontRightGrams()),
        run(rearLeft, before.rearLeftGrams(), now.rearLeftGrams()),
        run(rearRight, before.rearRightGrams(), now.rearRightGrams()));
  }

  /** Recordings in whole grams stand still by rounding: they say nothing. */
  private static int run(int run, double before, double now) {
    return before == now && now != Math.rint(now) ? run + 1 : 0;
  }

  /** The cell that stands still, in words. */
  Optional<String> dead() {
    int alive = 0;
    for (int run : new int[] {frontLeft, frontRight, rearLeft, rearRight}) {
      alive += run < ALIVE ? 1 : 0;
    }
    if (alive < 2) {
      return Optional.empty();
    }
    if (frontLeft >= DEAD) {
      return Optional.of("front left");
    }
    if (frontRight >= DEAD) {
      return Optional.of("front right");
    }
    if (rearLeft >= DEAD) {
      return Optional.of("rear left");
    }
    return rearRight >= DEAD ? Optional.of("rear right") : Optional.empty();
  }
}
