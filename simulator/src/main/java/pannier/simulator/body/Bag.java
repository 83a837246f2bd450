package pannier.simulator.body;

import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Mesh.TextureArea;
import pannier.simulator.geometry.Vector;

/** A pillow bag, as crisps come in. The wrap's left half is the front, its right half the back. */
public record Bag(double widthMetres, double depthMetres, double heightMetres) implements Body {
  private static final int COLUMNS = 14;
  private static final int ROWS = 18;

  @Override
  public Mesh mesh() {
    Mesh.Builder mesh = new Mesh.Builder();
    side(mesh, -1, 0);
    side(mesh, 1, 0.5);
    return mesh.build();
  }

  private void side(Mesh.Builder mesh, int facing, double firstU) {
    int[][] index = new int[ROWS + 1][COLUMNS + 1];
    for (int row = 0; row <= ROWS; row++) {
      for (int column = 0; column <= COLUMNS; column++) {
        double s = (double) column / COLUMNS;
        double t = (double) row / ROWS;
        double u = firstU + 0.5 * (facing < 0 ? s : 1 - s);
        index[row][column] = mesh.vertex(point(facing, s, t), normal(facing, s, t), u, t);
      }
    }
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int upperLeft = index[row][column];
        int upperRight = index[row][column + 1];
        int lowerLeft = index[row + 1][column];
        int lowerRight = index[row + 1][column + 1];
        if (facing < 0) {
          mesh.quad(lowerLeft, lowerRight, upperRight, upperLeft);
        } else {
          mesh.quad(lowerRight, lowerLeft, upperLeft, upperRight);
        }
      }
    }
  }

  /** {@code s} from left to right, {@code t} from the top down. */
  private Vector point(int facing, double s, double t) {
    double acrossBulge = 1 - StrictMath.pow(Math.abs(2 * s - 1), 2.6);
    double downBulge = 1 - StrictMath.pow(Math.abs(2 * t - 1), 3.2);
    double wrinkle = 0.05 * StrictMath.sin(9 * s + 4 * t) * StrictMath.sin(13 * t - 5 * s);
    double bulge = Math.max(0, acrossBulge * downBulge * (1 + wrinkle));
    double waist = 1 - 0.06 * downBulge;
    return new Vector(
        (s - 0.5) * widthMetres * waist,
        facing * depthMetres / 2 * bulge,
        (0.5 - t) * heightMetres);
  }

  private Vector normal(int facing, double s, double t) {
    double step = 0.01;
    Vector across = point(facing, s + step, t).minus(point(facing, s - step, t));
    Vector up = point(facing, s, t - step).minus(point(facing, s, t + step));
    return across.cross(up).times(-facing);
  }

  @Override
  public TextureArea front() {
    return new TextureArea(0, 0, 0.5, 1);
  }

  @Override
  public TextureArea back() {
    return new TextureArea(0.5, 0, 1, 1);
  }

  @Override
  public double wrapAspect() {
    return 2 * widthMetres / heightMetres;
  }

  @Override
  public double gloss() {
    return 0.45;
  }

  @Override
  public boolean restsLying() {
    return true;
  }
}
