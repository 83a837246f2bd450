package pannier.gate;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.pricing.assortment.Assortment;
import pannier.wire.CatalogueDigest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;
import pannier.wire.key.OwnKey;

/** A small shop and its bills. */
public final class Shop {
  public static final Currency EUR = Currency.getInstance("EUR");

  public static final Catalogue CATALOGUE =
      new Catalogue(
          EUR,
          List.of(
              product("milk", SaleUnit.PIECE, 119),
              product("eggs", SaleUnit.PIECE, 250),
              product("bananas", SaleUnit.KILOGRAM, 130)));

  public static final TenderOffer CARD = new TenderOffer("card", "sandbox-ok");

  /** The keys of the two carts that tests pair. */
  public static final OwnKey CART_1 = OwnKey.make();

  public static final OwnKey CART_2 = OwnKey.make();

  private Shop() {}

  public static Product product(String id, SaleUnit unit, long minor) {
    MassSpread mass = new MassSpread(Mass.ofGrams(500), 5);
    return new Product(
        new ProductId(id), "Fresh " + id, unit, new Money(minor, EUR), mass, List.of());
  }

  /** A shop with so many products by the piece. */
  public static Assortment large(int products) {
    List<Product> list = new ArrayList<>();
    for (int i = 0; i < products; i++) {
      list.add(product("product-" + i, SaleUnit.PIECE, 100 + i));
    }
    return new Assortment(new Catalogue(EUR, list), Map.of(), Map.of());
  }

  /** Two milk and 820 g of bananas: 2.38 + 1.07 = 3.45. */
  public static FrozenBill bill(String trip, int attempt) {
    return bill(
        trip,
        attempt,
        new FrozenLine("milk", 2, OptionalLong.empty(), 119, 238),
        new FrozenLine("bananas", 5, OptionalLong.of(820), 130, 107));
  }

  /** A bill of cart-1 over the given lines. */
  public static FrozenBill bill(String trip, int attempt, FrozenLine... lines) {
    List<FrozenLine> all = List.of(lines);
    return new FrozenBill(
        "cart-1",
        new SettlementKey(trip, attempt),
        "EUR",
        all,
        all.stream().mapToLong(FrozenLine::netMinor).sum(),
        CatalogueDigest.of(CATALOGUE),
        List.of());
  }

  public static SettlementRequest request(String trip, int attempt) {
    return SettlementRequest.of(bill(trip, attempt), CARD);
  }

  /** As cart-1 sends it. */
  public static SettlementRequest signed(String trip, int attempt) {
    return request(trip, attempt).signed(CART_1);
  }

  /** A bill that does not fit into one datagram. */
  public static FrozenBill longBill(String trip) {
    List<FrozenLine> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      lines.add(new FrozenLine("milk", 1, OptionalLong.empty(), 119, 119));
    }
    return bill(trip, 1, lines.toArray(FrozenLine[]::new));
  }
}
