package pannier.wire;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A CBOR map to write, in deterministic encoding (RFC 8949 section 4.2.1): definite lengths,
 * shortest integers, keys in the order in which they are put, which is ascending.
 */
final class CborFields {
  private static final CBORFactory FACTORY = new CBORFactory();

  private final Map<Object, Object> entries = new LinkedHashMap<>();

  CborFields put(int key, long number) {
    entries.put(key, number);
    return this;
  }

  CborFields put(int key, String text) {
    entries.put(key, text);
    return this;
  }

  CborFields put(int key, byte[] bytes) {
    entries.put(key, bytes);
    return this;
  }

  CborFields put(int key, OptionalLong number) {
    number.ifPresent(value -> entries.put(key, value));
    return this;
  }

  CborFields put(int key, CborFields map) {
    entries.put(key, map);
    return this;
  }

  CborFields put(String key, CborFields map) {
    entries.put(key, map);
    return this;
  }

  /**
   * @param items of the kinds that {@code put} takes
   */
  CborFields put(int key, List<?> items) {
    entries.put(key, items);
    return this;
  }

  byte[] encode() {
    return encode(this);
  }

  /**
   * An array by itself.
   *
   * @param items of the kinds that {@code put} takes, or null
   */
  static byte[] array(@Nullable Object... items) {
    return encode(Arrays.asList(items));
  }

  private static byte[] encode(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (CBORGenerator out = FACTORY.createGenerator(bytes)) {
      write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(CBORGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case Long number -> out.writeNumber(number.longValue());
      case Integer number -> out.writeNumber(number.intValue());
      case String text -> out.writeString(text);
      case byte[] bytes -> out.writeBinary(bytes);
      case CborFields map -> map.writeMap(out);
      case List<?> list -> {
        out.writeStartArray(null, list.size());
        for (Object item : list) {
          write(out, item);
        }
        out.writeEndArray();
      }
      default -> throw new IllegalArgumentException("no CBOR for " + value.getClass());
    }
  }

  private void writeMap(CBORGenerator out) throws IOException {
    out.writeStartObject(null, entries.size());
    for (Map.Entry<Object, Object> entry : entries.entrySet()) {
      switch (entry.getKey()) {
        case Integer number -> out.writeFieldId(number);
        case Object text -> out.writeFieldName(text.toString());
      }
      write(out, entry.getValue());
    }
    out.writeEndObject();
  }
}
