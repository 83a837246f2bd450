package pannier.pricing.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pannier.domain.money.CardNumbers;
import pannier.domain.money.Money;

/**
 * A value in a JSON file together with where it stands.
 *
 * @param place such as {@code lines[2].product}; empty for the whole file
 */
record JsonPlace(String file, String place, JsonNode node) {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .reader();

  /** Below a thousand million, so that no sum of a bill overflows. */
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  /** Reads a whole file, which must hold one object. */
  static JsonPlace read(Path file) throws BadJsonException {
    String name = file.toString();
    if (!Files.isRegularFile(file)) {
      throw new BadJsonException(name, "file", "no such file", "one JSON object");
    }
    try {
      return read(name, Files.readAllBytes(file));
    } catch (BadJsonException e) {
      throw e;
    } catch (IOException e) {
      throw new BadJsonException(name, "file", "unreadable bytes", "one JSON object");
    }
  }

  /** Reads bytes that must hold one object. */
  static JsonPlace read(String name, byte[] bytes) throws BadJsonException {
    try {
      JsonPlace whole = new JsonPlace(name, "", READER.readTree(bytes));
      if (!whole.node.isObject()) {
        throw whole.wrong("one object { … }");
      }
      return whole;
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      String place =
          at == null ? "file" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
      throw new BadJsonException(name, place, e.getOriginalMessage(), "one JSON object");
    } catch (BadJsonException e) {
      throw e;
    } catch (IOException e) {
      throw new BadJsonException(name, "file", "unreadable bytes", "one JSON object");
    }
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  /** The value under a key that must be there. */
  JsonPlace get(String key, String wanted) throws BadJsonException {
    requireObject();
    Optional<JsonPlace> value = find(key);
    if (value.isEmpty()) {
      throw new BadJsonException(file, at(key), "nothing", wanted);
    }
    return value.get();
  }

  /** The value under a key; empty where it is missing or null. */
  Optional<JsonPlace> find(String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(new JsonPlace(file, at(key), value));
  }

  /** The elements of a list; none where it is missing. */
  List<JsonPlace> list(String key) throws BadJsonException {
    requireObject();
    Optional<JsonPlace> value = find(key);
    return value.isPresent() ? value.get().elements() : List.of();
  }

  List<JsonPlace> elements() throws BadJsonException {
    if (!node.isArray()) {
      throw wrong("a list [ … ]");
    }
    List<JsonPlace> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(new JsonPlace(file, "%s[%d]".formatted(place, i), node.get(i)));
    }
    return elements;
  }

  /** The entries of an object. */
  List<JsonPlace> entries() throws BadJsonException {
    requireObject();
    List<JsonPlace> entries = new ArrayList<>();
    node.fieldNames()
        .forEachRemaining(key -> entries.add(new JsonPlace(file, at(key), node.get(key))));
    return entries;
  }

  /** The last part of the place. */
  String key() {
    return place.substring(place.lastIndexOf('.') + 1);
  }

  /** The keys that nobody asks for. */
  List<String> unknown(Set<String> known) {
    List<String> unknown = new ArrayList<>();
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                unknown.add(at(key));
              }
            });
    return unknown;
  }

  void requireObject() throws BadJsonException {
    if (!node.isObject()) {
      throw wrong("an object { … }");
    }
  }

  String text(String wanted) throws BadJsonException {
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw wrong(wanted);
    }
    if (CardNumbers.in(node.textValue())) {
      throw wrong(wanted + ", and no payment card's number anywhere");
    }
    return node.textValue();
  }

  boolean truth() throws BadJsonException {
    if (!node.isBoolean()) {
      throw wrong("true or false");
    }
    return node.booleanValue();
  }

  long whole(long least, long most, String wanted) throws BadJsonException {
    if (node.isNumber() && node.decimalValue().stripTrailingZeros().scale() <= 0) {
      BigDecimal value = node.decimalValue();
      if (value.compareTo(BigDecimal.valueOf(least)) >= 0
          && value.compareTo(BigDecimal.valueOf(most)) <= 0) {
        return value.longValueExact();
      }
    }
    throw wrong("%s from %d to %d".formatted(wanted, least, most));
  }

  /** A decimal, in quotes or not. */
  BigDecimal decimal(String wanted) throws BadJsonException {
    String text = node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
    if ((node.isNumber() || node.isTextual()) && DECIMAL.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    throw wrong(wanted);
  }

  /** An amount, 0 or more, with no more places than the currency has. */
  Money money(Currency currency) throws BadJsonException {
    int places = currency.getDefaultFractionDigits();
    String text = node.isTextual() ? node.textValue() : "";
    if (DECIMAL.matcher(text).matches()) {
      BigDecimal amount = new BigDecimal(text);
      if (amount.stripTrailingZeros().scale() <= places) {
        return Money.parse(text, currency);
      }
    }
    throw wrong(
        "an amount in quotes with at most %d places, such as \"%s\""
            .formatted(places, new Money(349, currency).toDecimal()));
  }

  LocalDate date() throws BadJsonException {
    try {
      if (node.isTextual()) {
        return LocalDate.parse(node.textValue());
      }
    } catch (DateTimeException e) {
      throw wrong("a date such as \"2026-11-21\"");
    }
    throw wrong("a date such as \"2026-11-21\"");
  }

  /** The complaint that this value is not what it should be. */
  BadJsonException wrong(String wanted) {
    return new BadJsonException(file, place.isEmpty() ? "file" : place, node.toString(), wanted);
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
