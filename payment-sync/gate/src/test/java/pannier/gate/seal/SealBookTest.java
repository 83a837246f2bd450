package pannier.gate.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seals of one cart from trip to trip. */
class SealBookTest {
  @TempDir Path folder = Path.of(".");

  private SealBook open() throws IOException {
    return SealBook.open(folder, () -> Instant.EPOCH);
  }

  private static List<String> flags(int calibration, int configuration, String log) {
    return List.of(
        "camera 0 covered",
        "scale sealed: calibration %d, configuration %d, log %s"
            .formatted(calibration, configuration, log.repeat(16)));
  }

  @Test
  void countersThatWentBackShow() throws IOException {
    try (SealBook book = open()) {
      assertTrue(book.breach("c1", "t1", flags(2, 1, "a")).isEmpty());
      assertTrue(book.breach("c1", "t2", flags(3, 1, "b")).isEmpty());
      assertEquals(
          Optional.of(
              "found calibration 2, configuration 1, log aaaaaaaaaaaaaaaa; expected one that follows"
                  + " calibration 3, configuration 1, log bbbbbbbbbbbbbbbb"),
          book.breach("c1", "t3", flags(2, 1, "a")));
      assertTrue(book.breach("c2", "t4", flags(1, 1, "a")).isEmpty());
    }
  }

  @Test
  void anotherLogUnderTheSameCountersShows() throws IOException {
    try (SealBook book = open()) {
      assertTrue(book.breach("c1", "t1", flags(2, 1, "a")).isEmpty());
      assertTrue(book.breach("c1", "t2", flags(2, 1, "c")).isPresent());
    }
  }

  @Test
  void sealThatIsLeftOutShows() throws IOException {
    try (SealBook book = open()) {
      assertTrue(book.breach("c1", "t1", List.of()).isEmpty());
      assertTrue(book.breach("c1", "t2", flags(1, 1, "a")).isEmpty());
      assertTrue(book.breach("c1", "t3", List.of()).isPresent());
    }
  }

  @Test
  void isRememberedOverARestartAndABreachChangesNothing() throws IOException, SQLException {
    try (SealBook book = open()) {
      book.breach("c1", "t1", flags(2, 2, "a"));
      book.breach("c1", "t2", flags(1, 2, "b"));
    }
    try (SealBook book = open()) {
      assertEquals(Optional.of(new Seal(2, 2, "a".repeat(16))), book.last("c1"));
      assertTrue(book.breach("c1", "t3", flags(2, 2, "a")).isEmpty());
    }
  }
}
