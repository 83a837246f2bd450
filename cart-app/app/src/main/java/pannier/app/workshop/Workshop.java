package pannier.app.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.tinylog.Logger;
import pannier.app.scale.ScaleFiles;
import pannier.domain.catalogue.Product;
import pannier.hal.Frame;
import pannier.hal.LoadConverters;
import pannier.vision.motion.Shrinker;
import pannier.vision.rim.Rim;

/**
 * A free cart that staff work at. It opens on an order from the console and closes by itself; the
 * cart begins no trip meanwhile. Pictures are made of frames only while somebody aligns or enrols.
 * Safe for use by many threads.
 */
public final class Workshop implements AutoCloseable {
  /** The folder of products that were shown to the cart, in its data. */
  public static final String SHOWN = "shown";

  /** Staff who leave it open must not keep shoppers from the cart for long. */
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(10);

  private static final long SHOW_NANOS = 150_000_000L;
  private static final double DARK = 45;
  private static final double BRIGHT = 215;
  private static final double CRISP = 7;

  private final Place place;
  private final InstantSource clock;
  private final List<Rim> rims;
  private Bench.@Nullable Task task;
  private String staff = "";
  private Instant touched = Instant.EPOCH;
  private Bench.Aim aim = Bench.Aim.NONE;
  private @Nullable Turning turning;
  private @Nullable ScaleCourse course;
  private boolean told;
  private Outcome outcome = new Outcome("", false, 0, "");
  private volatile int watched = -1;
  private volatile byte @Nullable [] picture;
  private long shownNanos = Long.MIN_VALUE;

  /**
   * Where it stands.
   *
   * @param data the cart's folder
   * @param rims as the cart runs with them
   * @param converters drained by the workshop alone; empty: there is no scale
   */
  public record Place(Path data, List<Rim> rims, Optional<LoadConverters> converters) {
    public Place {
      rims = List.copyOf(rims);
    }

    /** Where products go that were shown. */
    public Path shown() {
      return data.resolve(SHOWN);
    }
  }

  /**
   * What came of staff's work, for the console.
   *
   * @param staff who came last; empty if nobody did
   * @param open they are still there
   * @param results how many there were
   * @param last {@code rim CAMERA}, {@code shown PRODUCT VIEWS}, {@code calibrated GRAMS}, {@code
   *     not-calibrated}, {@code stopped}, {@code returned}; empty if there is none
   */
  public record Outcome(String staff, boolean open, int results, String last) {
    private Outcome and(String result) {
      return new Outcome(staff, open, results + 1, result);
    }
  }

  public Workshop(Place place, InstantSource clock) {
    this.place = place;
    this.clock = clock;
    this.rims = new ArrayList<>(place.rims());
    if (Files.exists(stopFile())) {
      task = Bench.Task.STOPPED;
      staff = "–";
      outcome = new Outcome(staff, true, 0, "stopped");
    }
  }

  /** Staff come; nothing changes where they are already. */
  public synchronized void open(String by) {
    if (task == null) {
      staff = by;
      task = Bench.Task.MENU;
      outcome = new Outcome(by, true, outcome.results(), outcome.last());
    }
    touched = clock.instant();
  }

  /**
   * Takes the cart out of use, or gives it back. It stays out of use over a restart.
   *
   * @param by who is kept with it
   */
  public synchronized void use(String by, boolean inUse) {
    if (inUse != (task == Bench.Task.STOPPED)) {
      return;
    }
    try {
      if (inUse) {
        Files.deleteIfExists(stopFile());
        leave();
      } else {
        Files.writeString(stopFile(), by);
        leave();
        task = Bench.Task.STOPPED;
      }
      staff = by;
      outcome = outcome.and(inUse ? "returned" : "stopped");
    } catch (IOException e) {
      Logger.error(e, "out of use");
    }
  }

  private Path stopFile() {
    return place.data().resolve("out-of-use");
  }

  /** Whether staff work at it, or took it out of use. */
  public synchronized boolean isOpen() {
    if (task != null
        && task != Bench.Task.STOPPED
        && touched.plus(LONGEST_IDLE).isBefore(clock.instant())) {
      leave();
    }
    return task != null;
  }

  /** What came of it so far. */
  public synchronized Outcome outcome() {
    weighed();
    return new Outcome(staff, isOpen(), outcome.results(), outcome.last());
  }

  /** A calibration ends on its own thread; it is told once. */
  private void weighed() {
    if (course != null && !told && course.shown().isOver()) {
      Bench.ScaleStep step = course.shown();
      told = true;
      outcome =
          outcome.and(
              step.state().equals("done") ? "calibrated " + step.errorGrams() : "not-calibrated");
    }
  }

  /** What the screen shows; empty while nobody works at it. */
  public synchronized Optional<Bench> bench() {
    if (!isOpen() || task == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Bench(
            task,
            rims.size(),
            aim,
            turning == null ? Bench.Views.NONE : turning.shown(),
            course == null
                ? Bench.ScaleStep.idle(place.converters().isPresent())
                : course.shown()));
  }

  /** Back to the choice of what to do. */
  public synchronized void menu() {
    if (begin(Bench.Task.MENU)) {
      watched = -1;
    }
  }

  /** Shows a camera's picture with its rim. */
  public synchronized void align(int camera) {
    if (camera < rims.size() && begin(Bench.Task.ALIGN)) {
      aim = aim(camera, "good", true, false);
      watched = camera;
    }
  }

  private Bench.Aim aim(int camera, String light, boolean sharp, boolean kept) {
    Rim rim = rims.get(camera);
    List<Double> ends = List.of(rim.x0(), rim.y0(), rim.x1(), rim.y1());
    return new Bench.Aim(camera, ends, light, sharp, kept);
  }

  /**
   * Keeps the rim that staff drew.
   *
   * @throws IllegalArgumentException if it is no rim of that basket
   */
  public synchronized void drawn(double x0, double y0, double x1, double y1) throws IOException {
    if (task == Bench.Task.ALIGN) {
      touched = clock.instant();
      int camera = aim.camera();
      rims.set(camera, new Rim(x0, y0, x1, y1, rims.get(camera).basket()));
      new RimFile(place.data()).keep(rims);
      aim = aim(camera, aim.light(), aim.sharp(), true);
      outcome = outcome.and("rim " + (camera + 1));
    }
  }

  /** Begins to look at a product that is turned before the first camera. */
  public synchronized void enrol(Product product) throws IOException {
    if (!rims.isEmpty() && begin(Bench.Task.ENROL)) {
      turning = Turning.of(product);
      watched = 0;
    }
  }

  /** Keeps the views of the product that is shown. */
  public synchronized void keep() throws IOException {
    if (turning != null) {
      touched = clock.instant();
      turning.keep(place.shown());
      watched = -1;
      Bench.Views views = turning.shown();
      outcome = outcome.and("shown %s %d".formatted(views.product(), views.kept()));
      Logger.info("{} showed the cart {}", staff, turning.shown().product());
    }
  }

  /** Begins the calibration with a known mass. */
  public synchronized void calibrate(double grams) throws IOException {
    if (place.converters().isPresent() && begin(Bench.Task.CALIBRATE)) {
      ScaleFiles files = ScaleFiles.in(place.data());
      told = false;
      course = ScaleCourse.start(place.converters().get(), files, staff, grams, clock);
    }
  }

  /** What the calibration asked for is placed. */
  public synchronized void placed() {
    if (course != null) {
      touched = clock.instant();
      course.placed();
    }
  }

  /** Staff go: the cart is free again, unless it is out of use. */
  public synchronized void left() {
    if (task != Bench.Task.STOPPED) {
      leave();
    }
  }

  private void leave() {
    stop();
    task = null;
    watched = -1;
    picture = null;
  }

  private boolean begin(Bench.Task next) {
    if (!isOpen() || task == Bench.Task.STOPPED) {
      return false;
    }
    stop();
    touched = clock.instant();
    picture = null;
    task = next;
    return true;
  }

  private void stop() {
    if (turning != null) {
      turning.close();
      turning = null;
    }
    if (course != null) {
      weighed();
      course.close();
      course = null;
    }
  }

  /** The next frame, by its camera's thread. */
  public void look(int camera, Frame frame) {
    if (camera != watched || !due(frame.timestampNanos())) {
      return;
    }
    Mat whole = Shrinker.view(frame);
    try {
      LivePicture live = LivePicture.of(whole);
      picture = live.jpeg();
      saw(camera, whole, live);
    } finally {
      whole.release();
    }
  }

  private synchronized boolean due(long nanos) {
    boolean due = shownNanos == Long.MIN_VALUE || Math.abs(nanos - shownNanos) >= SHOW_NANOS;
    shownNanos = due ? nanos : shownNanos;
    return due;
  }

  private synchronized void saw(int camera, Mat whole, LivePicture live) {
    if (task == Bench.Task.ENROL && turning != null) {
      turning.look(whole);
    } else if (task == Bench.Task.ALIGN && camera == aim.camera()) {
      String light = live.level() < DARK ? "dark" : live.level() > BRIGHT ? "bright" : "good";
      aim = aim(camera, light, live.edge() >= CRISP, aim.kept());
    }
  }

  /** What the camera saw last, as JPEG; empty while nobody needs it. */
  public Optional<byte[]> picture() {
    byte[] last = picture;
    return watched < 0 || last == null ? Optional.empty() : Optional.of(last.clone());
  }

  @Override
  public synchronized void close() {
    leave();
  }
}
