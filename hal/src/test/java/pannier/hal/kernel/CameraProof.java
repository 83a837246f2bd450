package pannier.hal.kernel;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.hal.Camera;
import pannier.hal.Connection;
import pannier.hal.Frame;
import pannier.hal.camera.VideoCamera;

/**
 * A camera of the kernel's {@code vivid} driver through V4L2: bars of eight colours, which it is
 * read by, then taken away and given back.
 */
final class CameraProof {
  private static final String DEVICE = "/dev/video0";
  private static final Path DRIVER = Path.of("/sys/bus/platform/drivers/vivid");
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final int WIDTH_PX = 640;
  private static final int HEIGHT_PX = 480;

  /** White, yellow, cyan, green, magenta, red, blue, black: whether each has blue, green, red. */
  private static final int[][] BARS = {
    {1, 1, 1}, {0, 1, 1}, {1, 1, 0}, {0, 1, 0}, {1, 0, 1}, {0, 0, 1}, {1, 0, 0}, {0, 0, 0}
  };

  private final Seen seen;
  private String last = "";

  CameraProof(Seen seen) {
    this.seen = seen;
  }

  void prove() throws IOException, InterruptedException {
    try (Camera camera = VideoCamera.openDevice(DEVICE, WIDTH_PX, HEIGHT_PX, 5, System::nanoTime)) {
      boolean bars = bars(camera);
      seen.see("camera gives vivid's eight bars, 640 x 480", bars, last);
      long pulled = System.nanoTime();
      Files.writeString(DRIVER.resolve("unbind"), "vivid.0");
      Optional<String> gone = Seen.within(LIMIT, () -> absent(camera));
      seen.see(
          "a camera that was pulled is absent",
          gone.isPresent(),
          (System.nanoTime() - pulled) / 1_000_000 + " ms: " + gone);
      Files.writeString(DRIVER.resolve("bind"), "vivid.0");
      seen.see(
          "it gives pictures again once it is back", bars(camera), camera.connection().toString());
    }
  }

  private static @Nullable String absent(Camera camera) {
    camera.poll();
    return camera.connection() instanceof Connection.Absent absent ? absent.reason() : null;
  }

  private boolean bars(Camera camera) throws InterruptedException {
    last = camera.connection().toString();
    return Seen.within(LIMIT, () -> camera.poll().filter(this::barred).orElse(null)).isPresent();
  }

  private boolean barred(Frame frame) {
    last = "%d x %d %s".formatted(frame.widthPx(), frame.heightPx(), colours(frame));
    if (frame.widthPx() != WIDTH_PX || frame.heightPx() != HEIGHT_PX) {
      return false;
    }
    for (int bar = 0; bar < BARS.length; bar++) {
      for (int channel = 0; channel < 3; channel++) {
        // Bars of three quarters: 191 of 255 where a colour is, next to nothing where it is not.
        int wanted = BARS[bar][channel] * 191;
        if (Math.abs(at(frame, bar, channel) - wanted) > 40) {
          return false;
        }
      }
    }
    return true;
  }

  private static int at(Frame frame, int bar, int channel) {
    int x = (2 * bar + 1) * frame.widthPx() / (2 * BARS.length);
    // Below the text that vivid writes over the bars.
    int y = frame.heightPx() * 7 / 8;
    return frame
            .pixels()
            .get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes() + 3L * x + channel)
        & 0xFF;
  }

  private static String colours(Frame frame) {
    int[][] found = new int[BARS.length][3];
    for (int bar = 0; bar < BARS.length; bar++) {
      for (int channel = 0; channel < 3; channel++) {
        found[bar][channel] = at(frame, bar, channel);
      }
    }
    return Arrays.deepToString(found);
  }
}
