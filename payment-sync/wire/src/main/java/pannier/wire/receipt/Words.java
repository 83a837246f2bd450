package pannier.wire.receipt;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;

/** A language's words and numbers. */
final class Words {
  /** Without a fallback, so that the machine's own language never shows. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final int RATE_PLACES = 4;

  /** As pricing names it. */
  private static final String AS_SHOWN = "as shown";

  private final Locale locale;
  private final ResourceBundle bundle;
  private final NumberFormat money;
  private final int places;

  Words(Locale locale, String currencyCode) {
    Currency currency = Currency.getInstance(currencyCode);
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("pannier.wire.receipt.words", locale, NO_FALLBACK);
    this.places = Math.max(0, currency.getDefaultFractionDigits());
    this.money = NumberFormat.getCurrencyInstance(locale);
    money.setCurrency(currency);
    money.setMinimumFractionDigits(places);
    money.setMaximumFractionDigits(places);
  }

  String say(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /** A tender in the shopper's words; a kind that nobody has words for stays as it is. */
  String tender(String kind) {
    String key = "tender." + kind;
    return bundle.containsKey(key) ? bundle.getString(key) : kind;
  }

  /** A reduction's name; that of the rule "the lower holds" in the shopper's words. */
  String reduction(String name) {
    return name.equals(AS_SHOWN) ? bundle.getString("as-shown") : name;
  }

  /** Why money goes back. */
  String reason(String reason) {
    String key = "reason." + reason;
    return bundle.containsKey(key) ? bundle.getString(key) : reason;
  }

  /** A remark of the gate. */
  String note(String note) {
    String key = "note." + note;
    return bundle.containsKey(key) ? bundle.getString(key) : note;
  }

  /** A rate as a percentage. */
  String percent(long billionths) {
    NumberFormat number = NumberFormat.getPercentInstance(locale);
    number.setMaximumFractionDigits(RATE_PLACES);
    return number.format(BigDecimal.valueOf(billionths, 9));
  }

  String money(long minor) {
    return money.format(BigDecimal.valueOf(minor, places));
  }

  String kilograms(long grams) {
    NumberFormat number = NumberFormat.getNumberInstance(locale);
    number.setMinimumFractionDigits(3);
    return number.format(BigDecimal.valueOf(grams, 3)) + " kg";
  }
}
