package pannier.simulator.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.video.BackgroundSubtractorMOG2;
import org.opencv.video.Video;
import pannier.domain.evidence.VisionReport;
import pannier.hal.Frame;
import pannier.vision.Recogniser;
import pannier.vision.camera.CameraVision;
import pannier.vision.camera.VisionConfig;
import pannier.vision.motion.Shrinker;

/** The ways of watching the clip, each from its beginning. Holds native memory; one thread. */
final class Watched implements AutoCloseable {
  private static final Size SMALL = new Size(320, 240);

  private final Film film;
  private final Each each;

  /** What is done with a frame. */
  interface Each extends AutoCloseable {
    Object look(Frame frame);

    @Override
    void close();
  }

  private Watched(Film film, Each each) {
    this.film = film;
    this.each = each;
  }

  /** Decodes only. */
  static Watched decoding(Path folder) throws IOException {
    return new Watched(
        new Film(folder),
        new Each() {
          @Override
          public Object look(Frame frame) {
            return frame;
          }

          @Override
          public void close() {}
        });
  }

  /** The project's own way. */
  static Watched seeing(Path folder, Recogniser recogniser) throws IOException {
    CameraVision vision = new CameraVision(0, Clip.rim(), recogniser, VisionConfig.standard());
    return new Watched(
        new Film(folder),
        new Each() {
          @Override
          public Object look(Frame frame) {
            return vision.observe(frame);
          }

          @Override
          public void close() {
            vision.close();
          }
        });
  }

  /** Subtracts the background of each frame at 320 x 240, as most examples do. */
  static Watched subtracting(Path folder) throws IOException {
    BackgroundSubtractorMOG2 subtractor = Video.createBackgroundSubtractorMOG2();
    Mat small = new Mat();
    Mat mask = new Mat();
    return new Watched(
        new Film(folder),
        new Each() {
          @Override
          public Object look(Frame frame) {
            Mat whole = Shrinker.view(frame);
            Imgproc.resize(whole, small, SMALL, 0, 0, Imgproc.INTER_AREA);
            whole.release();
            subtractor.apply(small, mask);
            return mask;
          }

          @Override
          public void close() {
            small.release();
            mask.release();
          }
        });
  }

  /** Watches so many frames more. */
  Watched frames(int count) {
    for (int i = 0; i < count; i++) {
      each.look(film.next());
    }
    return this;
  }

  /** One frame more; only of {@link #seeing}. */
  VisionReport report() {
    return (VisionReport) each.look(film.next());
  }

  boolean over() {
    return film.over();
  }

  @Override
  public void close() {
    each.close();
    film.close();
  }
}
