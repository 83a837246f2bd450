package pannier.simulator.scale;

/**
 * Where on the platform something presses.
 *
 * @param acrossFraction from the left cells (0) to the right ones (1)
 * @param alongFraction from the front cells (0) to the rear ones (1)
 */
public record Spot(double acrossFraction, double alongFraction) {
  public static final Spot CENTRE = new Spot(0.5, 0.5);

  /** The four cells, in the order of a reading. */
  public enum Cell {
    FRONT_LEFT,
    FRONT_RIGHT,
    REAR_LEFT,
    REAR_RIGHT
  }

  /** {@code this} at 0, {@code other} at 1; beyond them outside of that. */
  Spot towards(Spot other, double fraction) {
    return new Spot(
        acrossFraction + (other.acrossFraction - acrossFraction) * fraction,
        alongFraction + (other.alongFraction - alongFraction) * fraction);
  }

  /** The part of a load here that a cell carries, by the law of the lever; the four sum to 1. */
  public double share(Cell cell) {
    return switch (cell) {
      case FRONT_LEFT -> (1 - acrossFraction) * (1 - alongFraction);
      case FRONT_RIGHT -> acrossFraction * (1 - alongFraction);
      case REAR_LEFT -> (1 - acrossFraction) * alongFraction;
      case REAR_RIGHT -> acrossFraction * alongFraction;
    };
  }
}
