package pannier.vision.camera;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.hal.Frame;
import pannier.hal.WholePicture;
import pannier.vision.Recogniser;
import pannier.vision.rim.BasketSide;
import pannier.vision.rim.Rim;

/**
 * A basket drawn upright, the rim near the top, with hands and items that move by given paths, and
 * noise. It can be turned, so that the basket lies on any side. Places are in pixels of a 320 x 240
 * picture.
 */
final class DrawnScene {
  static final int WIDTH = 320;
  static final int HEIGHT = 240;
  private static final double RIM_Y = 24;

  private static final double[] NOISE =
      new Random(7).doubles(4001).map(DrawnScene::normal).toArray();

  private final List<Actor> actors = new ArrayList<>();
  private final double seconds;
  private int framesPerSecond = 30;
  private int quarterTurns;
  private double noise = 3;
  private DoubleUnaryOperator light = t -> 1;
  private Optional<Actor> small = Optional.empty();

  /** Draws itself at one moment, in seconds. */
  interface Actor {
    void draw(Mat picture, double t);
  }

  /** The normal deviate of a uniform one, after Tukey's lambda: right to 0.02 up to 2.5 sigma. */
  private static double normal(double uniform) {
    return (Math.pow(uniform, 0.135) - Math.pow(1 - uniform, 0.135)) / 0.1975;
  }

  DrawnScene(double seconds) {
    this.seconds = seconds;
  }

  DrawnScene with(Actor actor) {
    actors.add(actor);
    return this;
  }

  /** With another actor behind all so far. */
  DrawnScene behind(Actor actor) {
    actors.addFirst(actor);
    return this;
  }

  DrawnScene framesPerSecond(int fps) {
    framesPerSecond = fps;
    return this;
  }

  DrawnScene turned(int quarters) {
    quarterTurns = quarters;
    return this;
  }

  DrawnScene noise(double levels) {
    noise = levels;
    return this;
  }

  DrawnScene light(DoubleUnaryOperator factor) {
    light = factor;
    return this;
  }

  /** Frames show a quarter along and down; this draws what only the whole picture shows. */
  DrawnScene small(Actor actor) {
    small = Optional.of(actor);
    return this;
  }

  /** An item with a label, centred where its path says; the path may say null: not in view. */
  static Actor item(Scalar colour, Size size, DoubleFunction<Point> path) {
    return (picture, t) -> {
      Point at = path.apply(t);
      if (at != null) {
        Point a = new Point(at.x - size.width / 2, at.y - size.height / 2);
        Point b = new Point(at.x + size.width / 2, at.y + size.height / 2);
        Imgproc.rectangle(picture, a, b, colour, -1);
        Point labelA = new Point(a.x + size.width * 0.2, a.y + size.height * 0.3);
        Point labelB = new Point(b.x - size.width * 0.2, b.y - size.height * 0.4);
        Imgproc.rectangle(picture, labelA, labelB, new Scalar(230, 230, 230), -1);
        Imgproc.line(picture, labelA, labelB, new Scalar(40, 40, 40), 2);
      }
    };
  }

  /** A hand on an arm that comes from above, its fingertips where its path says. */
  static Actor hand(Scalar skin, Scalar sleeve, DoubleFunction<Point> path) {
    return (picture, t) -> {
      Point tip = path.apply(t);
      if (tip != null) {
        Point wrist = new Point(tip.x + 6, tip.y - 42);
        Imgproc.line(picture, wrist, new Point(tip.x + 30, tip.y - 300), sleeve, 26);
        Imgproc.ellipse(
            picture, new Point(tip.x, tip.y - 22), new Size(15, 24), 10, 0, 360, skin, -1);
        Imgproc.line(picture, new Point(tip.x - 7, tip.y - 14), tip, skin, 7);
      }
    };
  }

  /** The straight way between places that are passed at given seconds: {t, x, y} each. */
  static DoubleFunction<Point> path(double[]... stops) {
    return t -> {
      if (t <= stops[0][0]) {
        return new Point(stops[0][1], stops[0][2]);
      }
      for (int i = 1; i < stops.length; i++) {
        if (t <= stops[i][0]) {
          double part = (t - stops[i - 1][0]) / (stops[i][0] - stops[i - 1][0]);
          return new Point(
              stops[i - 1][1] + part * (stops[i][1] - stops[i - 1][1]),
              stops[i - 1][2] + part * (stops[i][2] - stops[i - 1][2]));
        }
      }
      double[] end = stops[stops.length - 1];
      return new Point(end[1], end[2]);
    };
  }

  /** The rim of this scene, as its pictures are turned. */
  Rim rim() {
    double y = RIM_Y / HEIGHT;
    return switch (Math.floorMod(quarterTurns, 4)) {
      case 0 -> new Rim(0, y, 1, y, BasketSide.BELOW);
      case 1 -> new Rim(1 - y, 0, 1 - y, 1, BasketSide.LEFT);
      case 2 -> new Rim(0, 1 - y, 1, 1 - y, BasketSide.ABOVE);
      default -> new Rim(y, 0, y, 1, BasketSide.RIGHT);
    };
  }

  /** What vision reports of this scene, frame by frame, and at the end. */
  List<VisionReport> reports(CameraVision vision) {
    List<VisionReport> reports = new ArrayList<>();
    Random random = new Random(1);
    try (Arena arena = Arena.ofConfined()) {
      for (int n = 0; n < seconds * framesPerSecond; n++) {
        double t = (double) n / framesPerSecond;
        reports.add(vision.observe(frame(t, random, arena)));
      }
    }
    reports.add(vision.finish());
    return reports;
  }

  /** The sightings of this scene. */
  List<Sighting> sightings(Recogniser recogniser) {
    try (CameraVision vision = new CameraVision(0, rim(), recogniser, VisionConfig.standard())) {
      return reports(vision).stream().flatMap(report -> report.sightings().stream()).toList();
    }
  }

  private Frame frame(double t, Random random, Arena arena) {
    Mat picture = background();
    actors.forEach(actor -> actor.draw(picture, t));
    Core.multiply(picture, Scalar.all(light.applyAsDouble(t)), picture);
    int turn = Math.floorMod(quarterTurns, 4);
    if (turn > 0) {
      int[] codes = {Core.ROTATE_90_CLOCKWISE, Core.ROTATE_180, Core.ROTATE_90_COUNTERCLOCKWISE};
      Core.rotate(picture, picture, codes[turn - 1]);
    }
    byte[] pixels = new byte[3 * picture.rows() * picture.cols()];
    picture.get(0, 0, pixels);
    addNoise(pixels, random);
    MemorySegment memory = arena.allocate(pixels.length);
    memory.copyFrom(MemorySegment.ofArray(pixels));
    int width = picture.cols();
    int height = picture.rows();
    picture.release();
    return new Frame(
        Math.round(t * 1e9),
        width,
        height,
        3 * width,
        memory,
        small.map(actor -> new Whole(memory, width, height, mat -> actor.draw(mat, t))));
  }

  /** A picture of four times as many pixels along and down. */
  private record Whole(MemorySegment bgr, int width, int height, Consumer<Mat> small)
      implements WholePicture {
    @Override
    public WholePicture kept() {
      return this;
    }

    @Override
    public Optional<Frame> part(Place place) {
      Mat coarse = new Mat(height, width, CvType.CV_8UC3, bgr.asByteBuffer());
      Mat fine = new Mat();
      Imgproc.resize(coarse, fine, new Size(4.0 * width, 4.0 * height), 0, 0, Imgproc.INTER_LINEAR);
      small.accept(fine);
      int across = 4 * place.widthPx();
      int down = 4 * place.heightPx();
      Mat part = fine.submat(new Rect(4 * place.leftPx(), 4 * place.topPx(), across, down)).clone();
      byte[] pixels = new byte[3 * across * down];
      part.get(0, 0, pixels);
      MemorySegment memory = Arena.ofAuto().allocate(pixels.length);
      memory.copyFrom(MemorySegment.ofArray(pixels));
      List.of(coarse, fine, part).forEach(Mat::release);
      return Optional.of(new Frame(0, across, down, 3 * across, memory));
    }
  }

  /** Gaussian, drawn from a short table from a new place for each row: quick, and good enough. */
  private void addNoise(byte[] pixels, Random random) {
    for (int i = 0, place = 0; i < pixels.length; i++, place++) {
      if (i % 960 == 0) {
        place = random.nextInt(NOISE.length);
      }
      int value = (pixels[i] & 0xff) + (int) Math.round(noise * NOISE[place % NOISE.length]);
      pixels[i] = (byte) Math.clamp(value, 0, 255);
    }
  }

  /** A basket's floor with wires. */
  private static Mat background() {
    Mat picture = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, new Scalar(150, 158, 165));
    for (int x = 10; x < WIDTH; x += 40) {
      Imgproc.line(
          picture, new Point(x, 0), new Point(x + 5, HEIGHT), new Scalar(110, 112, 115), 2);
    }
    Imgproc.rectangle(
        picture, new Point(0, 200), new Point(WIDTH, HEIGHT), new Scalar(95, 120, 130), -1);
    return picture;
  }
}
