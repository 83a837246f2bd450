package pannier.simulator.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.pricing.Quantity;
import pannier.pricing.UnitPrice;
import pannier.pricing.json.PriceList;
import pannier.simulator.load.fleet.FleetCart;
import pannier.wire.BillTerms;
import pannier.wire.CatalogueDigest;
import pannier.wire.Digest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/**
 * Random bills of one to twelve lines, as carts with the gate's own price list make them. Safe for
 * use by many threads.
 */
final class Bills {
  private static final int MOST_LINES = 12;
  private static final int MOST_PIECES = 4;
  private static final int MOST_GRAMS = 2_000;
  private static final TenderOffer CARD = new TenderOffer("card", "sandbox-ok");

  private final List<Product> products;
  private final String currency;
  private final Digest catalogue;
  private final Digest priceList;
  private final LocalDate day;
  private final String run;
  private final AtomicLong trips = new AtomicLong();

  /**
   * @param run the beginning of each trip's id, unique for ever
   */
  Bills(LoadShop shop, LocalDate day, String run) {
    PriceList prices = shop.prices();
    this.products = List.copyOf(shop.goods().catalogue().products());
    this.currency = shop.goods().catalogue().currency().getCurrencyCode();
    this.catalogue = CatalogueDigest.of(shop.goods().catalogue());
    this.priceList = Digest.of(prices.document());
    this.day = day;
    this.run = run;
  }

  /** As a cart sends it: signed. */
  SettlementRequest next(FleetCart cart, RandomGenerator random) {
    SettlementKey key = new SettlementKey(run + trips.incrementAndGet(), 1);
    int count = 1 + random.nextInt(MOST_LINES);
    List<FrozenLine> lines = new ArrayList<>(count);
    long total = 0;
    for (int i = 0; i < count; i++) {
      FrozenLine line = line(products.get(random.nextInt(products.size())), random);
      lines.add(line);
      total += line.netMinor();
    }
    BillTerms terms =
        new BillTerms(
            Optional.of(priceList),
            OptionalLong.of(total),
            OptionalLong.of(day.toEpochDay()),
            BillTerms.Claims.NONE);
    FrozenBill bill =
        new FrozenBill(cart.cartId(), key, currency, lines, total, catalogue, List.of(), terms);
    return SettlementRequest.of(bill, CARD).signed(cart.key());
  }

  private static FrozenLine line(Product product, RandomGenerator random) {
    UnitPrice price = UnitPrice.of(product);
    int pieces = 1 + random.nextInt(MOST_PIECES);
    boolean weighed = product.unit() == SaleUnit.KILOGRAM;
    long grams = 1L + random.nextInt(MOST_GRAMS);
    Quantity quantity = weighed ? new Quantity.Weighed(pieces, grams) : new Quantity.Pieces(pieces);
    return new FrozenLine(
        product.id().value(),
        pieces,
        weighed ? OptionalLong.of(grams) : OptionalLong.empty(),
        price.amount().minor(),
        price.times(quantity).minor());
  }
}
