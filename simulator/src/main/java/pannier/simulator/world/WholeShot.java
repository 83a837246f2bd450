package pannier.simulator.world;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import pannier.hal.Frame;
import pannier.hal.WholePicture;
import pannier.simulator.render.Lens;
import pannier.simulator.render.SensorNoise;
import pannier.simulator.render.Shadow;
import pannier.simulator.render.Stage;
import pannier.simulator.render.Thing;
import pannier.simulator.render.View;

/**
 * What a simulated camera's sensor saw in one exposure: it is drawn when it is asked for, as the
 * frame was, through the lens, with the noise of single pixels and the camera's own compression.
 */
final class WholeShot implements WholePicture {
  private static final int TIMES = 4;

  /** Cameras that send 4K over USB take about a megabyte for a frame. */
  private static final int JPEG_QUALITY = 85;

  private final CameraSpec spec;
  private final List<Thing> interior;
  private final Sensor sensor;
  private final Shot shot;
  private final long nanos;

  /**
   * What there was to be seen.
   *
   * @param gain of the camera's exposure
   */
  record Shot(Still still, Moving moving, double gain) {}

  /**
   * What a camera's parts do to all of its pictures in its own pixels.
   *
   * @param noise of single pixels
   */
  record Sensor(Lens lens, SensorNoise noise) implements AutoCloseable {
    /** The frame's pixels are means of sixteen, whose noise after a denoiser goes together. */
    private static final double NOISIER = 2;

    /** Most things are as large or smaller, four times as large as in a frame. */
    private static final int SHEET_PX = 800;

    private static final long NOISE_SEED = 1;

    /**
     * A camera's.
     *
     * @param lens closed by whoever made it
     */
    static Sensor of(CameraSpec spec, Lens lens) {
      double levelsRms = NOISIER * spec.noiseLevelsRms();
      SplittableRandom random = new SplittableRandom(NOISE_SEED);
      return new Sensor(lens, new SensorNoise(SHEET_PX, SHEET_PX, levelsRms, random));
    }

    @Override
    public void close() {
      noise.close();
    }
  }

  /**
   * What lay in the basket all the time.
   *
   * @param shadows that it threw
   */
  record Still(List<Thing> things, List<Shadow> shadows) {
    static final Still NONE = new Still(List.of(), List.of());
  }

  /**
   * What moved.
   *
   * @param moments of the exposure, none where nothing moved
   */
  record Moving(List<List<Thing>> moments, List<Shadow> shadows) {
    static final Moving NONE = new Moving(List.of(), List.of());

    void draw(Stage stage, Mat picture) {
      if (moments.isEmpty()) {
        stage.drawStill(picture);
      } else {
        stage.draw(moments, shadows, picture);
      }
    }
  }

  /**
   * To be drawn as long as its camera is not closed.
   *
   * @param interior the empty basket
   * @param sensor stays the camera's
   * @param nanos of the frame; where on the sheet its noise lies follows from it
   */
  WholeShot(CameraSpec spec, List<Thing> interior, Sensor sensor, Shot shot, long nanos) {
    this.spec = spec;
    this.interior = interior;
    this.sensor = sensor;
    this.shot = shot;
    this.nanos = nanos;
  }

  @Override
  public WholePicture kept() {
    return this;
  }

  @Override
  public Optional<Frame> part(Place place) {
    View view = spec.view().part(place, TIMES);
    Mat picture =
        new Mat(view.heightPx(), view.widthPx(), CvType.CV_8UC3, SimulatedCamera.BEHIND_ALL);
    try (Stage stage = new Stage(view, spec.light())) {
      stage.setRoughScene(picture, interior, shot.still.things, shot.still.shadows);
      shot.moving.draw(stage, picture);
      sensor.lens.see(picture, place);
      sensor.noise.apply(picture, shot.gain, new SplittableRandom(nanos));
      return Optional.of(compressed(picture));
    } finally {
      picture.release();
    }
  }

  private Frame compressed(Mat picture) {
    MatOfByte jpeg = new MatOfByte();
    MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
    Imgcodecs.imencode(".jpg", picture, jpeg, options);
    Mat seen = Imgcodecs.imdecode(jpeg, Imgcodecs.IMREAD_COLOR);
    try {
      byte[] bgr = new byte[3 * seen.cols() * seen.rows()];
      seen.get(0, 0, bgr);
      MemorySegment pixels = Arena.ofAuto().allocate(bgr.length);
      MemorySegment.copy(MemorySegment.ofArray(bgr), 0, pixels, 0, bgr.length);
      return new Frame(nanos, seen.cols(), seen.rows(), 3 * seen.cols(), pixels);
    } finally {
      seen.release();
      jpeg.release();
      options.release();
    }
  }
}
