package pannier.vision.camera;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.hal.Frame;
import pannier.vision.Recogniser;
import pannier.vision.motion.MotionGate;
import pannier.vision.motion.MotionMeter;
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
  private final QuietFrame quietFrame = new QuietFrame();
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
    return report(List.of());
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
        if (!gate.opens(picture)) {
          quietFrame.renew(frame);
          return List.of();
        }
        current = new Visit(gate.scene(), map, config.visit(), picture.timestampNanos());
        visit = current;
      }
      activeFrames++;
      return current.add(picture, meter.moving()) ? end(current, frame) : List.of();
    }

    private List<Sighting> end(Visit over, Frame frame) {
      verdicts++;
      List<Crossing> crossings = Verdict.of(over, map);
      Mat after = Shrinker.view(frame);
      try {
        return writer.write(crossings, quietFrame.pixels(), after);
      } finally {
        after.release();
        visit = null;
        gate = new MotionGate(over.after(), map, frame.timestampNanos());
        quietFrame.keep(frame);
      }
    }
  }
}
