package pannier.app.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import pannier.domain.evidence.VisionReport;
import pannier.hal.Camera;
import pannier.hal.Frame;
import pannier.vision.camera.CameraVision;

/**
 * Vision on stepped time: frames are looked at in the tick's own thread, and what they gave is
 * handed out after a modelled delay, so that decisions do not depend on how fast this machine is.
 */
public final class SteppedVision implements VisionSource {
  /**
   * What a Raspberry Pi 4 needs for a frame with an embedding (public tables: 17 ms), rounded up.
   */
  public static final long DELAY_NANOS = 40_000_000L;

  private final Camera camera;
  private final CameraVision vision;
  private final Deque<VisionReport> waiting = new ArrayDeque<>();

  /** Takes both over and closes them. */
  public SteppedVision(Camera camera, CameraVision vision) {
    this.camera = camera;
    this.vision = vision;
  }

  @Override
  public List<VisionReport> drain(long nanos) {
    Optional<Frame> frame = camera.poll();
    while (frame.isPresent()) {
      waiting.add(vision.observe(frame.get()));
      frame = camera.poll();
    }
    List<VisionReport> due = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.getFirst().upToNanos() + DELAY_NANOS <= nanos) {
      due.add(waiting.removeFirst());
    }
    return VisionReports.joined(due);
  }

  /** No more frames will come: everything that waits, and what vision still had in mind. */
  public List<VisionReport> finish() {
    List<VisionReport> last = new ArrayList<>(waiting);
    waiting.clear();
    last.add(vision.finish());
    return VisionReports.joined(last);
  }

  @Override
  public void close() {
    vision.close();
    camera.close();
  }
}
