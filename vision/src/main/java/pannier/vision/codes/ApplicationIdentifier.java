package pannier.vision.codes;

import java.util.List;
import java.util.Optional;

/**
 * The form of the data behind an application identifier (GS1 General Specifications, figure 3.2-1),
 * for those that a shop's goods carry. Others make a symbol unreadable to us rather than misread.
 *
 * @param prefix the identifier, or what several that differ in their last digits share
 * @param digits length of the identifier
 * @param fewestCharacters of its data
 * @param mostCharacters of its data; the same for fixed lengths
 * @param kind what the data is made of
 */
record ApplicationIdentifier(
    String prefix, int digits, int fewestCharacters, int mostCharacters, Kind kind) {
  private enum Kind {
    KEY,
    DATE,
    NUMBER,
    TEXT
  }

  private static final List<ApplicationIdentifier> KNOWN =
      List.of(
          fixed("00", 2, 18, Kind.KEY),
          fixed("01", 2, 14, Kind.KEY),
          fixed("02", 2, 14, Kind.KEY),
          upTo("10", 2, 20, Kind.TEXT),
          fixed("11", 2, 6, Kind.DATE),
          fixed("12", 2, 6, Kind.DATE),
          fixed("13", 2, 6, Kind.DATE),
          fixed("15", 2, 6, Kind.DATE),
          fixed("16", 2, 6, Kind.DATE),
          fixed("17", 2, 6, Kind.DATE),
          fixed("20", 2, 2, Kind.NUMBER),
          upTo("21", 2, 20, Kind.TEXT),
          upTo("22", 2, 20, Kind.TEXT),
          upTo("240", 3, 30, Kind.TEXT),
          upTo("241", 3, 30, Kind.TEXT),
          upTo("30", 2, 8, Kind.NUMBER),
          upTo("37", 2, 8, Kind.NUMBER),
          upTo("390", 4, 15, Kind.NUMBER),
          new ApplicationIdentifier("391", 4, 4, 18, Kind.NUMBER),
          upTo("392", 4, 15, Kind.NUMBER),
          new ApplicationIdentifier("393", 4, 4, 18, Kind.NUMBER),
          fixed("394", 4, 4, Kind.NUMBER),
          fixed("395", 4, 6, Kind.NUMBER),
          upTo("400", 3, 30, Kind.TEXT),
          fixed("410", 3, 13, Kind.KEY),
          fixed("414", 3, 13, Kind.KEY),
          fixed("422", 3, 3, Kind.NUMBER),
          fixed("8005", 4, 6, Kind.NUMBER),
          upTo("8020", 4, 25, Kind.TEXT),
          upTo("90", 2, 30, Kind.TEXT));

  private static ApplicationIdentifier fixed(String prefix, int digits, int length, Kind kind) {
    return new ApplicationIdentifier(prefix, digits, length, length, kind);
  }

  private static ApplicationIdentifier upTo(String prefix, int digits, int most, Kind kind) {
    return new ApplicationIdentifier(prefix, digits, 1, most, kind);
  }

  /** The identifier that begins there; empty when it is not one of those known. */
  static Optional<ApplicationIdentifier> at(String text, int index) {
    if (measure(text, index)) {
      return Optional.of(fixed(text.substring(index, index + 3), 4, 6, Kind.NUMBER));
    }
    return KNOWN.stream()
        .filter(known -> text.startsWith(known.prefix, index))
        .filter(known -> index + known.digits <= text.length())
        .findFirst();
  }

  /** 310n to 369n: weights and measures, six digits with n decimals. */
  private static boolean measure(String text, int index) {
    return text.length() >= index + 4
        && text.charAt(index) == '3'
        && text.charAt(index + 1) >= '1'
        && text.charAt(index + 1) <= '6'
        && Character.isDigit(text.charAt(index + 3));
  }

  boolean accepts(String data) {
    if (data.length() < fewestCharacters || data.length() > mostCharacters) {
      return false;
    }
    return switch (kind) {
      case KEY -> CheckDigit.isRight(data);
      case NUMBER -> isDigits(data);
      case DATE -> isDigits(data) && isDate(data);
      case TEXT -> data.chars().allMatch(c -> c > ' ' && c < 127);
    };
  }

  /** YYMMDD; day 00 stands for the month's end. */
  private static boolean isDate(String data) {
    int month = Integer.parseInt(data.substring(2, 4));
    int day = Integer.parseInt(data.substring(4, 6));
    return month >= 1 && month <= 12 && day <= 31;
  }

  private static boolean isDigits(String data) {
    return data.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
