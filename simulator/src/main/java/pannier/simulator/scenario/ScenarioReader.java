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
import pannier.simulator.script.Words;

/** Reads a scenario's file; the language is described in the simulator's README. */
final class ScenarioReader {
  private final String file;
  private final Shelf shelf = new Shelf();
  private final List<Event> events = new ArrayList<>();
  private final List<Content> holding = new ArrayList<>();
  private Optional<String> expected = Optional.empty();
  private Optional<String> today = Optional.empty();
  private final List<Words> gatePrices = new ArrayList<>();
  private final List<Scenario.Shown> shown = new ArrayList<>();
  private int cameras = 1;
  private double lyingGrams;
  private int gates;
  private String token = "sandbox-ok";

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
    return reader.scenario();
  }

  private Scenario scenario() throws BadInputException {
    Shelf gate = shelf.copy();
    for (Words words : gatePrices) {
      gate.price(words);
    }
    return new Scenario(
        shelf.catalogue(),
        new Scenario.Cart(cameras, holding, lyingGrams),
        new Scenario.Till(gates, gate.catalogue(), token),
        events,
        new Scenario.Outcome(expected, today, shown));
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
      case "cameras" -> cameras = count(new Words(file, number, rest), "cameras", 8);
      case "gates" -> gates = count(new Words(file, number, rest), "gates", 2);
      case "lying" -> lyingGrams = new Words(file, number, rest).number("grams");
      case "tender" -> token = new Words(file, number, rest).word("what the card does");
      case "show" -> show(new Words(file, number, rest));
      case "prices" -> {
        for (String price : rest.split(";", -1)) {
          gatePrices.add(new Words(file, number, price));
        }
      }
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

  private void show(Words words) throws BadInputException {
    for (String word : words.rest()) {
      shown.add(
          switch (word) {
            case "staff" -> Scenario.Shown.STAFF;
            case "said" -> Scenario.Shown.SAID;
            case "flags" -> Scenario.Shown.FLAGS;
            case "weighed" -> Scenario.Shown.WEIGHED;
            case "note" -> Scenario.Shown.NOTE;
            default -> throw words.bad("'" + word + "'", "staff, said, flags, weighed or note");
          });
    }
  }

  private static int count(Words words, String what, int most) throws BadInputException {
    int count = words.whole("how many " + what);
    if (count < 0 || count > most) {
      throw words.bad(count + " " + what, "0 to " + most);
    }
    return count;
  }
}
