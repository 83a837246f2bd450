package pannier.simulator.desk.eye;

import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * The latest picture of something, as a JPEG for whoever asks: its pixels are kept as they come,
 * and encoded only when they are asked for. Shown by one thread, asked for by any.
 */
public final class LivePicture {
  private static final int JPEG_QUALITY = 84;
  private static final int CHANNELS = 3;

  private byte[] pixels = {};
  private int widthPx = 16;
  private int heightPx = 9;
  private long number;
  private Optional<Shot> encoded = Optional.empty();

  /** One picture. Immutable. */
  public static final class Shot {
    private final long number;
    private final byte[] jpeg;

    private Shot(long number, byte[] jpeg) {
      this.number = number;
      this.jpeg = jpeg;
    }

    /** Counts from 1. */
    public long number() {
      return number;
    }

    public byte[] jpeg() {
      return jpeg.clone();
    }
  }

  /** Shows an 8-bit BGR picture. */
  public synchronized void show(Mat bgr) {
    widthPx = bgr.cols();
    heightPx = bgr.rows();
    int bytes = CHANNELS * widthPx * heightPx;
    if (pixels.length != bytes) {
      pixels = new byte[bytes];
    }
    bgr.get(0, 0, pixels);
    number++;
  }

  /** The latest one, if there was any. */
  public synchronized Optional<Shot> ask() {
    if (number > 0 && encoded.map(Shot::number).orElse(0L) < number) {
      encoded = Optional.of(new Shot(number, jpeg()));
    }
    return encoded;
  }

  private byte[] jpeg() {
    Mat bgr = new Mat(heightPx, widthPx, CvType.CV_8UC3);
    MatOfByte bytes = new MatOfByte();
    MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
    try {
      bgr.put(0, 0, pixels);
      Imgcodecs.imencode(".jpg", bgr, bytes, options);
      return bytes.toArray();
    } finally {
      bgr.release();
      bytes.release();
      options.release();
    }
  }

  /** How many were shown. */
  public synchronized long number() {
    return number;
  }

  /** Width over height. */
  public synchronized double aspect() {
    return (double) widthPx / heightPx;
  }
}
