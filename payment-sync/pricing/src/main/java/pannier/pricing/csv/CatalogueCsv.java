package pannier.pricing.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import pannier.domain.catalogue.Catalogue;

/**
 * Reads a catalogue from CSV (RFC 4180, UTF-8, a header first). The header names at least {@code
 * product,name,unit,price,currency,mass_g,mass_sd_g}, in any order; {@code codes} and {@code gtin}
 * may follow, other columns are passed over. A catalogue is read whole or not at all.
 */
public final class CatalogueCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .get();

  private CatalogueCsv() {}

  /** Reads a file. */
  public static Catalogue open(Path file) throws BadCatalogueException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(file.toString(), reader);
    } catch (BadCatalogueException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw wholeFile(file.toString(), "no such file", "a catalogue in CSV");
    } catch (IOException e) {
      throw wholeFile(file.toString(), "an unreadable file", "a catalogue in CSV");
    }
  }

  /**
   * Reads what {@code reader} gives to its end.
   *
   * @param fileName for messages only
   */
  public static Catalogue read(String fileName, Reader reader) throws BadCatalogueException {
    try (CSVParser parser = CSVParser.parse(new SkipByteOrderMark(reader), FORMAT)) {
      return rows(fileName, parser);
    } catch (CharacterCodingException e) {
      throw wholeFile(fileName, "bytes that are no UTF-8", "text in UTF-8");
    } catch (BadCatalogueException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw wholeFile(fileName, "a broken header", "a header that names each column, once");
    }
  }

  private static Catalogue rows(String fileName, CSVParser parser) throws IOException {
    CatalogueRows rows = new CatalogueRows(fileName, columns(fileName, parser));
    long line = 1;
    try {
      for (CSVRecord row : parser) {
        line = parser.getCurrentLineNumber();
        rows.accept(line, row);
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw e.getCause();
      }
      throw new BadCatalogueException(
          List.of(
              new BadCell(
                  fileName,
                  line + 1,
                  "",
                  "broken quotes",
                  "each quote closed, or doubled inside")));
    }
    return rows.finish();
  }

  private static Map<String, Integer> columns(String fileName, CSVParser parser)
      throws BadCatalogueException {
    Map<String, Integer> columns = parser.getHeaderMap();
    if (columns == null || columns.isEmpty()) {
      throw wholeFile(fileName, "an empty file", "the header " + Column.header());
    }
    List<BadCell> missing =
        Column.required().stream()
            .filter(column -> !columns.containsKey(column.title()))
            .map(column -> missing(fileName, column))
            .toList();
    if (!missing.isEmpty()) {
      throw new BadCatalogueException(missing);
    }
    return columns;
  }

  private static BadCell missing(String fileName, Column column) {
    return new BadCell(
        fileName, 1, column.title(), "no such column", "a header with " + Column.header());
  }

  private static BadCatalogueException wholeFile(String file, String found, String wanted) {
    return new BadCatalogueException(List.of(new BadCell(file, 0, "", found, wanted)));
  }
}
