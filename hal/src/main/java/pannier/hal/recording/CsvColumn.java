package pannier.hal.recording;

import java.util.List;

/**
 * A column of numbers that a recording must have.
 *
 * @param names what its header may be; the first is the documented one
 * @param smallest the least value allowed
 * @param largest the greatest value allowed
 * @param mayBeEmpty whether an empty value is allowed, and read as NaN
 */
record CsvColumn(List<String> names, double smallest, double largest, boolean mayBeEmpty) {
  CsvColumn {
    names = List.copyOf(names);
  }

  String name() {
    return names.getFirst();
  }

  boolean accepts(double value) {
    return smallest <= value && value <= largest;
  }

  /** What a value of this column must be, for people. */
  String wanted() {
    return "a number from %s to %s is needed%s"
        .formatted(
            plain(smallest), plain(largest), mayBeEmpty ? ", or nothing for a dead cell" : "");
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
