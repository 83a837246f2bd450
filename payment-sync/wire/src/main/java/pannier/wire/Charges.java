package pannier.wire;

import java.util.List;

/**
 * What a receipt has beside its lines' nets.
 *
 * @param included whether the nets contain the taxes, as with VAT
 * @param depositsMinor of all lines
 */
public record Charges(List<ReceiptTax> taxes, boolean included, long depositsMinor) {
  /** A receipt of nets alone. */
  public static final Charges NONE = new Charges(List.of(), false, 0);

  private static final int MOST_RATES = 16;

  public Charges {
    taxes = Limits.list("taxes", taxes, MOST_RATES);
    Limits.amount("deposits", depositsMinor);
  }

  static int mostRates() {
    return MOST_RATES;
  }

  public long taxMinor() {
    return taxes.stream().mapToLong(ReceiptTax::taxMinor).sum();
  }

  /** What comes on top of the nets. */
  public long onTopMinor() {
    return depositsMinor + (included ? 0 : taxMinor());
  }
}
