package pannier.gate.settlement;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.money.Money;
import pannier.pricing.Quantity;
import pannier.pricing.UnitPrice;
import pannier.wire.CatalogueDigest;
import pannier.wire.Digest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.ProblemKind;
import pannier.wire.ReceiptLine;

/**
 * Prices a bill anew with the gate's own catalogue. A line is charged at the lower of the shelf's
 * and the gate's price. A bill that names the gate's catalogue and shows other prices is refused.
 */
final class BillCheck {
  private final Catalogue catalogue;
  private final Digest digest;

  BillCheck(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.digest = CatalogueDigest.of(catalogue);
  }

  /** The lines as they are charged. */
  List<ReceiptLine> price(FrozenBill bill) throws RefusedException {
    String currency = catalogue.currency().getCurrencyCode();
    if (!bill.currency().equals(currency)) {
      throw new RefusedException(
          ProblemKind.WRONG_CURRENCY,
          "bill.currency: found %s; expected %s".formatted(bill.currency(), currency));
    }
    List<ReceiptLine> lines = new ArrayList<>(bill.lines().size());
    long shown = 0;
    for (FrozenLine line : bill.lines()) {
      lines.add(price(bill, lines.size(), line));
      shown += line.netMinor();
    }
    if (shown != bill.totalMinor()) {
      throw new RefusedException(
          ProblemKind.WRONG_SUM,
          "bill.total: found %d; expected %d, the sum of the lines"
              .formatted(bill.totalMinor(), shown));
    }
    return lines;
  }

  private ReceiptLine price(FrozenBill bill, int index, FrozenLine line) throws RefusedException {
    String place = "bill.lines[%d]".formatted(index);
    Product product = product(place, line);
    UnitPrice gate = UnitPrice.of(product);
    Currency currency = catalogue.currency();
    UnitPrice shelf = new UnitPrice(new Money(line.unitPriceMinor(), currency), product.unit());
    Quantity quantity = quantity(place, line, gate);
    long shown = shelf.times(quantity).minor();
    if (shown != line.netMinor()) {
      throw new RefusedException(
          ProblemKind.WRONG_SUM,
          "%s.net: found %d; expected %d".formatted(place, line.netMinor(), shown));
    }
    if (bill.catalogue().equals(digest) && !shelf.equals(gate)) {
      throw new RefusedException(
          ProblemKind.WRONG_SUM,
          "%s.unit-price: found %d; expected %d, as in the catalogue that the bill names"
              .formatted(place, line.unitPriceMinor(), gate.amount().minor()));
    }
    return new ReceiptLine(
        line.product(),
        product.name(),
        line.pieces(),
        line.massGrams(),
        line.unitPriceMinor(),
        gate.amount().minor(),
        shelf.lower(gate).times(quantity).minor(),
        0);
  }

  private Product product(String place, FrozenLine line) throws RefusedException {
    return catalogue
        .find(new ProductId(line.product()))
        .orElseThrow(
            () ->
                new RefusedException(
                    ProblemKind.UNKNOWN_PRODUCT,
                    "%s.product: found '%s', which is not in the catalogue"
                        .formatted(place, line.product())));
  }

  private static Quantity quantity(String place, FrozenLine line, UnitPrice price)
      throws RefusedException {
    Quantity quantity =
        line.massGrams().isPresent()
            ? new Quantity.Weighed(line.pieces(), line.massGrams().getAsLong())
            : new Quantity.Pieces(line.pieces());
    if (!price.fits(quantity)) {
      throw new RefusedException(
          ProblemKind.WRONG_SUM,
          "%s.mass: is missing; expected grams, as it is sold by mass".formatted(place));
    }
    return quantity;
  }
}
