package pannier.app.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.BadInputException;
import pannier.domain.money.CardNumbers;

/**
 * A value in a JSON file together with where it stands, so that each complaint can name the place.
 *
 * @param place such as {@code cameras[0].rim}; empty for the whole document
 */
public record JsonPlace(String file, String place, JsonNode node) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /** Reads a whole file, which must hold one object. */
  public static JsonPlace read(Path file) throws BadInputException {
    String name = file.toString();
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(name, "file", "nothing there", "a JSON file");
    }
    try {
      JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
      JsonPlace whole = new JsonPlace(name, "", node);
      if (!node.isObject()) {
        throw whole.wrong("an object { … }");
      }
      return whole;
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      String place =
          at == null ? "file" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
      throw new BadInputException(name, place, e.getOriginalMessage(), "JSON");
    } catch (IOException e) {
      throw new BadInputException(name, "file", e.toString(), "a readable file");
    }
  }

  /** The value under a key that must be there. */
  public JsonPlace get(String key) throws BadInputException {
    Optional<JsonPlace> value = find(key);
    if (value.isEmpty()) {
      throw new BadInputException(file, at(key), "no such key", "a value");
    }
    return value.get();
  }

  /** The value under a key; empty where it is missing or null. */
  public Optional<JsonPlace> find(String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(new JsonPlace(file, at(key), value));
  }

  /** The elements of an array. */
  public List<JsonPlace> elements() throws BadInputException {
    if (!node.isArray()) {
      throw wrong("a list [ … ]");
    }
    List<JsonPlace> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(new JsonPlace(file, "%s[%d]".formatted(place, i), node.get(i)));
    }
    return elements;
  }

  /** A text that is not blank. */
  public String text() throws BadInputException {
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw wrong("a text");
    }
    if (CardNumbers.in(node.textValue())) {
      throw wrong("no payment card's number anywhere");
    }
    return node.textValue();
  }

  /** A number within a range, both ends included. */
  public double number(double least, double most) throws BadInputException {
    double value = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(value >= least && value <= most)) {
      throw wrong("a number from %s to %s".formatted(least, most));
    }
    return value;
  }

  /** A whole number within a range, both ends included. */
  public int whole(int least, int most) throws BadInputException {
    boolean fits = node.isIntegralNumber() && node.canConvertToInt();
    if (!fits || node.intValue() < least || node.intValue() > most) {
      throw wrong("a whole number from %d to %d".formatted(least, most));
    }
    return node.intValue();
  }

  /** The complaint that this value is not what it should be. */
  public BadInputException wrong(String wanted) {
    String found = node.toString();
    String shown = found.length() > 80 ? found.substring(0, 77) + "..." : found;
    return new BadInputException(file, place.isEmpty() ? "document" : place, shown, wanted);
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
