package pannier.domain.gs1;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of the data behind an application identifier. One that is not in the table makes a
 * symbol unreadable to us rather than misread.
 *
 * @param prefix the identifier, or what several that differ in their last digit share
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

  /**
   * GS1 General Specifications, figure 3.2-1. A dash stands for any digit; k is a key with its
   * check digit, d a date, n digits, x characters, with their number or the least and the most of
   * it.
   */
  private static final String TABLE =
      """
      00 k18, 01 k14, 02 k14, 03 k14, 10 x1-20, 11 d6, 12 d6, 13 d6, 15 d6, 16 d6, 17 d6, 20 n2,
      21 x1-20, 22 x1-20, 235 x1-28, 240 x1-30, 241 x1-30, 242 n1-6, 243 x1-20, 250 x1-30,
      251 x1-30, 253 x13-30, 254 x1-20, 255 n13-25, 30 n1-8, 37 n1-8,
      31-- n6, 32-- n6, 33-- n6, 34-- n6, 35-- n6, 36-- n6,
      390- n1-15, 391- n4-18, 392- n1-15, 393- n4-18, 394- n4, 395- n6,
      400 x1-30, 401 x1-30, 402 k17, 403 x1-30, 41- k13, 420 x1-20, 421 x4-12, 422 n3, 423 n3-15,
      424 n3, 425 n3-15, 426 n3, 427 x1-3,
      4300 x1-35, 4301 x1-35, 4302 x1-70, 4303 x1-70, 4304 x1-70, 4305 x1-70, 4306 x1-70, 4307 x2,
      4308 x1-30, 4309 n20, 4310 x1-35, 4311 x1-35, 4312 x1-70, 4313 x1-70, 4314 x1-70, 4315 x1-70,
      4316 x1-70, 4317 x2, 4318 x1-20, 4319 x1-30, 4320 x1-35, 4321 n1, 4322 n1, 4323 n1, 4324 n10,
      4325 n10, 4326 d6, 433- x6-7,
      7001 n13, 7002 x1-30, 7003 n10, 7004 n1-4, 7005 x1-12, 7006 d6, 7007 n6-12, 7008 x1-3,
      7009 x1-10, 7010 x1-2, 7011 n6-10, 7020 x1-20, 7021 x1-20, 7022 x1-20, 7023 x1-30,
      703- x4-30, 7040 x4, 7041 x1-4, 71- x1-20, 723- x3-30, 7240 x1-20, 7241 n2, 7242 x1-25,
      7250 n8, 7251 n12, 7252 n1, 7253 x1-40, 7254 x1-10, 7255 x1-10, 7256 x1-90, 7257 x1-70,
      7258 x3, 7259 x1-40,
      8001 n14, 8002 x1-20, 8003 x14-30, 8004 x1-30, 8005 n6, 8006 n18, 8007 x1-34, 8008 n8-12,
      8009 x1-50, 8010 x1-30, 8011 n1-12, 8012 x1-20, 8013 x1-25, 8014 x1-25, 8017 k18, 8018 k18,
      8019 n1-10, 8020 x1-25, 8026 n18, 8030 x1-90, 8110 x1-70, 8111 n4, 8112 x1-70, 8200 x1-70,
      90 x1-30, 91 x1-90, 92 x1-90, 93 x1-90, 94 x1-90, 95 x1-90, 96 x1-90, 97 x1-90, 98 x1-90,
      99 x1-90""";

  private static final List<ApplicationIdentifier> KNOWN =
      Pattern.compile(",\\s+").splitAsStream(TABLE).map(ApplicationIdentifier::parse).toList();

  private static ApplicationIdentifier parse(String entry) {
    String[] parts = entry.split(" ", 2);
    String[] lengths = parts[1].substring(1).split("-", 2);
    int fewest = Integer.parseInt(lengths[0]);
    return new ApplicationIdentifier(
        parts[0].replace("-", ""),
        parts[0].length(),
        fewest,
        lengths.length > 1 ? Integer.parseInt(lengths[1]) : fewest,
        switch (parts[1].charAt(0)) {
          case 'k' -> Kind.KEY;
          case 'd' -> Kind.DATE;
          case 'n' -> Kind.NUMBER;
          case 'x' -> Kind.TEXT;
          default -> throw new IllegalArgumentException(entry);
        });
  }

  /** The identifier that begins there; empty when it is not one of those known. */
  static Optional<ApplicationIdentifier> at(String text, int index) {
    return KNOWN.stream()
        .filter(known -> text.startsWith(known.prefix, index))
        .filter(known -> index + known.digits <= text.length())
        .filter(known -> isDigits(text.substring(index, index + known.digits)))
        .findFirst();
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
