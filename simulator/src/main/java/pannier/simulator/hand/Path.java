package pannier.simulator.hand;

import java.util.List;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Rotation;
import pannier.simulator.geometry.Vector;

/** A smooth way through space: cubic between its points, at rest at both ends. */
public record Path(List<Point> points) {
  /** Where it is at one instant. */
  public record Point(long nanos, Pose pose) {}

  public Path {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a path without points");
    }
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).nanos <= points.get(i - 1).nanos) {
        throw new IllegalArgumentException("point %d is not after the one before".formatted(i));
      }
    }
  }

  /** Where it is; before the first point at the first, after the last at the last. */
  public Pose at(long nanos) {
    int next = 0;
    while (next < points.size() && points.get(next).nanos <= nanos) {
      next++;
    }
    if (next == 0) {
      return points.get(0).pose;
    }
    if (next == points.size()) {
      return points.get(next - 1).pose;
    }
    return between(next - 1, nanos);
  }

  private Pose between(int index, long nanos) {
    Point from = points.get(index);
    Point to = points.get(index + 1);
    double length = (to.nanos - from.nanos) * 1e-9;
    double s = (nanos - from.nanos) * 1e-9 / length;
    double s2 = s * s;
    double s3 = s2 * s;
    Vector position =
        from.pose
            .position()
            .times(2 * s3 - 3 * s2 + 1)
            .plus(velocity(index).times((s3 - 2 * s2 + s) * length))
            .plus(to.pose.position().times(3 * s2 - 2 * s3))
            .plus(velocity(index + 1).times((s3 - s2) * length));
    Rotation rotation = from.pose.rotation().towards(to.pose.rotation(), 3 * s2 - 2 * s3);
    return new Pose(position, rotation);
  }

  private Vector velocity(int index) {
    if (index == 0 || index == points.size() - 1) {
      return Vector.ZERO;
    }
    Point before = points.get(index - 1);
    Point after = points.get(index + 1);
    double seconds = (after.nanos - before.nanos) * 1e-9;
    return after.pose.position().minus(before.pose.position()).times(1 / seconds);
  }
}
