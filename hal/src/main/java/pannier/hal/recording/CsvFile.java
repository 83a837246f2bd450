package pannier.hal.recording;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import pannier.hal.BadRecordingException;

/**
 * Reads a CSV recording: UTF-8 with or without a byte order mark, any line ends, quoted values, a
 * header, then rows of numbers whose {@code t_ms} never goes back. Columns are found by name, in
 * any order and whatever their case; others are passed over.
 */
final class CsvFile {
  /** About three years: beyond, the value is a date or a slip. */
  private static final double LONGEST_MILLIS = 1e11;

  private static final CsvColumn TIME =
      new CsvColumn(List.of("t_ms", "time_ms", "timestamp_ms"), 0, LONGEST_MILLIS, false);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final double NANOS_PER_MILLI = 1e6;

  private final Path file;
  private final List<CsvColumn> columns;
  private final Samples samples;
  private int lineBefore;

  private CsvFile(Path file, List<CsvColumn> columns) {
    this.file = file;
    this.columns = columns;
    this.samples = new Samples(columns.size());
  }

  /**
   * Reads a whole recording.
   *
   * @param columns those wanted beside {@code t_ms}
   * @throws BadRecordingException at the first thing that is wrong
   */
  static Samples read(Path file, List<CsvColumn> columns) throws BadRecordingException {
    if (!Files.isRegularFile(file)) {
      throw new BadRecordingException(file, "start", "no such file", "a CSV file is needed");
    }
    CsvFile csv = new CsvFile(file, columns);
    csv.readAll();
    return csv.samples;
  }

  private void readAll() throws BadRecordingException {
    try (Reader text = openText();
        CSVParser parser = FORMAT.parse(text)) {
      Iterator<CSVRecord> rows = parser.iterator();
      if (!rows.hasNext()) {
        throw bad("line 1", "an empty file", headerWanted());
      }
      CSVRecord header = rows.next();
      int timeIndex = find(header, TIME);
      int[] indexes = findAll(header);
      lineBefore = line(parser);
      while (rows.hasNext()) {
        CSVRecord row = rows.next();
        add(row, header.size(), timeIndex, indexes);
        lineBefore = line(parser);
      }
      requireRows();
    } catch (CharacterCodingException notText) {
      throw bad(here(), "bytes that are not UTF-8 text", "save it as UTF-8");
    } catch (UncheckedIOException | IllegalStateException broken) {
      throw malformed(broken);
    } catch (IOException unreadable) {
      throw unreadable instanceof BadRecordingException known ? known : malformed(unreadable);
    }
  }

  private Reader openText() throws IOException {
    Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private static int line(CSVParser parser) {
    return (int) parser.getCurrentLineNumber();
  }

  private int[] findAll(CSVRecord header) throws BadRecordingException {
    int[] indexes = new int[columns.size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = find(header, columns.get(i));
    }
    return indexes;
  }

  private int find(CSVRecord header, CsvColumn column) throws BadRecordingException {
    int found = -1;
    for (int i = 0; i < header.size(); i++) {
      if (column.names().contains(header.get(i).toLowerCase(Locale.ROOT))) {
        if (found >= 0) {
          throw bad("line 1", "two columns " + column.name(), headerWanted());
        }
        found = i;
      }
    }
    if (found < 0) {
      String found1 =
          "no column %s among \"%s\"".formatted(column.name(), String.join(",", header));
      throw bad("line 1", found1, headerWanted());
    }
    return found;
  }

  private String headerWanted() {
    StringBuilder wanted = new StringBuilder("the header ").append(TIME.name());
    columns.forEach(column -> wanted.append(',').append(column.name()));
    return wanted.append(" is needed").toString();
  }

  private void add(CSVRecord row, int width, int timeIndex, int[] indexes)
      throws BadRecordingException {
    if (row.size() != width) {
      throw bad(
          here(),
          row.size() + " values",
          "as many as in the header, %d, are needed".formatted(width));
    }
    long atNanos = Math.round(number(row.get(timeIndex), TIME) * NANOS_PER_MILLI);
    if (!samples.isEmpty() && atNanos < samples.lastNanos()) {
      throw bad(
          here() + ", column t_ms",
          row.get(timeIndex) + ", earlier than the row before",
          "times must not go back");
    }
    double[] values = new double[indexes.length];
    for (int i = 0; i < indexes.length; i++) {
      values[i] = number(row.get(indexes[i]), columns.get(i));
    }
    samples.add(atNanos, values);
  }

  private double number(String text, CsvColumn column) throws BadRecordingException {
    if (text.isEmpty() && column.mayBeEmpty()) {
      return Double.NaN;
    }
    if (NUMBER.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (column.accepts(value)) {
        return value;
      }
    }
    throw bad(here() + ", column " + column.name(), "\"" + text + "\"", column.wanted());
  }

  private void requireRows() throws BadRecordingException {
    if (samples.isEmpty()) {
      throw bad("line 2", "no rows after the header", "at least one reading is needed");
    }
  }

  private String here() {
    return "line " + (lineBefore + 1);
  }

  private BadRecordingException malformed(Exception cause) {
    @Nullable Throwable inner = cause.getCause();
    if (inner instanceof CharacterCodingException) {
      return bad(here(), "bytes that are not UTF-8 text", "save it as UTF-8");
    }
    return bad(
        here(),
        "text that is no CSV (" + (inner == null ? cause : inner).getMessage() + ")",
        "values separated by commas, with paired quotes, are needed");
  }

  private BadRecordingException bad(String place, String found, String right) {
    return new BadRecordingException(file, place, found, right);
  }
}
