package pannier.app.screen;

import java.math.BigDecimal;
import pannier.app.screen.CartView.Paper;
import pannier.app.screen.CartView.PaperLine;
import pannier.app.screen.CartView.Sum;
import pannier.app.screen.CartView.Tax;
import pannier.app.screen.CartView.Tender;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;

/** Receipts as the screen shows them. */
final class Papers {
  /** From billionths to hundredths. */
  private static final int PERCENT_PLACES = 7;

  private Papers() {}

  static Paper of(Receipt receipt, boolean code) {
    return new Paper(
        receipt.receiptId(),
        receipt.settledAt().toString(),
        receipt.lines().stream().map(Papers::line).toList(),
        receipt.charges().taxes().stream()
            .map(tax -> new Tax(percent(tax.rateBillionths()), tax.taxMinor()))
            .toList(),
        receipt.tenders().stream()
            .map(tender -> new Tender(tender.kind(), tender.amountMinor()))
            .toList(),
        new Sum(
            receipt.totalMinor(), receipt.charges().depositsMinor(), receipt.charges().included()),
        code);
  }

  private static PaperLine line(ReceiptLine line) {
    return new PaperLine(
        line.product(),
        line.name(),
        line.pieces(),
        line.massGrams().isPresent() ? line.massGrams().getAsLong() : null,
        line.netMinor(),
        line.discountMinor());
  }

  private static String percent(long billionths) {
    BigDecimal percent = BigDecimal.valueOf(billionths, PERCENT_PLACES).stripTrailingZeros();
    return percent.scale() < 0 ? percent.setScale(0).toPlainString() : percent.toPlainString();
  }
}
