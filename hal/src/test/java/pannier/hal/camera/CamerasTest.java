package pannier.hal.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import pannier.hal.Camera;
import pannier.hal.contract.CameraContract;

/** Both kinds of camera keep the contract, fed from the same video. */
class CamerasTest {
  private static final int FRAMES = 100;

  @TempDir static Path folder;

  private final AtomicLong cartNanos = new AtomicLong();

  @BeforeAll
  static void record() throws Exception {
    TestVideo.write(clip(), FRAMES);
  }

  private static Path clip() {
    return folder.resolve("clip.mp4");
  }

  @Nested
  class RecordedOne extends CameraContract {
    @Override
    protected Camera open() throws Exception {
      return VideoCamera.openFile(clip(), cartNanos::get, 0);
    }

    @Override
    protected boolean present() {
      return true;
    }

    @Override
    protected void letPass(Duration time) {
      cartNanos.addAndGet(time.toNanos());
    }

    @Override
    protected long cartNanos() {
      return cartNanos.get();
    }
  }

  /** Stepped by the test in place of its thread; each step captures one frame. */
  @Nested
  class LiveOne extends CameraContract {
    private @Nullable LiveCamera camera;

    @Override
    protected Camera open() throws Exception {
      FfmpegLibraries.loadForFiles();
      LiveCamera live =
          new LiveCamera(
              "test",
              () -> VideoDecoder.open(VideoInput.file(clip())),
              new CaptureClock(cartNanos::get, () -> 0));
      camera = live;
      return live;
    }

    @Override
    protected boolean present() {
      return true;
    }

    @Override
    protected void letPass(Duration time) {
      cartNanos.addAndGet(time.toNanos());
      LiveCamera live = camera;
      if (live != null) {
        live.step();
      }
    }

    @Override
    protected long cartNanos() {
      return cartNanos.get();
    }
  }
}
