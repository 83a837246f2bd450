package pannier.simulator.render;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.simulator.geometry.Vector;

/**
 * How much light reaches each pixel of a layer when balls hang in the way. Worked out on a quarter
 * of the picture's size and blown up, since a ceiling of lamps throws soft shadows. Holds native
 * memory.
 */
final class ShadowMap implements AutoCloseable {
  private static final int COARSE = 4;

  /** Ceiling panels are large: a shadow's edge is about as wide as its ball. */
  private static final double SOFTNESS = 0.9;

  private static final double DARKEST = 0.5;

  private final int columns;
  private final int rows;
  private final int widthPx;
  private final float[] positions;
  private final Mat coarse;
  private final Mat fine = new Mat();
  private final float[] factors;
  private final float[] fineFactors;

  ShadowMap(View view) {
    this.widthPx = view.widthPx();
    this.columns = view.widthPx() / COARSE;
    this.rows = view.heightPx() / COARSE;
    this.positions = new float[columns * rows * 3];
    this.coarse = new Mat(rows, columns, CvType.CV_32F);
    this.factors = new float[columns * rows];
    this.fineFactors = new float[view.widthPx() * view.heightPx()];
  }

  /** Looks up where in space each pixel lies. */
  void receive(View view, Layer layer) {
    View.Axes axes = view.axes();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int x = column * COARSE + COARSE / 2;
        int y = row * COARSE + COARSE / 2;
        float nearness = layer.nearness[y * widthPx + x];
        double depth = nearness > 0 ? 1 / nearness : 100;
        double aside = (x + 0.5 - view.widthPx() / 2.0) / view.focalPx() * depth;
        double above = (view.heightPx() / 2.0 - y - 0.5) / view.focalPx() * depth;
        Vector point =
            view.position()
                .plus(axes.forward().times(depth))
                .plus(axes.right().times(aside))
                .plus(axes.up().times(above));
        int at = (row * columns + column) * 3;
        positions[at] = (float) point.x();
        positions[at + 1] = (float) point.y();
        positions[at + 2] = (float) point.z();
      }
    }
  }

  /** One factor a pixel, 1 where all light arrives. Valid until the next call. */
  float[] factors(List<Shadow> shadows, Light light) {
    java.util.Arrays.fill(factors, 1);
    for (Shadow shadow : shadows) {
      shade(shadow, light.from());
    }
    coarse.put(0, 0, factors);
    Size size = new Size(widthPx, (double) fineFactors.length / widthPx);
    Imgproc.resize(coarse, fine, size, 0, 0, Imgproc.INTER_LINEAR);
    fine.get(0, 0, fineFactors);
    return fineFactors;
  }

  private void shade(Shadow shadow, Vector from) {
    double reach = shadow.radiusMetres() * (1 + SOFTNESS);
    for (int i = 0; i < factors.length; i++) {
      double dx = shadow.centre().x() - positions[3 * i];
      double dy = shadow.centre().y() - positions[3 * i + 1];
      double dz = shadow.centre().z() - positions[3 * i + 2];
      double along = dx * from.x() + dy * from.y() + dz * from.z();
      if (along <= 0) {
        continue;
      }
      double aside2 = dx * dx + dy * dy + dz * dz - along * along;
      if (aside2 < reach * reach) {
        double inside = 1 - Math.sqrt(Math.max(0, aside2)) / reach;
        double distance = Math.max(0.35, 1 - along * 1.2);
        factors[i] *= (float) (1 - DARKEST * distance * inside * inside * (3 - 2 * inside));
      }
    }
  }

  @Override
  public void close() {
    coarse.release();
    fine.release();
  }
}
