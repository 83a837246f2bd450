package pannier.app.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import pannier.domain.basket.Basket;
import pannier.domain.basket.Bill;
import pannier.domain.basket.BillLine;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.pricing.PriceTable;
import pannier.pricing.PricedBill;
import pannier.pricing.PricedLine;
import pannier.pricing.Pricing;
import pannier.pricing.Quantity;
import pannier.pricing.UnitPrice;
import pannier.pricing.UnpriceableLineException;
import pannier.pricing.UnpricedLine;
import pannier.wire.CatalogueDigest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.SettlementKey;

/** Prices baskets and bills with the shelf prices that the cart shows, as the gate will. */
public final class BillPrices {
  private final String cartId;
  private final Catalogue catalogue;

  public BillPrices(String cartId, Catalogue catalogue) {
    this.cartId = cartId;
    this.catalogue = catalogue;
  }

  /** The basket as it stands. Its products are all in the catalogue: no other is ever booked. */
  public static PricedBill of(Basket basket, Catalogue catalogue) {
    List<UnpricedLine> lines =
        basket.lines().stream()
            .map(line -> unpriced(catalogue.get(line.product()), line.pieces(), line.mass()))
            .toList();
    return price(lines, PriceTable.of(catalogue));
  }

  /** The frozen bill as it goes to the gate, at the prices that stand on it. */
  public FrozenBill freeze(Bill bill) {
    PricedBill priced = price(bill);
    List<FrozenLine> lines = new ArrayList<>();
    for (PricedLine line : priced.lines()) {
      lines.add(frozen(line));
    }
    return new FrozenBill(
        cartId,
        new SettlementKey(bill.tripId(), bill.attempt()),
        catalogue.currency().getCurrencyCode(),
        lines,
        priced.total().minor(),
        CatalogueDigest.of(catalogue),
        bill.flags());
  }

  private PricedBill price(Bill bill) {
    List<UnpricedLine> lines =
        bill.lines().stream()
            .map(line -> unpriced(catalogue.get(line.product()), line.pieces(), line.mass()))
            .toList();
    return price(
        lines,
        PriceTable.of(
            catalogue.currency(),
            bill.lines().stream()
                .collect(Collectors.toMap(BillLine::product, BillPrices::shelfPrice))));
  }

  private static UnitPrice shelfPrice(BillLine line) {
    return new UnitPrice(line.unitPrice(), line.unit());
  }

  private static PricedBill price(List<UnpricedLine> lines, PriceTable prices) {
    try {
      return Pricing.price(lines, prices);
    } catch (UnpriceableLineException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static UnpricedLine unpriced(Product product, int pieces, Mass mass) {
    return product.unit() == SaleUnit.PIECE
        ? UnpricedLine.ofPieces(product.id(), pieces)
        : UnpricedLine.ofMass(product.id(), pieces, Math.round(mass.grams()));
  }

  private static FrozenLine frozen(PricedLine line) {
    OptionalLong massGrams =
        switch (line.quantity()) {
          case Quantity.Pieces ignored -> OptionalLong.empty();
          case Quantity.Weighed weighed -> OptionalLong.of(weighed.massGrams());
        };
    return new FrozenLine(
        line.product().value(),
        line.quantity().pieces(),
        massGrams,
        line.unitPrice().amount().minor(),
        line.net().minor());
  }
}
