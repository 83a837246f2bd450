package pannier.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pannier.app.BadInputException;

/**
 * How carts get fooled: every script in the scenarios' folder ends as it says that it must, or,
 * where a fault is known, as it says that it does today.
 */
class ScenariosTest {
  private static final Path FOLDER = Path.of("scenarios");

  @TestFactory
  Stream<DynamicTest> everyScenarioEndsAsItExpects() throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(FOLDER)) {
      files = entries.sorted().toList();
    }
    assertTrue(files.size() >= 70, files.size() + " scripts");
    return files.stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> plays(file)));
  }

  private static void plays(Path file) throws IOException {
    Scenario scenario = ScenarioReader.read(file);
    String line = Performance.play(scenario);
    if (!scenario.outcome().today().equals(Optional.of(line))) {
      assertEquals(scenario.outcome().expected().orElseThrow(), line);
    }
  }

  @Test
  void whatCannotBeReadIsSaidWithItsLine() {
    assertSays("s: line 1: found 3 gates, wanted 0 to 2", "gates 3");
    assertSays("s: line 1: found 'sound', wanted staff, said", "show sound");
    assertSays(
        "s: line 2: found '5', wanted a price, as in 0.99", "shop water 1 0\nprices water 5");
    assertSays("s: line 1: found gate 3, wanted 1 or 2", "2 roam 3");
    assertSays("s: line 1: found 'foggy', wanted blurred", "at 2s camera 0 foggy 3s");
    assertSays("s: line 2: found 'tea', wanted one of water", "shop water 521 3\n2 in tea:0.9");
    assertSays("s: line 1: found 'x', wanted a time in seconds", "x in");
    assertSays("s: line 1: found 'jump', wanted an event that the README lists", "2 jump");
    assertSays("s: line 1: found 'marble', wanted smooth, tiles", "2 roll marble 1 3");
    assertSays("s: line 1: found the end of the line, wanted its mass", "shop water");
    assertSays("s: line 1: found 'water', wanted PRODUCT:PROBABILITY", "2 in water");
  }

  private static void assertSays(String beginning, String text) {
    BadInputException mistake =
        assertThrows(BadInputException.class, () -> ScenarioReader.parse("s", text));
    String said = String.valueOf(mistake.getMessage());
    assertTrue(said.startsWith(beginning), said);
  }
}
