package pannier.hal.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import pannier.hal.Camera;
import pannier.hal.Connection;
import pannier.hal.Frame;

/**
 * A camera that captures on a thread of its own and keeps the newest frame; one that nobody polled
 * in time is dropped for the next.
 */
final class LiveCamera implements Camera {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Capture capture;
  private final LatestPicture latest;
  private final Thread thread;
  private volatile boolean closed;

  /** The camera stands still until {@link #start}. */
  LiveCamera(String name, Capture.Source source, CaptureClock clock) {
    latest = new LatestPicture();
    capture = new Capture(source, clock, latest);
    // Not a virtual thread: it sits in native calls, which would hold a carrier.
    thread = Thread.ofPlatform().daemon().name("camera " + name).unstarted(this::run);
  }

  static LiveCamera start(String name, Capture.Source source, LongSupplier cartNanos) {
    LiveCamera camera = new LiveCamera(name, source, new CaptureClock(cartNanos, System::nanoTime));
    camera.thread.start();
    return camera;
  }

  private void run() {
    while (!closed) {
      long waitNanos = capture.step().toNanos();
      if (waitNanos > 0 && !closed) {
        LockSupport.parkNanos(waitNanos);
      }
    }
    capture.close();
  }

  /** One step of the thread's work, for who steps instead of starting it. */
  Duration step() {
    return capture.step();
  }

  @Override
  public Optional<Frame> poll() {
    return closed ? Optional.empty() : latest.take();
  }

  @Override
  public Connection connection() {
    return closed ? new Connection.Absent("closed") : capture.connection();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    LockSupport.unpark(thread);
    if (ended()) {
      capture.close();
      latest.close();
    }
    // Else the driver holds the thread; its memory must stay, or it would write into what is not
    // ours.
  }

  private boolean ended() {
    try {
      return thread.getState() == Thread.State.NEW || thread.join(LONGEST_WAIT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
