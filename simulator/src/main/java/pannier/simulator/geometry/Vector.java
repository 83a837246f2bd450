package pannier.simulator.geometry;

/** A point or a direction in metres, see the package for the axes. */
public record Vector(double x, double y, double z) {
  public static final Vector ZERO = new Vector(0, 0, 0);

  public Vector plus(Vector other) {
    return new Vector(x + other.x, y + other.y, z + other.z);
  }

  public Vector minus(Vector other) {
    return new Vector(x - other.x, y - other.y, z - other.z);
  }

  public Vector times(double factor) {
    return new Vector(x * factor, y * factor, z * factor);
  }

  public double dot(Vector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public Vector cross(Vector other) {
    return new Vector(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /** The same direction with length one; a vector of no length stays as it is. */
  public Vector unit() {
    double length = length();
    return length < 1e-12 ? this : times(1 / length);
  }

  /** {@code this} at 0, {@code other} at 1. */
  public Vector towards(Vector other, double fraction) {
    return plus(other.minus(this).times(fraction));
  }
}
