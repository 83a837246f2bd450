package pannier.app.screen;

import java.math.BigDecimal;
import java.util.List;
import pannier.app.screen.CartView.Paper;
import pannier.app.screen.CartView.PaperLine;
import pannier.app.screen.CartView.Reasons;
import pannier.app.screen.CartView.Sum;
import pannier.app.screen.CartView.Tax;
import pannier.app.screen.CartView.Tender;
import pannier.wire.LineCharges;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;

/** Receipts as the screen shows them. */
final class Papers {
  /** From billionths to hundredths. */
  private static final int PERCENT_PLACES = 7;

  /** Those that the screen has words for. */
  private static final List<String> NOTES =
      List.of(Receipt.OLD_PRICES, Receipt.OLD_RULES, Receipt.OFFLINE);

  private Papers() {}

  static Paper of(Receipt receipt, boolean code) {
    return new Paper(
        receipt.receiptId(),
        receipt.settledAt().toString(),
        receipt.lines().stream().map(line -> line(line, receipt.charges().included())).toList(),
        receipt.charges().taxes().stream()
            .map(tax -> new Tax(percent(tax.rateBillionths()), tax.taxMinor()))
            .toList(),
        receipt.tenders().stream()
            .map(tender -> new Tender(tender.kind(), tender.amountMinor()))
            .toList(),
        new Sum(
            receipt.totalMinor(), receipt.charges().depositsMinor(), receipt.charges().included()),
        code,
        notes(receipt));
  }

  /** Of old prices and old rules the shopper hears once. */
  private static List<String> notes(Receipt receipt) {
    boolean rules = receipt.notes().contains(Receipt.OLD_RULES);
    return receipt.notes().stream()
        .filter(note -> NOTES.contains(note) && !(rules && note.equals(Receipt.OLD_PRICES)))
        .toList();
  }

  private static PaperLine line(ReceiptLine line, boolean taxIncluded) {
    return new PaperLine(
        line.product(),
        line.name(),
        line.pieces(),
        line.massGrams().isPresent() ? line.massGrams().getAsLong() : null,
        line.netMinor(),
        line.discountMinor(),
        reasons(line, taxIncluded));
  }

  private static Reasons reasons(ReceiptLine line, boolean taxIncluded) {
    LineCharges charges = line.charges();
    boolean same = line.shelfUnitPriceMinor() == line.gateUnitPriceMinor();
    return new Reasons(
        charges.depositMinor(),
        charges.benefitsMinor(),
        charges.benefitsMinor() > 0 && charges.rateBillionths() > 0 && !taxIncluded,
        same ? null : new CartView.Lower(line.shelfUnitPriceMinor(), line.gateUnitPriceMinor()));
  }

  private static String percent(long billionths) {
    BigDecimal percent = BigDecimal.valueOf(billionths, PERCENT_PLACES).stripTrailingZeros();
    return percent.scale() < 0 ? percent.setScale(0).toPlainString() : percent.toPlainString();
  }
}
