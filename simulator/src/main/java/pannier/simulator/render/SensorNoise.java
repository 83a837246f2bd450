package pannier.simulator.render;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The sensor's noise after a small camera's own denoiser: a fine part and a part that is smeared
 * over neighbouring pixels. A sheet of noise is drawn once, as bytes about {@link #MIDDLE}; each
 * frame takes it at another place. Holds native memory.
 */
public final class SensorNoise implements AutoCloseable {
  private static final int MARGIN_PX = 96;

  /** The byte of a pixel that noise leaves as it is. */
  private static final int MIDDLE = 128;

  /** Drawn once for all sheets, whose rows begin anywhere in it. */
  private static final float[] DRAWN = drawn(1 << 18);

  private final Mat sheet = new Mat();
  private final int widthPx;
  private final int heightPx;

  /**
   * @param levelsRms standard deviation in grey levels of 255; 1.5 is a webcam in a lit shop
   */
  public SensorNoise(int widthPx, int heightPx, double levelsRms, RandomGenerator random) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    Mat fine = normal(levelsRms * 0.8, random);
    Mat smeared = normal(levelsRms * 1.8, random);
    Imgproc.GaussianBlur(smeared, smeared, new Size(3, 3), 0.8);
    Core.add(fine, smeared, fine);
    fine.convertTo(sheet, CvType.CV_8U, 1, MIDDLE);
    fine.release();
    smeared.release();
  }

  /** So many numbers of the normal distribution with standard deviation one. */
  private static float[] drawn(int count) {
    RandomGenerator random = new SplittableRandom(1);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private Mat normal(double rms, RandomGenerator random) {
    Mat noise = new Mat(heightPx + MARGIN_PX, widthPx + MARGIN_PX, CvType.CV_32FC3);
    float[] row = new float[noise.cols() * 3];
    for (int y = 0; y < noise.rows(); y++) {
      int from = random.nextInt(DRAWN.length);
      int toEnd = Math.min(row.length, DRAWN.length - from);
      for (int i = 0; i < toEnd; i++) {
        row[i] = (float) rms * DRAWN[from + i];
      }
      for (int i = toEnd; i < row.length; i++) {
        row[i] = (float) rms * DRAWN[i - toEnd];
      }
      noise.put(y, 0, row);
    }
    return noise;
  }

  /**
   * Brightens and adds noise, in place.
   *
   * @param frame 8-bit BGR; a larger one than the sheet wears it several times
   * @param gain 1 leaves the brightness as it is
   */
  public void apply(Mat frame, double gain, RandomGenerator random) {
    for (int top = 0; top < frame.rows(); top += heightPx) {
      for (int left = 0; left < frame.cols(); left += widthPx) {
        int across = Math.min(widthPx, frame.cols() - left);
        int down = Math.min(heightPx, frame.rows() - top);
        apply(frame, new Rect(left, top, across, down), gain, random);
      }
    }
  }

  private void apply(Mat frame, Rect place, double gain, RandomGenerator random) {
    int left = random.nextInt(MARGIN_PX);
    int top = random.nextInt(MARGIN_PX);
    Mat part = frame.submat(place);
    Mat noise = sheet.submat(new Rect(left, top, place.width, place.height));
    Core.addWeighted(part, gain, noise, 1, -MIDDLE, part);
    part.release();
    noise.release();
  }

  @Override
  public void close() {
    sheet.release();
  }
}
