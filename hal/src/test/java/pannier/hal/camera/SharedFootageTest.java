package pannier.hal.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.hal.BadRecordingException;
import pannier.hal.Frame;
import pannier.hal.recording.RecordedLoadCells;

/** The footage beside the project, where it is there. Counts and lengths are ffprobe's. */
class SharedFootageTest {
  private static final Path TRIP =
      Path.of(System.getProperty("pannier.shared", "../../shared"), "data/trips/bottles");
  private static final Path VIDEO = TRIP.resolve("rim.mp4");

  @TempDir Path folder;

  @BeforeEach
  void needFootage() {
    assumeTrue(Files.exists(VIDEO), () -> "no footage at " + VIDEO);
  }

  @Test
  void playsAllFrames() throws Exception {
    try (RecordedCamera camera = VideoCamera.openFile(VIDEO, () -> Long.MAX_VALUE, 0)) {
      int frames = 0;
      long last = -1;
      while (!camera.finished()) {
        Frame frame = camera.poll().orElseThrow();
        assertEquals(640, frame.widthPx());
        assertEquals(360, frame.heightPx());
        assertTrue(frame.timestampNanos() > last);
        last = frame.timestampNanos();
        frames++;
      }
      camera.requireIntact();
      assertEquals(1189, frames);
      assertEquals(39.821, last / 1e9, 0.001);
    }
  }

  @Test
  void halfOfItIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(VIDEO);
    Path half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(whole, whole.length / 2));
    assertThrows(
        BadRecordingException.class,
        () -> VideoCamera.openFile(half, () -> Long.MAX_VALUE, 0).close());
  }

  @Test
  void itsScaleHasAllRows() throws Exception {
    Path scale = TRIP.resolve("scale.csv");
    try (RecordedLoadCells cells = RecordedLoadCells.open(scale, () -> Long.MAX_VALUE);
        var lines = Files.lines(scale)) {
      assertEquals(lines.count() - 1, cells.drain().size());
      assertEquals(39.838, cells.endNanos() / 1e9, 1e-9);
    }
  }
}
