package pannier.simulator.world;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import pannier.hal.Camera;
import pannier.hal.Connection;
import pannier.hal.Frame;
import pannier.hal.WholePicture;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.FaultPlan;
import pannier.simulator.hand.Gesture;
import pannier.simulator.render.Interior;
import pannier.simulator.render.Lens;
import pannier.simulator.render.SensorNoise;
import pannier.simulator.render.Shadow;
import pannier.simulator.render.Stage;
import pannier.simulator.render.Thing;
import pannier.simulator.world.BasketScene.Resting;
import pannier.simulator.world.WholeShot.Moving;
import pannier.simulator.world.WholeShot.Shot;
import pannier.simulator.world.WholeShot.Still;

/**
 * A camera that draws what happens in the basket. A frame is drawn when it is polled, in full only
 * while something moves; otherwise it is the last still picture with fresh noise. OpenCV must have
 * been loaded. One thread.
 */
public final class SimulatedCamera implements Camera {
  /** Pictures of the quiet scene before and after a hand's visit, for vision to compare. */
  private static final long WATCHED_BEFORE_NANOS = 300_000_000;

  private static final long WATCHED_AFTER_NANOS = 700_000_000;

  /** A thumb print on the lens blurs by so much of the picture's width. */
  private static final double BLUR_SHARE = 9.0 / 640;

  /** Where no thing is. */
  static final Scalar BEHIND_ALL = new Scalar(120, 124, 128);

  /** A torn stretch of a row is at most one in so many of the picture's width long. */
  private static final int SNOW_PART = 5;

  private final CameraSpec spec;
  private final BasketScene scene;
  private final RandomGenerator random;
  private final Stage stage;
  private final Lens lens;
  private final SensorNoise noise;
  private final WholeShot.Sensor sensor;
  private final Exposure exposure = new Exposure();
  private final Mat picture;
  private final FaultPlan<Fault.Camera> faults = new FaultPlan<>();
  private final List<Thing> interior = Interior.things();
  private List<Resting> still = List.of();
  private Still stillShown = Still.NONE;
  private Optional<WholePicture> whole = Optional.empty();
  private long frameNumber;
  private long nowNanos = -1;
  private boolean closed;

  SimulatedCamera(CameraSpec spec, BasketScene scene, RandomGenerator random) {
    this.spec = spec;
    this.scene = scene;
    this.random = random;
    this.stage = new Stage(spec.view(), spec.light());
    int widthPx = spec.view().widthPx();
    int heightPx = spec.view().heightPx();
    this.noise = new SensorNoise(widthPx, heightPx, spec.noiseLevelsRms(), random);
    this.lens = new Lens(widthPx, heightPx, spec.smudges(), random);
    this.sensor = WholeShot.Sensor.of(spec, lens);
    this.picture = new Mat(heightPx, widthPx, CvType.CV_8UC3, BEHIND_ALL);
    stage.setBackground(picture, interior);
  }

  /** Lets time pass: frames whose exposure has ended by then can be polled. */
  public void advanceTo(long nanos) {
    nowNanos = Math.max(nowNanos, nanos);
  }

  @Override
  public Optional<Frame> poll() {
    passIdleFrames();
    long endNanos = spec.shutter().endNanos(frameNumber);
    if (closed || endNanos > nowNanos) {
      return Optional.empty();
    }
    frameNumber++;
    Optional<Fault.Picture> wrong = faults.at(endNanos).map(Fault.Camera::picture);
    if (wrong.isEmpty()) {
      expose(endNanos);
      return Optional.of(frame(endNanos));
    }
    return faulty(wrong.get(), endNanos);
  }

  /** Something is wrong with it, now or in the future. */
  void add(Fault.Camera fault) {
    faults.add(fault);
  }

  /** It is mended. */
  void remove(Fault.Camera fault) {
    faults.remove(fault);
  }

  /** Its latest picture as a JPEG, for people. */
  byte[] snapshot() {
    MatOfByte encoded = new MatOfByte();
    Imgcodecs.imencode(".jpg", picture, encoded);
    byte[] bytes = encoded.toArray();
    encoded.release();
    return bytes;
  }

  private Optional<Frame> faulty(Fault.Picture wrong, long endNanos) {
    switch (wrong) {
      case COVERED -> fill(new Scalar(22, 26, 44));
      case DARK -> fill(new Scalar(4, 4, 4));
      case FROZEN -> {}
      case BLURRED -> {
        expose(endNanos);
        Imgproc.GaussianBlur(picture, picture, new Size(0, 0), BLUR_SHARE * picture.cols());
      }
      case NOISY -> {
        expose(endNanos);
        snow();
      }
      case UNPLUGGED -> {
        return Optional.empty();
      }
    }
    if (wrong != Fault.Picture.FROZEN) {
      whole = Optional.empty();
    }
    return Optional.of(frame(endNanos));
  }

  private void fill(Scalar colour) {
    picture.setTo(colour);
    noise.apply(picture, 1, random);
  }

  /** A bad cable: whole stretches of a row are replaced by any brightness. */
  private void snow() {
    for (int row = 0; row < picture.rows(); row++) {
      int from = random.nextInt(picture.cols());
      int until = Math.min(picture.cols(), from + 1 + random.nextInt(picture.cols() / SNOW_PART));
      double level = random.nextInt(256);
      Mat stretch = picture.submat(row, row + 1, from, until);
      stretch.setTo(new Scalar(level, level, level));
      stretch.release();
    }
  }

  /** Passes over the frames that show nothing new, but for every {@code idleStride}-th. */
  private void passIdleFrames() {
    while (frameNumber % spec.shutter().idleStride() != 0
        && spec.shutter().endNanos(frameNumber) <= nowNanos
        && !isWatched(spec.shutter().endNanos(frameNumber))) {
      frameNumber++;
    }
  }

  private boolean isWatched(long nanos) {
    return scene.stirs(nanos - WATCHED_AFTER_NANOS, nanos + WATCHED_BEFORE_NANOS);
  }

  private void expose(long endNanos) {
    long startNanos = endNanos - spec.shutter().exposureNanos();
    List<Gesture> gestures = scene.gesturesIn(startNanos, endNanos);
    List<Resting> throughout =
        scene.restingAt(startNanos).stream().filter(item -> item.liesAt(endNanos)).toList();
    if (!throughout.equals(still)) {
      still = throughout;
      stillShown = new Still(things(still), shadows(still));
      stage.setStill(stillShown.things(), stillShown.shadows());
    }
    Moving moving = gestures.isEmpty() ? Moving.NONE : moving(gestures, startNanos, endNanos);
    moving.draw(stage, picture);
    lens.see(picture);
    double gain = exposure.gain(mean(), endNanos);
    noise.apply(picture, gain, random);
    Shot shot = new Shot(stillShown, moving, gain);
    whole = Optional.of(new WholeShot(spec, interior, sensor, shot, endNanos));
  }

  /** Of every sixth row: what a camera's exposure meter does not miss. */
  private Scalar mean() {
    Mat rows = picture.reshape(0, picture.rows() / 6);
    Mat sixth = rows.colRange(0, picture.cols());
    Scalar mean = Core.mean(sixth);
    sixth.release();
    rows.release();
    return mean;
  }

  private Moving moving(List<Gesture> gestures, long startNanos, long endNanos) {
    int count = moments(gestures, startNanos, endNanos);
    List<List<Thing>> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long nanos = startNanos + (endNanos - startNanos) * i / count;
      List<Thing> things = new ArrayList<>();
      gestures.forEach(gesture -> things.addAll(gesture.thingsAt(nanos)));
      things.addAll(
          things(scene.restingAt(nanos).stream().filter(item -> !still.contains(item)).toList()));
      moments.add(things);
    }
    List<Shadow> shadows = new ArrayList<>();
    gestures.forEach(gesture -> shadows.addAll(gesture.shadowsAt(startNanos)));
    return new Moving(moments, shadows);
  }

  /** Enough moments that none lies more than 1/200 of the picture from the next, 3 to 8. */
  private int moments(List<Gesture> gestures, long startNanos, long endNanos) {
    double farthestPx = 0;
    for (Gesture gesture : gestures) {
      var from = spec.view().project(gesture.path().at(startNanos).position());
      var to = spec.view().project(gesture.path().at(endNanos).position());
      farthestPx = Math.max(farthestPx, Math.hypot(to.x() - from.x(), to.y() - from.y()));
    }
    return Math.clamp((int) Math.ceil(200 * farthestPx / spec.view().widthPx()), 3, 8);
  }

  private static List<Thing> things(List<Resting> items) {
    return items.stream().map(Resting::thing).toList();
  }

  private static List<Shadow> shadows(List<Resting> items) {
    return items.stream().flatMap(item -> item.shadows().stream()).toList();
  }

  private Frame frame(long nanos) {
    long bytes = picture.step1() * picture.rows();
    MemorySegment pixels = MemorySegment.ofAddress(picture.dataAddr()).reinterpret(bytes);
    return new Frame(nanos, picture.cols(), picture.rows(), (int) picture.step1(), pixels, whole);
  }

  @Override
  public Connection connection() {
    return closed ? new Connection.Absent("closed") : new Connection.Connected();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      stage.close();
      noise.close();
      sensor.close();
      lens.close();
      picture.release();
    }
  }
}
