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
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setIgnoreSurroundingSpaces(true).get();
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final double NANOS_PER_MILLI = 1e6;

  private final Path file;
  private final List<CsvColumn> columns;
  private final Samples samples;
  private long line = 1;

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
        throw bad("line 1", "an empty file", CsvHeader.wanted(TIME, columns));
      }
      CsvHeader header = CsvHeader.of(file, rows.next(), TIME, columns);
      line = lastLine(parser) + 1;
      while (rows.hasNext()) {
        CSVRecord row = rows.next();
        line = lastLine(parser) - linesWithin(row);
        add(row, header);
        line = lastLine(parser) + 1;
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

  private static long lastLine(CSVParser parser) {
    return parser.getCurrentLineNumber();
  }

  /** How many line ends stand inside quoted values of a row. */
  private static long linesWithin(CSVRecord row) {
    return row.stream()
        .mapToLong(value -> value.chars().filter(letter -> letter == '\n').count())
        .sum();
  }

  private void add(CSVRecord row, CsvHeader header) throws BadRecordingException {
    if (row.size() != header.width()) {
      throw bad(
          here(), row.size() + " values", header.width() + " are needed, as many as in the header");
    }
    String time = row.get(header.timeIndex());
    long atNanos = Math.round(number(time, TIME) * NANOS_PER_MILLI);
    if (!samples.isEmpty() && atNanos < samples.lastNanos()) {
      throw bad(
          here() + ", column " + TIME.name(),
          time + ", earlier than the row before",
          "times must not go back");
    }
    double[] values = new double[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(row.get(header.index(i)), columns.get(i));
    }
    samples.add(atNanos, values);
  }

  private double number(String value, CsvColumn column) throws BadRecordingException {
    String text = value.strip();
    if (text.isEmpty() && column.mayBeEmpty()) {
      return Double.NaN;
    }
    if (NUMBER.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      if (column.accepts(number)) {
        return number;
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
    return "line " + line;
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
