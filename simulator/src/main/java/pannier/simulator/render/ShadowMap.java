package pannier.simulator.render;

import java.util.Arrays;
import java.util.List;
import pannier.simulator.geometry.Vector;

/**
 * How much light reaches each pixel of a layer when balls hang in the way. Worked out on 160
 * columns and blown up where there is any shadow, since a ceiling of lamps throws soft ones.
 */
final class ShadowMap {
  private static final int COLUMNS = 160;

  /** Ceiling panels are large: a shadow's edge is about as wide as its ball. */
  private static final double SOFTNESS = 0.9;

  private static final double DARKEST = 0.5;

  /** Less shadow than this does not change a byte. */
  private static final float LIT = 0.998f;

  private final int coarse;
  private final int columns;
  private final int rows;
  private final int widthPx;
  private final float[] positions;
  private final float[] factors;

  /** The factors of one row of pixels, in the middles of the coarse cells; the last one twice. */
  private final float[] line;

  /** The cell whose middle lies before a pixel, and the next one's weight there. */
  private final int[] before;

  private final float[] weights;
  private int left;
  private int right;
  private int top;
  private int bottom;

  ShadowMap(View view) {
    this.widthPx = view.widthPx();
    this.coarse = Math.max(1, view.widthPx() / COLUMNS);
    this.columns = view.widthPx() / coarse;
    this.rows = view.heightPx() / coarse;
    this.positions = new float[columns * rows * 3];
    this.factors = new float[columns * rows];
    this.line = new float[columns + 1];
    this.before = new int[columns * coarse];
    this.weights = new float[before.length];
    for (int x = 0; x < before.length; x++) {
      double middles = (x + 0.5) / coarse - 0.5;
      before[x] = Math.max(0, (int) Math.floor(middles));
      weights[x] = (float) Math.max(0, middles - before[x]);
    }
  }

  /** Looks up where in space each pixel lies. */
  void receive(View view, Layer layer) {
    View.Axes axes = view.axes();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int x = column * coarse + coarse / 2;
        int y = row * coarse + coarse / 2;
        float nearness = layer.nearness[y * widthPx + x];
        double depth = nearness > 0 ? 1 / nearness : 100;
        Vector point = axes.point(x + 0.5, y + 0.5, depth);
        int at = (row * columns + column) * 3;
        positions[at] = (float) point.x();
        positions[at + 1] = (float) point.y();
        positions[at + 2] = (float) point.z();
      }
    }
  }

  /**
   * Finds where the balls keep the light away.
   *
   * @return the rows of the picture in which they do
   */
  Rows cast(List<Shadow> shadows, Light light) {
    Arrays.fill(factors, 1);
    left = columns;
    right = -1;
    top = rows;
    bottom = -1;
    for (Shadow shadow : shadows) {
      shade(shadow, light.from());
    }
    return right < 0
        ? Rows.NONE
        : new Rows(Math.max(0, top - 1) * coarse, Math.min(rows, bottom + 2) * coarse);
  }

  private void shade(Shadow shadow, Vector from) {
    double reach = shadow.radiusMetres() * (1 + SOFTNESS);
    Vector centre = shadow.centre();
    for (int i = 0, row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++, i++) {
        double dx = centre.x() - positions[3 * i];
        double dy = centre.y() - positions[3 * i + 1];
        double dz = centre.z() - positions[3 * i + 2];
        double along = dx * from.x() + dy * from.y() + dz * from.z();
        if (along <= 0) {
          continue;
        }
        double aside2 = dx * dx + dy * dy + dz * dz - along * along;
        if (aside2 < reach * reach) {
          double inside = 1 - Math.sqrt(Math.max(0, aside2)) / reach;
          double distance = Math.max(0.35, 1 - along * 1.2);
          factors[i] *= (float) (1 - DARKEST * distance * inside * inside * (3 - 2 * inside));
          left = Math.min(left, column);
          right = Math.max(right, column);
          top = Math.min(top, row);
          bottom = Math.max(bottom, row);
        }
      }
    }
  }

  /**
   * Darkens 8-bit BGR of the view's size by what was cast: between the middles of the coarse cells
   * linearly; each cell of shadow reaches one further.
   */
  void darken(byte[] bgr) {
    if (right < 0) {
      return;
    }
    int toY = Math.min(rows, bottom + 2) * coarse;
    for (int y = Math.max(0, top - 1) * coarse; y < toY; y++) {
      double down = (y + 0.5) / coarse - 0.5;
      int above = Math.max(0, (int) Math.floor(down));
      int below = Math.min(rows - 1, above + 1);
      float weight = (float) Math.clamp(down - above, 0, 1);
      for (int column = 0; column < columns; column++) {
        float upper = factors[above * columns + column];
        line[column] = upper + weight * (factors[below * columns + column] - upper);
      }
      line[columns] = line[columns - 1];
      darkenRow(bgr, 3 * y * widthPx);
    }
  }

  private void darkenRow(byte[] bgr, int row) {
    int toX = Math.min(columns, right + 2) * coarse;
    for (int x = Math.max(0, left - 1) * coarse; x < toX; x++) {
      float one = line[before[x]];
      float factor = one + weights[x] * (line[before[x] + 1] - one);
      if (factor < LIT) {
        int at = row + 3 * x;
        bgr[at] = (byte) ((bgr[at] & 255) * factor);
        bgr[at + 1] = (byte) ((bgr[at + 1] & 255) * factor);
        bgr[at + 2] = (byte) ((bgr[at + 2] & 255) * factor);
      }
    }
  }
}
