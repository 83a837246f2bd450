package pannier.simulator.geometry;

import java.util.List;

/** Builds meshes of revolution and capsules. */
public final class Surface {
  /** Of a capsule: how often it is cut lengthwise. */
  private static final int SEGMENTS = 12;

  private static final double[] SINES = new double[SEGMENTS + 1];
  private static final double[] COSINES = new double[SEGMENTS + 1];

  /** Of a capsule's rings: four round its start, four round its end. */
  private static final double[] BEND_SINES = new double[8];

  private static final double[] BEND_COSINES = new double[BEND_SINES.length];

  static {
    for (int i = 0; i <= SEGMENTS; i++) {
      double angle = 2 * Math.PI * i / SEGMENTS;
      SINES[i] = StrictMath.sin(angle);
      COSINES[i] = StrictMath.cos(angle);
    }
    for (int i = 0; i < BEND_SINES.length; i++) {
      double bend = Math.toRadians(30.0 * (i < 4 ? i - 3 : i - 4));
      BEND_SINES[i] = StrictMath.sin(bend);
      BEND_COSINES[i] = StrictMath.cos(bend);
    }
  }

  private Surface() {}

  /**
   * A point of a profile that turns about the z axis.
   *
   * @param radiusMetres from the axis
   * @param heightMetres along it
   * @param v the texture's row
   */
  public record Ring(double radiusMetres, double heightMetres, double v) {}

  /**
   * Turns a profile (from the top down) about the z axis. {@code u} is 0.5 on the side that faces
   * the camera (negative y) and grows to the right.
   */
  public static Mesh revolve(List<Ring> profile, int segments) {
    Mesh.Builder mesh = new Mesh.Builder();
    int[] previous = new int[0];
    for (int i = 0; i < profile.size(); i++) {
      int[] row = ring(mesh, profile, i, segments);
      for (int s = 0; i > 0 && s < segments; s++) {
        mesh.quad(row[s], row[s + 1], previous[s + 1], previous[s]);
      }
      previous = row;
    }
    return mesh.build();
  }

  private static int[] ring(Mesh.Builder mesh, List<Ring> profile, int i, int segments) {
    Ring ring = profile.get(i);
    Ring above = profile.get(Math.max(0, i - 1));
    Ring below = profile.get(Math.min(profile.size() - 1, i + 1));
    double outward = above.heightMetres - below.heightMetres;
    double upward = below.radiusMetres - above.radiusMetres;
    int[] row = new int[segments + 1];
    for (int s = 0; s <= segments; s++) {
      double u = (double) s / segments;
      double angle = (u - 0.5) * 2 * Math.PI;
      double x = StrictMath.sin(angle);
      double y = -StrictMath.cos(angle);
      row[s] =
          mesh.vertex(
              new Vector(x * ring.radiusMetres, y * ring.radiusMetres, ring.heightMetres),
              new Vector(x * outward, y * outward, upward),
              u,
              ring.v);
    }
    return row;
  }

  /** The end of a limb. */
  public record Joint(Vector position, double radiusMetres) {
    /** Between two joints. */
    public Joint towards(Joint other, double fraction) {
      return new Joint(
          position.towards(other.position, fraction),
          radiusMetres + (other.radiusMetres - radiusMetres) * fraction);
    }
  }

  /** A rounded rod from {@code start} to {@code end}; {@code v} runs along it. */
  public static Mesh capsule(Joint start, Joint end) {
    Vector along = end.position.minus(start.position);
    Vector axis = along.length() < 1e-9 ? new Vector(0, 0, 1) : along.unit();
    Vector aside =
        axis.cross(Math.abs(axis.z()) < 0.9 ? new Vector(0, 0, 1) : new Vector(1, 0, 0)).unit();
    Vector across = axis.cross(aside);
    Mesh.Builder mesh = new Mesh.Builder();
    Vector[] spokes = new Vector[SEGMENTS + 1];
    for (int s = 0; s <= SEGMENTS; s++) {
      spokes[s] = aside.times(COSINES[s]).plus(across.times(SINES[s]));
    }
    int[] previous = new int[0];
    for (int i = 0; i < BEND_COSINES.length; i++) {
      Joint joint = i < BEND_COSINES.length / 2 ? start : end;
      Vector lean = axis.times(BEND_SINES[i]);
      Vector centre = joint.position.plus(axis.times(joint.radiusMetres * BEND_SINES[i]));
      int[] row = new int[SEGMENTS + 1];
      for (int s = 0; s <= SEGMENTS; s++) {
        row[s] =
            mesh.vertex(
                centre.plus(spokes[s].times(joint.radiusMetres * BEND_COSINES[i])),
                spokes[s].times(BEND_COSINES[i]).plus(lean),
                (double) s / SEGMENTS,
                (double) i / (BEND_COSINES.length - 1));
      }
      for (int s = 0; i > 0 && s < SEGMENTS; s++) {
        mesh.quad(previous[s], previous[s + 1], row[s + 1], row[s]);
      }
      previous = row;
    }
    return mesh.build();
  }
}
