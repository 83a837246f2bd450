package pannier.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import pannier.domain.money.CardNumbers;

/** One JSON object in a file, read strictly: no second key, no unknown key, no other type. */
final class JsonFile {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private final Path file;
  private final JsonNode object;
  private final String within;

  private JsonFile(Path file, JsonNode object, String within) {
    this.file = file;
    this.object = object;
    this.within = within;
  }

  static JsonFile open(Path file) throws BadGateConfigException {
    try {
      JsonNode node = READER.readTree(Files.readString(file));
      if (!node.isObject()) {
        throw new BadGateConfigException(file.toString(), "", "no object", "one JSON object");
      }
      return new JsonFile(file, node, "");
    } catch (BadGateConfigException e) {
      throw e;
    } catch (JsonProcessingException e) {
      String line = "line " + e.getLocation().getLineNr();
      throw new BadGateConfigException(file.toString(), line, "broken JSON", "one JSON object");
    } catch (NoSuchFileException e) {
      throw new BadGateConfigException(file.toString(), "", "no such file", "one JSON object");
    } catch (IOException e) {
      throw new BadGateConfigException(file.toString(), "", "unreadable", "one JSON object");
    }
  }

  void requireKnown(Set<String> known) throws BadGateConfigException {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw bad(name, "an unknown key", "one of " + known.stream().sorted().toList());
      }
    }
  }

  Iterator<String> keys() {
    return object.fieldNames();
  }

  String text(String key, String wanted) throws BadGateConfigException {
    JsonNode value = value(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw bad(key, value, wanted);
    }
    if (CardNumbers.in(value.textValue())) {
      throw bad(key, value, wanted + ", and no payment card's number anywhere");
    }
    return value.textValue();
  }

  String text(String key, String wanted, String otherwise) throws BadGateConfigException {
    return object.has(key) ? text(key, wanted) : otherwise;
  }

  /** A path, relative to the file's own folder. */
  Path path(String key, String wanted) throws BadGateConfigException {
    try {
      return file.toAbsolutePath().resolveSibling(text(key, wanted));
    } catch (InvalidPathException e) {
      throw bad(key, value(key), wanted);
    }
  }

  /** A path that may be missing. */
  Optional<Path> optionalPath(String key, String wanted) throws BadGateConfigException {
    return object.has(key) ? Optional.of(path(key, wanted)) : Optional.empty();
  }

  /** An object within the object; its complaints name both keys. */
  Optional<JsonFile> object(String key, String wanted) throws BadGateConfigException {
    if (!object.has(key)) {
      return Optional.empty();
    }
    JsonNode value = value(key);
    if (!value.isObject()) {
      throw bad(key, value, wanted);
    }
    return Optional.of(new JsonFile(file, value, within + key + "."));
  }

  /** A share from 0 to 1, in millionths. */
  int millionths(String key, int otherwise) throws BadGateConfigException {
    if (!object.has(key)) {
      return otherwise;
    }
    JsonNode value = value(key);
    if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
      throw bad(key, value, "a share from 0 to 1, such as 0.02");
    }
    return (int) Math.round(value.doubleValue() * 1e6);
  }

  int number(String key, int least, int most) throws BadGateConfigException {
    JsonNode value = value(key);
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      throw bad(key, value, "a whole number from %d to %d".formatted(least, most));
    }
    return value.intValue();
  }

  BadGateConfigException bad(String key, String found, String wanted) {
    return new BadGateConfigException(file.toString(), within + key, found, wanted);
  }

  private BadGateConfigException bad(String key, JsonNode value, String wanted) {
    return bad(key, value.isMissingNode() ? "nothing" : value.toString(), wanted);
  }

  private JsonNode value(String key) {
    JsonNode value = object.get(key);
    return value == null ? MissingNode.getInstance() : value;
  }
}
