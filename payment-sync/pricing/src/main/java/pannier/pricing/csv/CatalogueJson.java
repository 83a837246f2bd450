package pannier.pricing.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.pricing.assortment.Assortment;

/**
 * Reads a catalogue from JSON: an object with {@code currency} and {@code products}, a list of
 * objects whose keys are the columns of the CSV. Numbers may stand in quotes or not; {@code codes},
 * {@code gtin}, {@code plu} and {@code photos} may be lists.
 */
final class CatalogueJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final JsonParser parser;
  private final CatalogueRows rows;
  private final List<JsonRow> products = new ArrayList<>();
  private String currency = "";
  private long currencyLine;

  private CatalogueJson(Path file, JsonParser parser) {
    this.file = file.toString();
    this.parser = parser;
    this.rows =
        new CatalogueRows(this.file, Optional.ofNullable(file.toAbsolutePath().getParent()));
  }

  static Assortment open(Path file) throws BadCatalogueException {
    try (JsonParser parser = FACTORY.createParser(Files.readAllBytes(file))) {
      return new CatalogueJson(file, parser).read();
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw bad(file.toString(), line, "broken JSON", "an object with currency and products");
    } catch (NoSuchFileException e) {
      throw bad(file.toString(), 0, "no such file", "a catalogue in JSON");
    } catch (BadCatalogueException e) {
      throw e;
    } catch (IOException e) {
      throw bad(file.toString(), 0, "an unreadable file", "a catalogue in JSON");
    }
  }

  private Assortment read() throws IOException {
    expect(parser.nextToken(), JsonToken.START_OBJECT, "an object with currency and products");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (key) {
        case "currency" -> {
          currency = scalar(value);
          currencyLine = line();
        }
        case "products" -> {
          expect(value, JsonToken.START_ARRAY, "a list of products");
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            product().ifPresent(products::add);
          }
        }
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw bad(file, line(), "more after the end", "one object");
    }
    products.forEach(rows::accept);
    return rows.finish();
  }

  /** Empty for what is none, which is a fault as others are. */
  private Optional<JsonRow> product() throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      String found = words(parser.currentToken());
      rows.fault(new BadCell(file, line(), "products", found, "a product { … }"));
      parser.skipChildren();
      return Optional.empty();
    }
    JsonRow row = new JsonRow(line(), new EnumMap<>(Column.class), new EnumMap<>(Column.class));
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      Optional<Column> column = Column.of(parser.currentName());
      long line = line();
      JsonToken value = parser.nextToken();
      if (column.isEmpty()) {
        parser.skipChildren();
      } else {
        row.lines().put(column.get(), line);
        if (value == JsonToken.START_OBJECT) {
          String title = column.get().title();
          rows.fault(new BadCell(file, line, title, "an object", "a text or a number"));
          parser.skipChildren();
        } else {
          row.texts().put(column.get(), text(value, column.get()));
        }
      }
    }
    return Optional.of(row);
  }

  private String text(JsonToken value, Column column) throws IOException {
    if (value != JsonToken.START_ARRAY) {
      return scalar(value);
    }
    List<String> texts = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      texts.add(scalar(next));
    }
    return String.join(column == Column.PHOTOS ? ";" : " ", texts);
  }

  private String scalar(JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_NULL) {
      return "";
    }
    if (value == null || !value.isScalarValue()) {
      throw bad(file, line(), "an object or a list", "a text or a number");
    }
    return parser.getText().strip();
  }

  private void expect(JsonToken found, JsonToken wanted, String words)
      throws BadCatalogueException {
    if (found != wanted) {
      throw bad(file, line(), words(found), words);
    }
  }

  private static String words(@Nullable JsonToken found) {
    return switch (found) {
      case null -> "the end of the file";
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> "something else";
    };
  }

  private long line() {
    return parser.currentLocation().getLineNr();
  }

  private static BadCatalogueException bad(String file, long line, String found, String wanted) {
    return new BadCatalogueException(List.of(new BadCell(file, line, "", found, wanted)));
  }

  /** A product's values with the lines on which they stand. */
  private final class JsonRow implements TableRow {
    private final long start;
    private final Map<Column, String> texts;
    private final Map<Column, Long> lines;

    JsonRow(long start, Map<Column, String> texts, Map<Column, Long> lines) {
      this.start = start;
      this.texts = texts;
      this.lines = lines;
    }

    Map<Column, String> texts() {
      return texts;
    }

    Map<Column, Long> lines() {
      return lines;
    }

    @Override
    public String text(Column column) {
      String own = texts.getOrDefault(column, "");
      return own.isEmpty() && column == Column.CURRENCY ? currency : own;
    }

    @Override
    public long line(Column column) {
      long otherwise = column == Column.CURRENCY && currencyLine > 0 ? currencyLine : start;
      return lines.getOrDefault(column, otherwise);
    }
  }
}
