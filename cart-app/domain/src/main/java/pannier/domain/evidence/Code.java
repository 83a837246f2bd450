package pannier.domain.evidence;

import java.util.Optional;
import pannier.domain.gs1.ElementString;
import pannier.domain.money.CardNumbers;

/**
 * A machine-readable code that was read, its check digit verified.
 *
 * @param symbology its kind
 * @param text its content as encoded; for EAN and UPC the digits with the check digit
 */
public record Code(Symbology symbology, String text) {
  /** What the code begins with that a shopper's phone shows to begin a trip. */
  public static final String LOGIN = "PANNIER/L1/";

  /** A QR code may hold anything; a payment card's number is never kept. */
  public Code {
    text = CardNumbers.masked(text);
  }

  /** The kinds that are read. */
  public enum Symbology {
    EAN_13,
    EAN_8,
    UPC_A,
    UPC_E,
    GS1_128,
    GS1_DATABAR,
    GS1_DATABAR_EXPANDED,
    QR
  }

  /**
   * Its application identifiers with their data; empty for codes that have none, and for a QR code
   * that is no GS1 Digital Link.
   */
  public Optional<ElementString> elements() {
    return switch (symbology) {
      case EAN_13, EAN_8, UPC_A, UPC_E, GS1_DATABAR -> Optional.empty();
      case GS1_128, GS1_DATABAR_EXPANDED -> ElementString.parseBracketed(text);
      case QR -> ElementString.parseLink(text);
    };
  }

  /** Whether a shopper's phone made it, to begin a trip. */
  public boolean isLogin() {
    return symbology == Symbology.QR && text.startsWith(LOGIN);
  }

  /**
   * The Global Trade Item Number that it carries, as 14 digits: an EAN, UPC or DataBar itself, a
   * GS1 symbol's (01), a QR code's GS1 Digital Link. Empty where it has none, or one whose check
   * digit is wrong.
   */
  public Optional<String> gtin() {
    return Gtin.of(this);
  }
}
