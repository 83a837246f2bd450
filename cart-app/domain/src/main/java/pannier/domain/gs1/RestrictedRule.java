package pannier.domain.gs1;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import pannier.domain.mass.Mass;

/**
 * How a shop's scales write a price or a mass into an EAN-13 or UPC-A that begins with 02 or 20 to
 * 29 (GS1 General Specifications, section 2.1.12: restricted circulation; what stands where is each
 * country's or shop's own rule).
 *
 * @param pattern thirteen characters as on the label: digits that must be there, {@code I} the
 *     item, {@code P} the price or {@code W} the mass, {@code V} the check digit of the price or
 *     mass if there is one, {@code C} the check digit of all; a UPC-A has a 0 put before it. Great
 *     Britain: {@code 20IIIIIVPPPPC} with 2 decimals (GS1 UK, variable measure items)
 * @param decimals implied, of the price in the shop's currency or of the mass in kilograms
 */
public record RestrictedRule(String pattern, int decimals) {
  private static final Pattern FORM = Pattern.compile("(02|2[0-9])[0-9IVPW]{10}C");

  private static final Pattern RUNS = Pattern.compile("[^I]*I+[^I]*");
  private static final Pattern VALUE = Pattern.compile("[^PW]*(P+|W+)[^PW]*");

  public RestrictedRule {
    if (!FORM.matcher(pattern).matches()
        || !RUNS.matcher(pattern).matches()
        || !VALUE.matcher(pattern).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no pattern of a shop's own number; one is 20IIIIIVPPPPC".formatted(pattern));
    }
    if (decimals < 0 || decimals > 5) {
      throw new IllegalArgumentException("%d decimals, must be 0 to 5".formatted(decimals));
    }
    long checks = pattern.chars().filter(c -> c == 'V').count();
    int digits = digits(pattern, value(pattern), pattern).length();
    if (checks > 1 || (checks == 1 && digits != 4 && digits != 5)) {
      throw new IllegalArgumentException(
          "'%s': one V, with four or five digits of price or mass".formatted(pattern));
    }
  }

  /**
   * What such a number says; the item is the pattern's own digits and those of {@code I}. Empty for
   * numbers of another form and where a check digit is wrong.
   *
   * @param number digits of an EAN-13 or UPC-A
   */
  public Optional<ItemLabel> read(String number, Currency currency) {
    String full = number.length() == 12 ? "0" + number : number;
    if (full.length() != pattern.length() || !CheckDigit.isRight(full) || !fits(full)) {
      return Optional.empty();
    }
    String value = digits(pattern, value(pattern), full);
    int check = pattern.indexOf('V');
    if (check >= 0 && !PriceCheckDigit.isRight(value, full.charAt(check))) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(value).movePointLeft(decimals);
    String item = item(full);
    return pattern.indexOf('P') >= 0
        ? ItemLabel.money(amount, currency)
            .map(
                price ->
                    new ItemLabel(item, Optional.empty(), Optional.of(price), Optional.empty()))
        : Optional.of(
            new ItemLabel(
                item,
                Optional.of(Mass.ofGrams(amount.movePointRight(3).doubleValue())),
                Optional.empty(),
                Optional.empty()));
  }

  private boolean fits(String number) {
    for (int i = 0; i < pattern.length(); i++) {
      char wanted = pattern.charAt(i);
      if (Character.isDigit(wanted) && wanted != number.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String item(String number) {
    StringBuilder item = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      if (Character.isDigit(pattern.charAt(i)) || pattern.charAt(i) == 'I') {
        item.append(number.charAt(i));
      }
    }
    return item.toString();
  }

  private static char value(String pattern) {
    return pattern.indexOf('P') >= 0 ? 'P' : 'W';
  }

  /** Those characters of the number where the pattern has that letter. */
  private static String digits(String pattern, char letter, String number) {
    return number.substring(pattern.indexOf(letter), pattern.lastIndexOf(letter) + 1);
  }
}
