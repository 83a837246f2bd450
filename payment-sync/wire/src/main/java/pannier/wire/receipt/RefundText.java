package pannier.wire.receipt;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import pannier.wire.ReceiptTender;
import pannier.wire.RefundSlip;

/** A refund in plain text, as wide as a receipt, in the shopper's language. */
public final class RefundText {
  private final Words words;
  private final StringBuilder text = new StringBuilder();

  private RefundText(Words words) {
    this.words = words;
  }

  /** Renders with times of the shop's zone. English where the language is not spoken. */
  public static String render(RefundSlip slip, Locale locale, ZoneId zone) {
    RefundText page = new RefundText(new Words(locale, slip.currency()));
    page.head(slip, locale, zone);
    page.body(slip);
    return page.text.toString();
  }

  private void head(RefundSlip slip, Locale locale, ZoneId zone) {
    DateTimeFormatter times =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(zone);
    row(words.say("refund"), slip.refundId());
    row(words.say("receipt"), slip.receiptId());
    row(words.say("date"), times.format(slip.at()) + " " + zone.getId());
    text.append("-".repeat(ReceiptText.WIDTH)).append('\n');
  }

  private void body(RefundSlip slip) {
    RefundSlip.Goods goods = slip.goods();
    String pieces = goods.pieces() > 0 ? goods.pieces() + " x " : "";
    text.append(pieces).append(goods.name()).append('\n');
    text.append("  ").append(words.reason(goods.reason())).append('\n');
    if (goods.taxMinor() > 0) {
      row("  " + words.say("refund.tax"), words.money(goods.taxMinor()));
    }
    if (goods.depositMinor() > 0) {
      row("  " + words.say("deposit"), words.money(goods.depositMinor()));
    }
    row(words.say("total"), words.money(slip.totalMinor()));
    for (ReceiptTender tender : slip.tenders()) {
      row(words.say("refund.to", words.tender(tender.kind())), words.money(tender.amountMinor()));
    }
  }

  private void row(String left, String right) {
    int gap = Math.max(1, ReceiptText.WIDTH - left.length() - right.length());
    text.append(left).repeat(' ', gap).append(right).append('\n');
  }
}
