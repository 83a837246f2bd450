package pannier.domain.gs1;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import pannier.domain.gs1.ElementString.Element;
import pannier.domain.mass.Mass;
import pannier.domain.money.Money;

/**
 * What a label says about the one item that it sticks on.
 *
 * @param item a GTIN of 14 digits, or the shop's own number of the product, digits only
 * @param netMass of this item
 * @param price of this item as a whole
 * @param bestBefore the last day on which it is as good as it should be
 */
public record ItemLabel(
    String item, Optional<Mass> netMass, Optional<Money> price, Optional<LocalDate> bestBefore) {
  private static final double POUND_GRAMS = 453.59237;
  private static final double OUNCE_GRAMS = 28.349523125;

  /**
   * From application identifiers: (01), net mass (310n kilograms, 320n pounds, 357n ounces), price
   * (392n, 393n with its currency), best before (15). Empty without a GTIN. A price in another
   * currency, or finer than the currency's smallest coin, is left out.
   *
   * @param currency of the shop
   * @param year now, by which the century of a date is told
   */
  public static Optional<ItemLabel> of(ElementString elements, Currency currency, int year) {
    return elements
        .find("01")
        .map(
            gtin ->
                new ItemLabel(
                    gtin,
                    first(elements, element -> mass(element)),
                    first(elements, element -> price(element, currency)),
                    elements.find("15").flatMap(data -> date(data, year))));
  }

  private interface Reading<T> {
    Optional<T> of(Element element);
  }

  private static <T> Optional<T> first(ElementString elements, Reading<T> reading) {
    return elements.elements().stream().flatMap(e -> reading.of(e).stream()).findFirst();
  }

  private static Optional<Mass> mass(Element element) {
    double unitGrams =
        switch (stem(element)) {
          case "310" -> 1000;
          case "320" -> POUND_GRAMS;
          case "357" -> OUNCE_GRAMS;
          default -> 0;
        };
    return unitGrams == 0
        ? Optional.empty()
        : Optional.of(Mass.ofGrams(decimal(element, element.data()).doubleValue() * unitGrams));
  }

  private static Optional<Money> price(Element element, Currency currency) {
    return switch (stem(element)) {
      case "392" -> money(decimal(element, element.data()), currency);
      case "393" ->
          Integer.parseInt(element.data().substring(0, 3)) == currency.getNumericCode()
              ? money(decimal(element, element.data().substring(3)), currency)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Empty when it is no whole number of the currency's smallest units. */
  static Optional<Money> money(BigDecimal amount, Currency currency) {
    try {
      BigDecimal minor = amount.movePointRight(currency.getDefaultFractionDigits());
      return Optional.of(
          new Money(minor.setScale(0, RoundingMode.UNNECESSARY).longValueExact(), currency));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** The identifier without its last digit, which says how many decimals there are. */
  private static String stem(Element element) {
    String identifier = element.identifier();
    return identifier.length() == 4 ? identifier.substring(0, 3) : "";
  }

  private static BigDecimal decimal(Element element, String digits) {
    return new BigDecimal(digits).movePointLeft(element.identifier().charAt(3) - '0');
  }

  /** YYMMDD; the century by GS1 General Specifications, section 7.12; day 00 ends the month. */
  private static Optional<LocalDate> date(String data, int year) {
    int full = year - Math.floorMod(year, 100) + Integer.parseInt(data.substring(0, 2));
    if (full - year > 50) {
      full -= 100;
    } else if (full - year < -49) {
      full += 100;
    }
    int day = Integer.parseInt(data.substring(4));
    try {
      YearMonth month = YearMonth.of(full, Integer.parseInt(data.substring(2, 4)));
      return Optional.of(day == 0 ? month.atEndOfMonth() : month.atDay(day));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 31st of a shorter month
    }
  }
}
