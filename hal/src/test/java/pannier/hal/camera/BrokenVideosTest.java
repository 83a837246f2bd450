package pannier.hal.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pannier.hal.BadRecordingException;

/** Whatever bytes a video file holds, it plays, or is refused in one line that names it. */
class BrokenVideosTest {
  private static final int TRIES = 60;
  private static final int MOST_FRAMES = 1000;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.mkv", "a.avi", "a.ts"})
  void changedBytesPlayOrAreRefused(String name) throws Exception {
    byte[] whole = Files.readAllBytes(TestVideo.write(folder.resolve(name), 25));
    Random random = new Random(name.hashCode());
    int refused = 0;
    for (int n = 0; n < TRIES; n++) {
      Path broken = Files.write(folder.resolve("broken-" + name), change(whole, random));
      refused +=
          assertTimeoutPreemptively(Duration.ofSeconds(60), () -> playsWhole(broken)) ? 0 : 1;
    }
    assertTrue(refused > TRIES / 10, "only " + refused + " of " + TRIES + " were noticed");
  }

  private static byte[] change(byte[] whole, Random random) {
    byte[] changed = whole.clone();
    int changes = 1 + random.nextInt(40);
    for (int n = 0; n < changes; n++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
    }
    return changed;
  }

  private static boolean playsWhole(Path file) throws IOException {
    try (RecordedCamera camera = VideoCamera.openFile(file, () -> Long.MAX_VALUE, 0)) {
      for (int n = 0; n < MOST_FRAMES && !camera.finished(); n++) {
        camera.poll();
      }
      assertTrue(camera.finished(), "no end");
      camera.requireIntact();
      return true;
    } catch (BadRecordingException refused) {
      assertTrue(refused.getMessage().startsWith(file + ": "), refused.getMessage());
      assertEquals(1, refused.getMessage().lines().count());
      return false;
    }
  }
}
