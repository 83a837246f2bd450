package pannier.hal.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import pannier.hal.BadRecordingException;

/**
 * Where the wanted columns stand in a file.
 *
 * @param width how many columns there are
 * @param timeIndex the place of the time
 * @param indexes the places of the others, in the order in which they were wanted
 */
record CsvHeader(int width, int timeIndex, List<Integer> indexes) {
  CsvHeader {
    indexes = List.copyOf(indexes);
  }

  /** Finds the columns by their names in the file's first row. */
  static CsvHeader of(Path file, CSVRecord row, CsvColumn time, List<CsvColumn> columns)
      throws BadRecordingException {
    String wanted = wanted(time, columns);
    int timeIndex = find(file, row, time, wanted);
    List<Integer> indexes = new ArrayList<>();
    for (CsvColumn column : columns) {
      indexes.add(find(file, row, column, wanted));
    }
    return new CsvHeader(row.size(), timeIndex, indexes);
  }

  /** What the first row must be, for people. */
  static String wanted(CsvColumn time, List<CsvColumn> columns) {
    StringBuilder wanted = new StringBuilder("the header ").append(time.name());
    columns.forEach(column -> wanted.append(',').append(column.name()));
    return wanted.append(" is needed").toString();
  }

  int index(int column) {
    return indexes.get(column);
  }

  private static int find(Path file, CSVRecord row, CsvColumn column, String wanted)
      throws BadRecordingException {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < row.size(); place++) {
      if (column.names().contains(row.get(place).strip().toLowerCase(Locale.ROOT))) {
        places.add(place);
      }
    }
    if (places.size() == 1) {
      return places.getFirst();
    }
    String found =
        places.isEmpty()
            ? "no column %s among \"%s\"".formatted(column.name(), String.join(",", row))
            : "two columns " + column.name();
    throw new BadRecordingException(file, "line 1", found, wanted);
  }
}
