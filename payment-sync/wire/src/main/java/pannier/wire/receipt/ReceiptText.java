package pannier.wire.receipt;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import pannier.wire.Charges;
import pannier.wire.LineCharges;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptTax;
import pannier.wire.ReceiptTender;

/** A receipt in plain text, {@value #WIDTH} columns wide, in the shopper's language. */
public final class ReceiptText {
  /** As wide as the paper of a till. */
  static final int WIDTH = 42;

  private static final String RULE = "-".repeat(WIDTH) + "\n";

  private final Words words;
  private final StringBuilder text = new StringBuilder();

  private ReceiptText(Words words) {
    this.words = words;
  }

  /** Renders with times in UTC. */
  public static String render(Receipt receipt, Locale locale) {
    return render(receipt, locale, ZoneOffset.UTC);
  }

  /** Renders with times of the shop's zone. English where the language is not spoken. */
  public static String render(Receipt receipt, Locale locale, ZoneId zone) {
    ReceiptText page = new ReceiptText(new Words(locale, receipt.currency()));
    page.head(receipt, locale, zone);
    receipt.lines().forEach(page::line);
    page.text.append(RULE);
    page.charges(receipt);
    page.row(page.words.say("total"), page.words.money(receipt.totalMinor()));
    receipt.tenders().forEach(page::tender);
    receipt.notes().forEach(note -> page.text.append(page.words.note(note)).append('\n'));
    return page.text.toString();
  }

  private void head(Receipt receipt, Locale locale, ZoneId zone) {
    DateTimeFormatter times =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(zone);
    row(words.say("receipt"), receipt.receiptId());
    row(words.say("trip"), receipt.key().toString());
    row(words.say("date"), times.format(receipt.settledAt()) + " " + zone.getId());
    text.append(RULE);
  }

  private void line(ReceiptLine line) {
    text.append(line.name()).append('\n');
    row("  " + amount(line), words.money(line.grossMinor()));
    if (line.reductions().isEmpty() && line.discountMinor() > 0) {
      row("  " + words.say("discount"), words.money(-line.discountMinor()));
    }
    line.reductions()
        .forEach(it -> row("  " + words.reduction(it.name()), words.money(-it.minor())));
    if (line.shelfUnitPriceMinor() != line.gateUnitPriceMinor()) {
      String shelf = words.money(line.shelfUnitPriceMinor());
      String gate = words.money(line.gateUnitPriceMinor());
      text.append("  ").append(words.say("lower", shelf, gate)).append('\n');
    }
    charges(line.charges());
  }

  private void charges(LineCharges charges) {
    if (charges.depositMinor() > 0) {
      row("  " + words.say("deposit"), words.money(charges.depositMinor()));
    }
    if (charges.benefitsMinor() > 0) {
      row("  " + words.say("benefits"), "(" + words.money(charges.benefitsMinor()) + ")");
    }
  }

  private void charges(Receipt receipt) {
    Charges charges = receipt.charges();
    if (charges.onTopMinor() > 0) {
      row(words.say("subtotal"), words.money(receipt.totalMinor() - charges.onTopMinor()));
    }
    if (charges.depositsMinor() > 0) {
      row(words.say("deposits"), words.money(charges.depositsMinor()));
    }
    for (ReceiptTax tax : charges.taxes()) {
      String key = charges.included() ? "included" : "tax";
      String rate = words.percent(tax.rateBillionths());
      String base = words.money(tax.baseMinor());
      row(words.say(key, rate, base), words.money(tax.taxMinor()));
    }
  }

  private String amount(ReceiptLine line) {
    String unitPrice = words.money(line.unitPriceMinor());
    return line.massGrams().isPresent()
        ? "%s x %s/kg".formatted(words.kilograms(line.massGrams().getAsLong()), unitPrice)
        : "%d x %s".formatted(line.pieces(), unitPrice);
  }

  private void tender(ReceiptTender tender) {
    row(words.say("paid", words.tender(tender.kind())), words.money(tender.amountMinor()));
    text.append("  ").append(tender.reference()).append('\n');
  }

  private void row(String left, String right) {
    int gap = Math.max(1, WIDTH - left.length() - right.length());
    text.append(left).repeat(' ', gap).append(right).append('\n');
  }
}
