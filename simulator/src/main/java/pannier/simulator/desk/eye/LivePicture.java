package pannier.simulator.desk.eye;

import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * The latest picture of something as a JPEG. It is encoded only while somebody looks: asking for it
 * counts as looking for the next two seconds. Shown by one thread, asked for by any.
 */
public final class LivePicture {
  private static final int JPEG_QUALITY = 84;
  private static final long LOOKED_AT_NANOS = 2_000_000_000L;

  private volatile Optional<Shot> latest = Optional.empty();
  private volatile long askedNanos = System.nanoTime() - LOOKED_AT_NANOS;
  private int widthPx = 16;
  private int heightPx = 9;
  private long number;
  private boolean stale;

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
  public void show(Mat bgr) {
    widthPx = bgr.cols();
    heightPx = bgr.rows();
    number++;
    boolean lookedAt = System.nanoTime() - askedNanos < LOOKED_AT_NANOS;
    stale = !lookedAt && latest.isPresent();
    if (!stale) {
      latest = Optional.of(new Shot(number, jpeg(bgr)));
    }
  }

  /** Whether somebody looks now who did not when the last picture was shown. */
  public boolean stale() {
    return stale && System.nanoTime() - askedNanos < LOOKED_AT_NANOS;
  }

  private static byte[] jpeg(Mat bgr) {
    MatOfByte encoded = new MatOfByte();
    MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
    Imgcodecs.imencode(".jpg", bgr, encoded, options);
    byte[] bytes = encoded.toArray();
    encoded.release();
    options.release();
    return bytes;
  }

  /** The latest one, if there was any. */
  public Optional<Shot> ask() {
    askedNanos = System.nanoTime();
    return latest;
  }

  /** How many were shown. */
  public long number() {
    return number;
  }

  /** Width over height. */
  public double aspect() {
    return (double) widthPx / heightPx;
  }
}
