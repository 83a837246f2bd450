package pannier.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tinylog.Logger;
import pannier.app.loop.VisionReports;
import pannier.app.loop.VisionSource;
import pannier.domain.evidence.VisionReport;
import pannier.hal.Camera;
import pannier.hal.Frame;
import pannier.vision.camera.CameraVision;

/**
 * Vision on a thread of its own: the tick only collects what has been finished. When the thread
 * dies or the camera is silent no reports come, and the core calls the camera untrusted.
 */
public final class LiveVision implements VisionSource {
  private static final long PAUSE_NANOS = 2_000_000;

  private final Camera camera;
  private final CameraVision vision;
  private final Consumer<Frame> onlooker;
  private final Thread thread;
  private List<VisionReport> finished = new ArrayList<>();
  private volatile boolean closed;

  private LiveVision(Camera camera, CameraVision vision, Consumer<Frame> onlooker, String name) {
    this.onlooker = onlooker;
    this.camera = camera;
    this.vision = vision;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::watch);
  }

  /**
   * Starts looking. It takes camera and vision over and closes them.
   *
   * @param name of the camera, for logs
   */
  public static LiveVision start(Camera camera, CameraVision vision, String name) {
    return start(camera, vision, frame -> {}, name);
  }

  /**
   * Starts looking, and shows each frame to somebody else after vision has seen it.
   *
   * @param onlooker called by the camera's thread; must not keep the frame
   */
  public static LiveVision start(
      Camera camera, CameraVision vision, Consumer<Frame> onlooker, String name) {
    LiveVision live = new LiveVision(camera, vision, onlooker, name);
    live.thread.start();
    return live;
  }

  private void watch() {
    try {
      while (!closed) {
        Optional<Frame> frame = camera.poll();
        if (frame.isPresent()) {
          add(vision.observe(frame.get()));
          onlooker.accept(frame.get());
        } else {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    } catch (RuntimeException e) {
      Logger.error(e, "{}: vision has stopped", thread.getName());
    }
  }

  private synchronized void add(VisionReport report) {
    finished.add(report);
  }

  @Override
  public List<VisionReport> drain(long nanos) {
    List<VisionReport> drained;
    synchronized (this) {
      drained = finished;
      finished = new ArrayList<>();
    }
    return VisionReports.joined(drained);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    vision.close();
    camera.close();
  }
}
