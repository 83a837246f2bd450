package pannier.simulator.scenario;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.BadInputException;
import pannier.domain.basket.Content;

/** Reads a scenario's file; the language is described in the simulator's README. */
final class ScenarioReader {
  private final String file;
  private final Shelf shelf = new Shelf();
  private final List<Event> events = new ArrayList<>();
  private final List<Content> holding = new ArrayList<>();
  private Optional<String> expected = Optional.empty();
  private Optional<String> today = Optional.empty();
  private int cameras = 1;

  private ScenarioReader(String file) {
    this.file = file;
  }

  /**
   * @throws BadInputException one line that names the file, its line, what is there and what should
   *     be
   */
  static Scenario read(Path path) throws BadInputException {
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8);
      return parse(path.toString(), text);
    } catch (NoSuchFileException e) {
      throw new BadInputException(path.toString(), "file", "none", "a scenario");
    } catch (MalformedInputException e) {
      throw new BadInputException(path.toString(), "file", "bytes that are no UTF-8", "text");
    } catch (BadInputException e) {
      throw e;
    } catch (IOException e) {
      throw new BadInputException(path.toString(), "file", "an unreadable file", "a scenario");
    }
  }

  /**
   * @param file for messages only
   */
  static Scenario parse(String file, String text) throws BadInputException {
    ScenarioReader reader = new ScenarioReader(file);
    int number = 0;
    for (String line : text.lines().toList()) {
      reader.line(++number, line.strip());
    }
    return new Scenario(
        reader.shelf.catalogue(),
        new Scenario.Cart(reader.cameras, reader.holding),
        reader.events,
        new Scenario.Outcome(reader.expected, reader.today));
  }

  private void line(int number, String line) throws BadInputException {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("expect")) {
      expected = Optional.of(line.substring("expect".length()).strip());
      return;
    }
    if (line.startsWith("today")) {
      today = Optional.of(line.substring("today".length()).strip());
      return;
    }
    String head = line.split("\\s+", 2)[0];
    String rest = line.substring(head.length()).strip();
    switch (head) {
      case "shop" -> {
        for (String product : rest.split(";", -1)) {
          shelf.add(new Words(file, number, product));
        }
      }
      case "holding" -> {
        for (String content : rest.split(";", -1)) {
          hold(new Words(file, number, content));
        }
      }
      case "cameras" -> cameras = cameras(new Words(file, number, rest));
      default -> {
        for (String event : line.split(";", -1)) {
          events.add(new EventReader(new Words(file, number, event), shelf).read());
        }
      }
    }
  }

  private void hold(Words words) throws BadInputException {
    String name = words.word("a product's name");
    int pieces = words.whole("how many pieces");
    if (pieces < 1) {
      throw words.bad(pieces + " pieces", "1 or more");
    }
    holding.add(new Content(shelf.product(name, words).id(), pieces));
  }

  private static int cameras(Words words) throws BadInputException {
    int count = words.whole("how many cameras");
    if (count < 0 || count > 8) {
      throw words.bad(count + " cameras", "0 to 8");
    }
    return count;
  }
}
