package pannier.simulator.geometry;

import java.util.Arrays;
import java.util.List;

/**
 * Triangles with normals and texture coordinates, counter-clockwise seen from outside. Immutable
 * once built. {@code u} and {@code v} go from 0 to 1, from the texture's upper left corner.
 */
public final class Mesh {
  private final double[] points;
  private final int[] triangles;

  private Mesh(double[] points, int[] triangles) {
    this.points = points;
    this.triangles = triangles;
  }

  /** Doubles a vertex in {@link #vertexData}: position, normal, u and v. */
  public static final int STRIDE = 8;

  public int vertexCount() {
    return points.length / STRIDE;
  }

  public int triangleCount() {
    return triangles.length / 3;
  }

  /** One number of a vertex: 0–2 position, 3–5 normal, 6 u, 7 v. */
  public double vertexData(int vertex, int field) {
    return points[vertex * STRIDE + field];
  }

  /** Index of a triangle's corner 0, 1 or 2. */
  public int corner(int triangle, int corner) {
    return triangles[triangle * 3 + corner];
  }

  /** The farthest that any vertex lies from the mesh's origin. */
  public double radiusMetres() {
    double most = 0;
    for (int i = 0; i < points.length; i += STRIDE) {
      most = Math.max(most, new Vector(points[i], points[i + 1], points[i + 2]).length());
    }
    return most;
  }

  /** Collects vertices and triangles. */
  public static final class Builder {
    private double[] points = new double[128 * STRIDE];
    private int[] corners = new int[3 * 256];
    private int vertexCount;
    private int cornerCount;

    /** Adds a vertex and returns its index. */
    public int vertex(Vector position, Vector normal, double u, double v) {
      int at = vertexCount * STRIDE;
      if (at == points.length) {
        points = Arrays.copyOf(points, 2 * at);
      }
      Vector n = normal.unit();
      points[at] = position.x();
      points[at + 1] = position.y();
      points[at + 2] = position.z();
      points[at + 3] = n.x();
      points[at + 4] = n.y();
      points[at + 5] = n.z();
      points[at + 6] = u;
      points[at + 7] = v;
      return vertexCount++;
    }

    public Builder triangle(int a, int b, int c) {
      if (cornerCount == corners.length) {
        corners = Arrays.copyOf(corners, 2 * cornerCount);
      }
      corners[cornerCount++] = a;
      corners[cornerCount++] = b;
      corners[cornerCount++] = c;
      return this;
    }

    /** Two triangles; the corners go round counter-clockwise. */
    public Builder quad(int a, int b, int c, int d) {
      return triangle(a, b, c).triangle(a, c, d);
    }

    /**
     * A flat face with its own normal; corners counter-clockwise, from the texture's lower left.
     */
    public Builder face(List<Vector> corners, TextureArea area) {
      Vector normal =
          corners.get(1).minus(corners.get(0)).cross(corners.get(2).minus(corners.get(0)));
      double[] us = {area.left(), area.right(), area.right(), area.left()};
      double[] vs = {area.bottom(), area.bottom(), area.top(), area.top()};
      int[] index = new int[corners.size()];
      for (int i = 0; i < index.length; i++) {
        index[i] = vertex(corners.get(i), normal, us[i], vs[i]);
      }
      triangle(index[0], index[1], index[2]);
      if (index.length == 4) {
        triangle(index[0], index[2], index[3]);
      }
      return this;
    }

    public Mesh build() {
      return new Mesh(
          Arrays.copyOf(points, vertexCount * STRIDE), Arrays.copyOf(corners, cornerCount));
    }
  }

  /** A rectangle of a texture, as fractions from its upper left corner. */
  public record TextureArea(double left, double top, double right, double bottom) {
    public static final TextureArea ALL = new TextureArea(0, 0, 1, 1);
  }
}
