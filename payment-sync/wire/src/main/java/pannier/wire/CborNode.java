package pannier.wire;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A CBOR map that was read, with the path that leads to it, so that each fault names its place. */
final class CborNode {
  /** No message here nests deeper than lines within a bill within a request. */
  private static final int DEEPEST = 8;

  private static final ObjectReader READER = reader();

  private final String path;
  private final JsonNode node;

  private CborNode(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /** Builds a record, whose constructor checks ranges. */
  @FunctionalInterface
  interface Build<T> {
    T get() throws MalformedMessageException;
  }

  /** Reads one map that fills {@code bytes}; fields that nobody asks for are passed over. */
  static CborNode read(String name, byte[] bytes) throws MalformedMessageException {
    return read(name, bytes, Limits.MOST_BYTES);
  }

  /** Reads one map of at most so many bytes. */
  static CborNode read(String name, byte[] bytes, int mostBytes) throws MalformedMessageException {
    if (bytes.length > mostBytes) {
      throw new MalformedMessageException(
          name, "found %d bytes; expected at most %d".formatted(bytes.length, mostBytes));
    }
    JsonNode tree = tree(name, bytes);
    if (!tree.isObject()) {
      throw new MalformedMessageException(name, "found %s; expected a map".formatted(kind(tree)));
    }
    return new CborNode(name, tree);
  }

  String path() {
    return path;
  }

  boolean has(int key) {
    return node.has(Integer.toString(key));
  }

  long number(int key, String name) throws MalformedMessageException {
    JsonNode value = get(key, name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw fault(name, value, "a whole number");
    }
    return value.longValue();
  }

  int small(int key, String name) throws MalformedMessageException {
    return Math.clamp(number(key, name), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  OptionalLong optionalNumber(int key, String name) throws MalformedMessageException {
    return has(key) ? OptionalLong.of(number(key, name)) : OptionalLong.empty();
  }

  String text(int key, String name) throws MalformedMessageException {
    JsonNode value = get(key, name);
    if (!value.isTextual()) {
      throw fault(name, value, "text");
    }
    return value.textValue();
  }

  byte[] bytes(int key, String name) throws MalformedMessageException {
    JsonNode value = get(key, name);
    try {
      byte[] bytes = value.isBinary() ? value.binaryValue() : null;
      if (bytes != null) {
        return bytes;
      }
    } catch (IOException e) {
      // said below
    }
    throw fault(name, value, "a byte string");
  }

  Digest digest(int key, String name) throws MalformedMessageException {
    byte[] bytes = bytes(key, name);
    if (bytes.length != Digest.BYTES) {
      throw new MalformedMessageException(
          path + "." + name, "found %d bytes; expected 32".formatted(bytes.length));
    }
    return Digest.ofBytes(bytes);
  }

  CborNode map(int key, String name) throws MalformedMessageException {
    return asMap(path + "." + name, get(key, name));
  }

  /** The map under a key that is text. */
  CborNode map(String key) throws MalformedMessageException {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new MalformedMessageException(path + "." + key, "is missing");
    }
    return asMap(path + "." + key, value);
  }

  List<CborNode> maps(int key, String name, int most) throws MalformedMessageException {
    JsonNode list = list(key, name, most);
    List<CborNode> maps = new ArrayList<>(list.size());
    for (JsonNode item : list) {
      maps.add(asMap("%s.%s[%d]".formatted(path, name, maps.size()), item));
    }
    return maps;
  }

  List<String> texts(int key, String name, int most) throws MalformedMessageException {
    JsonNode list = list(key, name, most);
    List<String> texts = new ArrayList<>(list.size());
    for (JsonNode item : list) {
      if (!item.isTextual()) {
        throw fault("%s[%d]".formatted(name, texts.size()), item, "text");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  List<Integer> numbers(int key, String name, int most) throws MalformedMessageException {
    JsonNode list = list(key, name, most);
    List<Integer> numbers = new ArrayList<>(list.size());
    for (JsonNode item : list) {
      if (!item.isInt()) {
        throw fault("%s[%d]".formatted(name, numbers.size()), item, "a whole number");
      }
      numbers.add(item.intValue());
    }
    return numbers;
  }

  /** Checks that the message is of the version that this code reads. */
  void requireVersion() throws MalformedMessageException {
    long version = number(0, "version");
    if (version != Limits.VERSION) {
      throw new MalformedMessageException(
          path + ".version", "found %d; expected %d".formatted(version, Limits.VERSION));
    }
  }

  /** Gives a record's complaint about a range the place that it lacks. */
  <T> T build(Build<T> build) throws MalformedMessageException {
    try {
      return build.get();
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException(path, String.valueOf(e.getMessage()));
    }
  }

  private JsonNode list(int key, String name, int most) throws MalformedMessageException {
    JsonNode value = get(key, name);
    if (!value.isArray()) {
      throw fault(name, value, "an array");
    }
    if (value.size() > most) {
      throw new MalformedMessageException(
          path + "." + name, "found %d entries; expected at most %d".formatted(value.size(), most));
    }
    return value;
  }

  private JsonNode get(int key, String name) throws MalformedMessageException {
    JsonNode value = node.get(Integer.toString(key));
    if (value == null) {
      throw new MalformedMessageException(path + "." + name, "is missing");
    }
    return value;
  }

  private MalformedMessageException fault(String name, JsonNode value, String wanted) {
    return new MalformedMessageException(
        path + "." + name, "found %s; expected %s".formatted(kind(value), wanted));
  }

  private static CborNode asMap(String path, JsonNode value) throws MalformedMessageException {
    if (!value.isObject()) {
      throw new MalformedMessageException(path, "found %s; expected a map".formatted(kind(value)));
    }
    return new CborNode(path, value);
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "an array";
      case BINARY -> "a byte string";
      case BOOLEAN -> "a truth value";
      case MISSING -> "nothing";
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a fraction";
      case OBJECT -> "a map";
      case POJO -> "something else";
      case STRING -> "text";
    };
  }

  /** Any one value that fills {@code bytes}. */
  static JsonNode tree(String name, byte[] bytes) throws MalformedMessageException {
    try {
      return READER.readTree(bytes);
    } catch (IOException | RuntimeException e) {
      // The parser promises IOException only; what else hostile bytes may provoke stops here too.
      throw new MalformedMessageException(name, "found broken CBOR; expected one map");
    }
  }

  private static ObjectReader reader() {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(Limits.MOST_BYTES)
            .maxNumberLength(64)
            .build();
    CBORFactory factory =
        CBORFactory.builder()
            .streamReadConstraints(limits)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return CBORMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .reader();
  }
}
