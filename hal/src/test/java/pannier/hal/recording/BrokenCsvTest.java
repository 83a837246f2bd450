package pannier.hal.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.hal.BadRecordingException;
import pannier.hal.LoadReading;

/** Whatever bytes a CSV file holds, it is read, or refused in one line that names it. */
class BrokenCsvTest {
  private static final int TRIES = 600;
  private static final String WHOLE =
      """
      t_ms,front_left_g,front_right_g,rear_left_g,rear_right_g
      0,411.55,369.97,411.91,370.60
      12,412.10,"370.85",411.01,370.37
      25,,370.85,411.01,-1e1
      """;
  private static final byte[] TELLING =
      "\",\n\r;. -+eE0129\uFEFF\u00e9\0".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void changedBytesAreReadOrRefused() throws Exception {
    Random random = new Random(1);
    int refused = 0;
    for (int n = 0; n < TRIES; n++) {
      Path csv = Files.write(folder.resolve("scale.csv"), change(random));
      refused += isRead(csv) ? 0 : 1;
    }
    assertTrue(refused > TRIES / 10 && refused < TRIES, refused + " of " + TRIES);
  }

  private static byte[] change(Random random) {
    byte[] bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
    int changes = 1 + random.nextInt(4);
    for (int n = 0; n < changes; n++) {
      byte value = random.nextInt(4) == 0 ? (byte) random.nextInt() : telling(random);
      bytes[random.nextInt(bytes.length)] = value;
    }
    return bytes;
  }

  private static byte telling(Random random) {
    return TELLING[random.nextInt(TELLING.length)];
  }

  private static boolean isRead(Path csv) throws IOException {
    try (RecordedLoadCells cells = RecordedLoadCells.open(csv, () -> Long.MAX_VALUE)) {
      long last = 0;
      for (LoadReading reading : cells.drain()) {
        assertTrue(reading.timestampNanos() >= last);
        last = reading.timestampNanos();
      }
      return true;
    } catch (BadRecordingException refused) {
      assertTrue(refused.getMessage().startsWith(csv + ": "), refused.getMessage());
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
      return false;
    }
  }
}
