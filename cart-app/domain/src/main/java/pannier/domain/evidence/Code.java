package pannier.domain.evidence;

import java.util.Optional;

/**
 * A machine-readable code that was read, its check digit verified.
 *
 * @param symbology its kind
 * @param text its content as encoded; for EAN and UPC the digits with the check digit
 */
public record Code(Symbology symbology, String text) {
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
   * The Global Trade Item Number that it carries, as 14 digits: an EAN, UPC or DataBar itself, a
   * GS1 symbol's first (01), a QR code's GS1 Digital Link. Empty where it has none, or one whose
   * check digit is wrong.
   */
  public Optional<String> gtin() {
    return Gtin.of(this);
  }
}
