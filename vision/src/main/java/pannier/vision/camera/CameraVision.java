package pannier.vision.camera;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.hal.Frame;
import pannier.vision.Recogniser;
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

/**
 * Turns one camera's frames into sightings. The same frames give the same reports.
 *
 * <p>Used by one thread. Needs OpenCV to be loaded. Frames are used during the call only.
 */
public final class CameraVision implements AutoCloseable {
  private final int camera;
  private final Rim rim;
  private final VisionConfig config;
  private final Shrinker shrinker;
  private final NoiseMeter noise = new NoiseMeter();
  private final QuietFrame quietFrame = new QuietFrame();
  private final QuietFrame stillFrame = new QuietFrame();
  private final SightingWriter writer;
  private final CameraHealth health = new CameraHealth();
  private @Nullable Watch watch;
  private long upToNanos;
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
    SmallPicture picture = shrinker.shrink(frame);
    upToNanos = picture.timestampNanos();
    frames++;
    noise.add(picture);
    CameraState state = health.judge(picture);
    if (state != CameraState.TRUSTED) {
      watch = null;
      return report(List.of());
    }
    if (watch == null || !watch.fits(picture)) {
      watch = new Watch(picture);
      quietFrame.keep(frame);
      return report(List.of());
    }
    return report(watch.look(frame, picture));
  }

  /** No more frames will come: what is decided so far. */
  public VisionReport finish() {
    return report(watch == null ? List.of() : watch.finish());
  }

  private VisionReport report(List<Sighting> sightings) {
    boolean active = watch != null && watch.visit != null;
    return new VisionReport(camera, upToNanos, active, health.state(), sightings);
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
  }

  /** What is known of a scene that has been in view without a break. */
  private final class Watch {
    private final RimMap map;
    private final MotionMeter meter = new MotionMeter();
    private MotionGate gate;
    private @Nullable Visit visit;

    Watch(SmallPicture first) {
      map = rim.over(first.widthCells(), first.heightCells());
      gate = new MotionGate(new QuietScene(first), map, first.timestampNanos());
      meter.remember(first);
    }

    boolean fits(SmallPicture picture) {
      return picture.widthCells() == gate.scene().widthCells()
          && picture.heightCells() == gate.scene().heightCells();
    }

    List<Sighting> look(Frame frame, SmallPicture picture) {
      meter.remember(picture);
      Visit current = visit;
      if (current == null) {
        if (!gate.opens(picture, noise.sigmaLevels())) {
          quietFrame.renew(frame);
          return List.of();
        }
        current = new Visit(gate.scene(), noise.sigmaLevels(), map, config.visit(), picture.timestampNanos());
        visit = current;
      }
      activeFrames++;
      boolean over = current.add(picture, meter.moving(noise.sigmaLevels()));
      if (over || current.isStill()) {
        stillFrame.keep(frame);
      }
      return over ? end(current) : List.of();
    }

    /** The camera has stopped: judges the visit that lasts, if it was still at last. */
    List<Sighting> finish() {
      Visit last = visit;
      return last != null && last.isStill() ? end(last) : List.of();
    }

    private List<Sighting> end(Visit over) {
      verdicts++;
      List<Crossing> crossings = Verdict.of(over, map);
      List<Sighting> sightings =
          writer.write(crossings, quietFrame.pixels(), stillFrame.pixels());
      visit = null;
      gate = new MotionGate(over.after(), map, upToNanos);
      quietFrame.take(stillFrame);
      return sightings;
    }
  }
}
