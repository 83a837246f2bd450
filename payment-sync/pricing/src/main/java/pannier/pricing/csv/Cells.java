package pannier.pricing.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.money.CardNumbers;
import pannier.domain.money.Money;

/** The cells of one row, each read as what its column means; what is wrong is collected. */
final class Cells {
  /**
   * Plain decimals only: no sign but minus, no exponent, no thousands separator; below a thousand
   * million, so that no sum of a bill overflows.
   */
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

  /** GTIN-14 is the longest code that names a product. */
  private static final Pattern CODE = Pattern.compile("\\d{3,14}");

  private final String file;
  private final TableRow row;
  private final List<BadCell> faults = new ArrayList<>();
  private final Set<Column> carded = EnumSet.noneOf(Column.class);

  Cells(String file, TableRow row) {
    this.file = file;
    this.row = row;
  }

  List<BadCell> faults() {
    return faults;
  }

  /** A cell's text; a payment card's number is a fault in any. */
  String text(Column column) {
    String text = row.text(column);
    if (!CardNumbers.in(text)) {
      return text;
    }
    if (carded.add(column)) {
      fault(column, text, "no payment card's number anywhere");
    }
    return "";
  }

  /** Text of one line, 1 to {@code longest} characters. */
  String filled(Column column, int longest, String wanted) {
    String text = text(column);
    boolean odd = text.chars().anyMatch(Character::isISOControl);
    if (odd || text.isEmpty() || text.length() > longest) {
      fault(column, wanted);
    }
    return text;
  }

  Optional<SaleUnit> unit() {
    return switch (text(Column.UNIT)) {
      case "piece" -> Optional.of(SaleUnit.PIECE);
      case "kg" -> Optional.of(SaleUnit.KILOGRAM);
      default -> {
        fault(Column.UNIT, "piece or kg");
        yield Optional.empty();
      }
    };
  }

  Optional<Currency> currency() {
    try {
      Currency currency = Currency.getInstance(text(Column.CURRENCY));
      if (currency.getDefaultFractionDigits() >= 0) {
        return Optional.of(currency);
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    fault(Column.CURRENCY, "a currency of ISO 4217, such as EUR");
    return Optional.empty();
  }

  Optional<Money> price(Currency currency) {
    return amount(Column.PRICE, currency);
  }

  /** An amount of 0 or more; 0 where nothing stands. */
  Money amountOrZero(Column column, Currency currency) {
    Money zero = Money.zero(currency);
    return text(column).isEmpty() ? zero : amount(column, currency).orElse(zero);
  }

  private Optional<Money> amount(Column column, Currency currency) {
    String text = text(column);
    int places = currency.getDefaultFractionDigits();
    if (DECIMAL.matcher(text).matches() && !text.startsWith("-")) {
      BigDecimal amount = new BigDecimal(text);
      if (amount.stripTrailingZeros().scale() <= places) {
        return Optional.of(Money.parse(text, currency));
      }
    }
    String example = Money.zero(currency).plus(new Money(237, currency)).toDecimal();
    fault(
        column,
        "%s of 0 or more with at most %d decimals, such as %s"
            .formatted(column == Column.PRICE ? "a price" : "an amount", places, example));
    return Optional.empty();
  }

  /** A whole number from 0 to {@code most}; 0 where nothing stands. */
  int wholeOrZero(Column column, int most) {
    String text = text(column);
    if (text.isEmpty()) {
      return 0;
    }
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    fault(column, "a whole number from 0 to %d".formatted(most));
    return 0;
  }

  /** Grams from 0; 0 where nothing stands. */
  double gramsOrZero(Column column, double most) {
    return text(column).isEmpty() ? 0 : grams(column, 0, most);
  }

  /** {@code true}, {@code false}, or nothing, which is false. */
  boolean truth(Column column) {
    return switch (text(column)) {
      case "true", "yes", "1" -> true;
      case "", "false", "no", "0" -> false;
      default -> {
        fault(column, "true or false");
        yield false;
      }
    };
  }

  /** One word of a given list; the first one where nothing stands. */
  String choice(Column column, List<String> words) {
    String text = text(column);
    if (text.isEmpty() || words.contains(text)) {
      return text.isEmpty() ? words.getFirst() : text;
    }
    fault(column, "one of " + String.join(", ", words));
    return words.getFirst();
  }

  /** Words parted by semicolons. */
  List<String> words(Column column) {
    return Arrays.stream(text(column).split(";"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Grams from {@code least} to {@code most}; NaN after a fault. */
  double grams(Column column, double least, double most) {
    String text = text(column);
    if (DECIMAL.matcher(text).matches()) {
      double grams = Double.parseDouble(text);
      if (grams >= least && grams <= most) {
        return grams;
      }
    }
    fault(column, "grams from %s to %s".formatted(plain(least), plain(most)));
    return Double.NaN;
  }

  /**
   * The codes of all three columns; several in {@code codes} are parted by spaces or semicolons.
   */
  List<String> codes() {
    return Stream.of(Column.CODES, Column.GTIN, Column.PLU)
        .flatMap(this::codes)
        .distinct()
        .toList();
  }

  private Stream<String> codes(Column column) {
    List<String> codes =
        Arrays.stream(text(column).split("[;| ]+")).filter(code -> !code.isEmpty()).toList();
    for (String code : codes) {
      if (!CODE.matcher(code).matches()) {
        fault(column, code, "3 to 14 digits, several parted by spaces");
      }
    }
    return codes.stream();
  }

  void fault(Column column, String wanted) {
    fault(column, text(column), wanted);
  }

  void fault(Column column, String found, String wanted) {
    String quoted = found.isEmpty() ? "nothing" : "'" + found + "'";
    faults.add(new BadCell(file, row.line(column), column.title(), quoted, wanted));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
