package pannier.vision.camera;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.hal.Frame;
import pannier.vision.Ranking;
import pannier.vision.Recogniser;
import pannier.vision.motion.Box;
import pannier.vision.motion.MotionGate;
import pannier.vision.motion.MotionMeter;
import pannier.vision.motion.NoiseMeter;
import pannier.vision.motion.QuietScene;
import pannier.vision.motion.Shrinker;
import pannier.vision.motion.SmallPicture;
import pannier.vision.rim.Rim;
import pannier.vision.rim.RimMap;
import pannier.vision.track.Crossing;
import pannier.vision.track.Verdict;
import pannier.vision.track.Visit;
import pannier.vision.track.VisitMemory;

/**
 * Turns one camera's frames into sightings. The same frames give the same reports.
 *
 * <p>Used by one thread. Needs OpenCV to be loaded. Frames are used during the call only.
 */
public final class CameraVision implements AutoCloseable {
  /** A hand in the basket does not keep still for so long. */
  private static final long PROOF_NANOS = 1_000_000_000;

  private static final long LONG_FAULT_NANOS = 5_000_000_000L;

  private static final float SMOOTH_FROM_SIGMA = 6;

  /** More than a crop's margin. */
  private static final int AROUND_CELLS = 4;

  private final int camera;
  private final Rim rim;
  private final VisionConfig config;
  private final Shrinker shrinker;
  private final NoiseMeter rawNoise = new NoiseMeter();
  private final QuietFrame quietFrame = new QuietFrame();
  private final QuietFrame stillFrame = new QuietFrame();
  private final VisitFrames visitFrames = new VisitFrames();
  private final SightingWriter writer;
  private final CameraHealth health = new CameraHealth();
  private @Nullable Watch watch;
  private @Nullable Consumer<String> explanations;
  private @Nullable Onlooker onlooker;
  private long upToNanos;
  private long trustedNanos;
  private long frames;
  private long activeFrames;
  private long verdicts;

  /**
   * @param camera its index, that reports and sightings carry
   * @param rim where its picture shows the basket's rim
   * @param recogniser ranks what crossed; not closed by this
   */
  public CameraVision(int camera, Rim rim, Recogniser recogniser, VisionConfig config) {
    this.camera = camera;
    this.rim = rim;
    this.config = config;
    shrinker = new Shrinker(config.longSideCells());
    writer = new SightingWriter(camera, recogniser, config);
  }

  /** Looks at the next frame. */
  public VisionReport observe(Frame frame) {
    SmallPicture raw = shrinker.shrink(frame);
    upToNanos = raw.timestampNanos();
    frames++;
    rawNoise.add(raw);
    if (health.judge(raw) != CameraState.TRUSTED) {
      forgetAfterLong();
      return report(List.of());
    }
    trustedNanos = upToNanos;
    Watch current = watch;
    if (current == null || !current.fits(raw)) {
      watch = new Watch(smoothed(raw, smoothings()), smoothings());
      visitFrames.forget();
      quietFrame.keep(frame);
      return report(List.of());
    }
    SmallPicture picture = smoothed(raw, current.smoothings);
    current.noise.add(picture);
    return report(current.look(frame, picture));
  }

  /** What was known before a short fault holds after it; after a long one all may be different. */
  private void forgetAfterLong() {
    if (upToNanos - trustedNanos > LONG_FAULT_NANOS) {
      watch = null;
    }
  }

  private SmallPicture smoothed(SmallPicture raw, int times) {
    return times == 0 ? raw : shrinker.smoothed(raw, times);
  }

  /** Noise that drowns small differences is worth losing small items for. */
  private int smoothings() {
    return rawNoise.sigmaLevels() < SMOOTH_FROM_SIGMA
        ? 0
        : rawNoise.sigmaLevels() < 3 * SMOOTH_FROM_SIGMA ? 1 : 2;
  }

  /** No more frames will come: what is decided so far. */
  public VisionReport finish() {
    return report(watch == null ? List.of() : watch.finish());
  }

  private VisionReport report(List<Sighting> sightings) {
    boolean active = health.state() == CameraState.TRUSTED && watch != null && watch.visit != null;
    return new VisionReport(camera, upToNanos, active, health.state(), sightings);
  }

  /** Tells from now on, for people, what every visit changed and what was made of it. */
  public void explainTo(Consumer<String> lines) {
    explanations = lines;
  }

  /** Gives a picture of each sighting away from now on. */
  public void keepPictures(PictureKeeper keeper) {
    writer.keepPictures(keeper);
  }

  /** Lets somebody look on from now on. */
  public void showTo(Onlooker looksOn) {
    onlooker = looksOn;
  }

  /** What was done so far, for measuring. */
  public Work work() {
    return new Work(frames, activeFrames, verdicts, writer.recognitions());
  }

  @Override
  public void close() {
    shrinker.close();
    quietFrame.close();
    stillFrame.close();
    visitFrames.close();
  }

  /** What is known of a scene that has been in view without a break. */
  private final class Watch {
    private final VisitMemory memory;
    private final MotionMeter meter = new MotionMeter();
    private MotionGate gate;
    private final int smoothings;
    private final NoiseMeter noise = new NoiseMeter();
    private @Nullable Visit visit;
    private long lookedNanos;
    private long quietNanos;

    Watch(SmallPicture first, int smoothings) {
      this.smoothings = smoothings;
      noise.add(first);
      lookedNanos = first.timestampNanos();
      RimMap map = rim.over(first.widthCells(), first.heightCells());
      QuietScene scene = new QuietScene(first);
      gate = new MotionGate(scene, map, first.timestampNanos());
      memory = new VisitMemory(map, scene);
      meter.remember(first);
    }

    boolean fits(SmallPicture picture) {
      return picture.widthCells() == gate.scene().widthCells()
          && picture.heightCells() == gate.scene().heightCells()
          && (visit != null || smoothings == smoothings());
    }

    List<Sighting> look(Frame frame, SmallPicture picture) {
      meter.remember(picture);
      Visit current = visit;
      if (current == null) {
        if (!gate.opens(picture, noise.sigmaLevels())) {
          quietNanos += picture.timestampNanos() - lookedNanos;
          lookedNanos = picture.timestampNanos();
          quietFrame.renew(frame);
          return List.of();
        }
        current =
            new Visit(
                memory,
                gate.scene(),
                noise.sigmaLevels(),
                isProven() ? config.visit() : config.visit().unproven(),
                picture.timestampNanos());
        visit = current;
      }
      lookedNanos = picture.timestampNanos();
      activeFrames++;
      boolean over = current.add(picture, meter.moving(noise.sigmaLevels()));
      show(current, picture);
      if (over || current.isStill()) {
        stillFrame.keep(frame);
      } else if (current.isLookedAt(picture)) {
        keepMoving(frame, current);
      }
      return over ? end(current) : List.of();
    }

    /** All pictures of an item on its way are cut out of what moves, and a little around it. */
    private void keepMoving(Frame frame, Visit current) {
      CellGrid grid = new CellGrid(frame.widthPx(), frame.heightPx(), config.longSideCells());
      current.strange().stream()
          .reduce(Box::with)
          .ifPresent(box -> visitFrames.offer(frame, grid.pixels(box, AROUND_CELLS)));
    }

    private void show(Visit visit, SmallPicture picture) {
      Onlooker looksOn = onlooker;
      if (looksOn != null) {
        looksOn.moving(picture.timestampNanos(), visit.strange().stream().map(this::area).toList());
      }
    }

    private void show(Onlooker looksOn, Crossing crossing, Ranking ranking) {
      List<Onlooker.Point> way =
          crossing.way().stream()
              .map(point -> new Onlooker.Point(point.timestampNanos(), area(point.place())))
              .toList();
      Onlooker.Place place =
          new Onlooker.Place(crossing.direction(), area(crossing.change().blob().box()), way);
      looksOn.crossed(crossing.timestampNanos(), place, ranking);
    }

    private Onlooker.Area area(Box box) {
      double width = gate.scene().widthCells();
      double height = gate.scene().heightCells();
      return new Onlooker.Area(
          box.left() / width,
          box.top() / height,
          (box.right() + 1) / width,
          (box.bottom() + 1) / height);
    }

    /** The camera has stopped: judges the visit that lasts, if it was still at last. */
    List<Sighting> finish() {
      Visit last = visit;
      return last != null && last.isStill() ? end(last) : List.of();
    }

    /** Whether the scene was at rest for so long in all that no hand can be part of it. */
    private boolean isProven() {
      return quietNanos >= PROOF_NANOS;
    }

    /** What leaves the rim of a scene that may have held a resting hand. */
    private static boolean isHand(Crossing crossing) {
      return crossing.direction() == Direction.OUT && crossing.change().atRim();
    }

    private List<Sighting> end(Visit over) {
      Consumer<String> explain = explanations;
      if (explain != null) {
        explain.accept("visit up to %.2f s".formatted(upToNanos / 1e9));
        Verdict.explain(over).forEach(explain);
      }
      verdicts++;
      List<Crossing> crossings =
          Verdict.of(over).stream().filter(crossing -> isProven() || !isHand(crossing)).toList();
      List<SightingWriter.Named> named =
          writer.name(crossings, quietFrame, stillFrame, visitFrames);
      Onlooker looksOn = onlooker;
      if (looksOn != null) {
        named.forEach(each -> show(looksOn, each.crossing(), each.ranking()));
      }
      List<Sighting> sightings = writer.write(named);
      visitFrames.forget();
      visit = null;
      gate = gate.at(over.after(), upToNanos);
      quietNanos = over.endedResting() ? 0 : quietNanos;
      quietFrame.take(stillFrame);
      return sightings;
    }
  }
}
