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
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import pannier.domain.catalogue.Catalogue;
import pannier.pricing.assortment.Assortment;

/**
 * Reads a catalogue from CSV (RFC 4180, UTF-8, a header first). The header names at least {@code
 * product,name,unit,price,currency,mass_g,mass_sd_g}, in any order; {@code
 * codes,gtin,plu,tare_g,tax,snap,snap_class,deposit,deposit_by_law,age_limit,embedded,
 * reduced_percent,photos} may follow, other columns are passed over. A catalogue is read whole or
 * not at all.
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

  /** Reads a file for its catalogue alone. */
  public static Catalogue open(Path file) throws BadCatalogueException {
    return openAssortment(file).catalogue();
  }

  /** Reads a file with all that it says. */
  public static Assortment openAssortment(Path file) throws BadCatalogueException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(file.toString(), reader, Optional.ofNullable(file.toAbsolutePath().getParent()));
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
    return read(fileName, reader, Optional.empty()).catalogue();
  }

  private static Assortment read(String fileName, Reader reader, Optional<Path> folder)
      throws BadCatalogueException {
    try (CSVParser parser = CSVParser.parse(new SkipByteOrderMark(reader), FORMAT)) {
      return rows(fileName, parser, folder);
    } catch (CharacterCodingException e) {
      throw wholeFile(fileName, "bytes that are no UTF-8", "text in UTF-8");
    } catch (BadCatalogueException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw wholeFile(fileName, "a broken header", "a header that names each column, once");
    }
  }

  private static Assortment rows(String fileName, CSVParser parser, Optional<Path> folder)
      throws IOException {
    int width = columns(fileName, parser).size();
    CatalogueRows rows = new CatalogueRows(fileName, folder);
    long line = 1;
    try {
      for (CSVRecord row : parser) {
        line = parser.getCurrentLineNumber();
        if (row.size() == width) {
          rows.accept(new CsvRow(line, row));
        } else {
          String found = row.size() + (row.size() == 1 ? " cell" : " cells");
          rows.fault(new BadCell(fileName, line, "", found, width + " cells, as in the header"));
        }
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw e.getCause();
      }
      String wanted = "each quote closed, or doubled inside; what follows is not read";
      rows.fault(new BadCell(fileName, line + 1, "", "broken quotes", wanted));
    }
    return rows.finish();
  }

  /** A record of the CSV library. */
  private record CsvRow(long line, CSVRecord cells) implements TableRow {
    @Override
    public String text(Column column) {
      return cells.isSet(column.title()) ? cells.get(column.title()).strip() : "";
    }

    @Override
    public long line(Column column) {
      return line;
    }
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
