package pannier.pricing.command;

import java.util.List;
import pannier.domain.catalogue.ProductId;
import pannier.pricing.PricedLine;
import pannier.pricing.Quantity;
import pannier.pricing.checkout.ReckonedLine;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.json.PriceCase;
import pannier.pricing.promotion.Reduction;
import pannier.pricing.tax.Rate;
import pannier.pricing.tax.Taxes;
import pannier.pricing.tender.Portion;

/** A reckoning for people at a shell, line by line. */
final class ReckoningWords {
  private final PriceCase priceCase;
  private final Reckoning reckoning;
  private final StringBuilder text = new StringBuilder();

  private ReckoningWords(PriceCase priceCase, Reckoning reckoning) {
    this.priceCase = priceCase;
    this.reckoning = reckoning;
  }

  static String write(PriceCase priceCase, Reckoning reckoning) {
    ReckoningWords words = new ReckoningWords(priceCase, reckoning);
    for (int i = 0; i < reckoning.lines().size(); i++) {
      words.line(i);
    }
    words.totals();
    return words.text.toString();
  }

  private void line(int index) {
    ReckonedLine line = reckoning.lines().get(index);
    PricedLine priced = line.priced();
    ProductId product = priced.product();
    row(priceCase.names().getOrDefault(product, product.value()), priced.gross().toDecimal());
    row("  " + quantity(priced), "");
    for (Reduction reduction : line.reductions()) {
      row("  " + reduction.name(), "-" + decimal(reduction.minor()));
    }
    if (line.deposit().minor() > 0) {
      row("  deposit", line.deposit().toDecimal());
    }
    for (Portion portion : reckoning.split().portions()) {
      if (portion.line() == index) {
        row(
            "    %s paid by %s".formatted(portion.part().word(), kind(portion.tender())),
            decimal(portion.minor()));
      }
    }
  }

  private static String quantity(PricedLine line) {
    String price = line.unitPrice().amount().toDecimal();
    return switch (line.quantity()) {
      case Quantity.Pieces pieces -> "%d x %s".formatted(pieces.pieces(), price);
      case Quantity.Weighed weighed -> "%d g x %s/kg".formatted(weighed.massGrams(), price);
    };
  }

  private void totals() {
    row("subtotal", reckoning.subtotal().toDecimal());
    for (Taxes.ByRate rate : reckoning.split().taxes().byRate()) {
      if (!rate.rate().equals(Rate.ZERO)) {
        String contained = reckoning.taxIncluded() ? "contained tax" : "tax";
        row(
            "%s %s on %s".formatted(contained, rate.rate().toDecimal(), decimal(rate.baseMinor())),
            decimal(rate.taxMinor()));
      }
    }
    row("deposits", reckoning.deposits().toDecimal());
    row("total", reckoning.total().toString());
    List<Long> paid = reckoning.split().paidMinor();
    for (int i = 0; i < paid.size(); i++) {
      row("paid by " + kind(i), decimal(paid.get(i)));
    }
    row("due", reckoning.due().toDecimal());
  }

  private String kind(int tender) {
    return priceCase.purchase().tenders().get(tender).kind().word();
  }

  private String decimal(long minor) {
    return reckoning.money(minor).toDecimal();
  }

  private void row(String left, String right) {
    text.append("%-44s%14s".formatted(left, right).stripTrailing()).append('\n');
  }
}
