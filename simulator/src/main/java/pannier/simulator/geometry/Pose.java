package pannier.simulator.geometry;

/**
 * Where a thing is and how it is turned: its own point p lies at {@code rotation(p) + position}.
 */
public record Pose(Vector position, Rotation rotation) {
  public static final Pose ORIGIN = new Pose(Vector.ZERO, Rotation.NONE);

  public static Pose at(Vector position) {
    return new Pose(position, Rotation.NONE);
  }

  public Vector apply(Vector point) {
    return rotation.apply(point).plus(position);
  }

  public Pose movedTo(Vector newPosition) {
    return new Pose(newPosition, rotation);
  }
}
