package pannier.gate.settlement;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Handling;
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
 * and the gate's price; what carries a label of its own, at the label's. A bill that names the
 * gate's catalogue and shows other prices is refused, and so is one with an age limit that nobody
 * approved.
 */
final class BillCheck {
  private final Catalogue catalogue;
  private final Digest digest;

  BillCheck(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.digest = CatalogueDigest.of(catalogue);
  }

  /** Whether the cart priced with the gate's catalogue. */
  boolean sameCatalogue(FrozenBill bill) {
    return bill.catalogue().equals(digest);
  }

  /** The lines as they are charged, before promotions. */
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
      throw wrongSum("bill.total", bill.totalMinor(), shown + ", the sum of the lines");
    }
    return lines;
  }

  private ReceiptLine price(FrozenBill bill, int index, FrozenLine line) throws RefusedException {
    String place = "bill.lines[%d]".formatted(index);
    Product product = product(place, line);
    requireAge(bill, place, product);
    if (line.labelled()) {
      return labelled(place, line, product);
    }
    UnitPrice gate = UnitPrice.of(product);
    UnitPrice shelf = new UnitPrice(money(line.unitPriceMinor()), product.unit());
    Quantity quantity = quantity(place, line, gate);
    requireNet(place, line, shelf.times(quantity).minor());
    if (sameCatalogue(bill) && !shelf.equals(gate)) {
      throw wrongSum(
          place + ".unit-price",
          line.unitPriceMinor(),
          gate.amount().minor() + ", as in the catalogue that the bill names");
    }
    long gross = shelf.lower(gate).times(quantity).minor();
    return line(line, product, line.massGrams(), gate.amount().minor(), gross);
  }

  /** One piece with a label: a scale's, with the price for it, or a sticker that reduces it. */
  private ReceiptLine labelled(String place, FrozenLine line, Product product)
      throws RefusedException {
    requireNet(place, line, line.unitPriceMinor());
    long regular = line.unitPriceMinor();
    if (product.handling().embedded() != Handling.Embedded.PRICE) {
      UnitPrice price = UnitPrice.of(product);
      regular = price.times(quantity(place, line, price)).minor();
      long least = regular * (100 - product.handling().mostReductionPercent()) / 100;
      if (line.unitPriceMinor() < least) {
        throw wrongSum(
            place + ".unit-price", line.unitPriceMinor(), least + " or more on its label");
      }
    }
    long gross = Math.min(regular, line.unitPriceMinor());
    return line(line, product, OptionalLong.empty(), regular, gross);
  }

  private static ReceiptLine line(
      FrozenLine line, Product product, OptionalLong mass, long gateMinor, long grossMinor) {
    return new ReceiptLine(
        line.product(),
        product.name(),
        line.pieces(),
        mass,
        line.unitPriceMinor(),
        gateMinor,
        grossMinor,
        0);
  }

  private static void requireAge(FrozenBill bill, String place, Product product)
      throws RefusedException {
    int limit = product.handling().ageLimit();
    if (limit > bill.terms().claims().approvedYears()) {
      throw new RefusedException(
          ProblemKind.AGE_NOT_APPROVED,
          "%s.product: found '%s', from %d years; expected a member of staff's approval"
              .formatted(place, product.id(), limit));
    }
  }

  private static void requireNet(String place, FrozenLine line, long gross)
      throws RefusedException {
    if (gross != line.grossMinor()) {
      throw wrongSum(place + ".net", line.netMinor(), Long.toString(gross - line.discountMinor()));
    }
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

  private Money money(long minor) {
    Currency currency = catalogue.currency();
    return new Money(minor, currency);
  }

  private static RefusedException wrongSum(String place, long found, String expected) {
    return new RefusedException(
        ProblemKind.WRONG_SUM, "%s: found %d; expected %s".formatted(place, found, expected));
  }
}
