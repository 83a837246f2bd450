package pannier.simulator.geometry;

/** A rotation as a unit quaternion. */
public record Rotation(double w, double x, double y, double z) {
  public static final Rotation NONE = new Rotation(1, 0, 0, 0);

  /** Counter-clockwise about {@code axis}, seen against its direction. */
  public static Rotation about(Vector axis, double radians) {
    Vector unit = axis.unit();
    double sine = StrictMath.sin(radians / 2);
    return new Rotation(
        StrictMath.cos(radians / 2), unit.x() * sine, unit.y() * sine, unit.z() * sine);
  }

  /** How a thing is held: turned about its own vertical, tipped to the camera, then leaned. */
  public static Rotation pose(double yawRadians, double pitchRadians, double rollRadians) {
    Rotation yaw = about(new Vector(0, 0, 1), yawRadians);
    Rotation pitch = about(new Vector(1, 0, 0), pitchRadians);
    Rotation roll = about(new Vector(0, 1, 0), rollRadians);
    return roll.after(pitch).after(yaw);
  }

  /** First {@code first}, then this one. */
  public Rotation after(Rotation first) {
    return new Rotation(
        w * first.w - x * first.x - y * first.y - z * first.z,
        w * first.x + x * first.w + y * first.z - z * first.y,
        w * first.y - x * first.z + y * first.w + z * first.x,
        w * first.z + x * first.y - y * first.x + z * first.w);
  }

  /** The way back. */
  public Rotation inverse() {
    return new Rotation(w, -x, -y, -z);
  }

  public Vector apply(Vector v) {
    Vector axis = new Vector(x, y, z);
    Vector t = axis.cross(v).times(2);
    return v.plus(t.times(w)).plus(axis.cross(t));
  }

  /** {@code this} at 0, {@code other} at 1, the short way round at nearly constant speed. */
  public Rotation towards(Rotation other, double fraction) {
    double dot = w * other.w + x * other.x + y * other.y + z * other.z;
    double own = 1 - fraction;
    double its = dot < 0 ? -fraction : fraction;
    return new Rotation(
            own * w + its * other.w,
            own * x + its * other.x,
            own * y + its * other.y,
            own * z + its * other.z)
        .normalised();
  }

  private Rotation normalised() {
    double length = Math.sqrt(w * w + x * x + y * y + z * z);
    return new Rotation(w / length, x / length, y / length, z / length);
  }
}
