package pannier.simulator.torture.kill;

import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.wire.CatalogueDigest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;
import pannier.wire.key.OwnKey;

/** Bills of one line, signed, paid by cards of all tempers; a fourth attempt pays for sure. */
record KilledBills(String cartId, Catalogue catalogue, OwnKey key) {
  private static final int SURE_ATTEMPT = 4;
  private static final int MOST_PIECES = 3;
  private static final List<String> TOKENS =
      List.of(
          "sandbox-ok",
          "sandbox-ok",
          "sandbox-ok+lost-reply",
          "sandbox-ok+down",
          "sandbox-limit-1",
          "sandbox-refuse-stolen");

  SettlementRequest next(int trip, int attempt, RandomGenerator random) {
    List<Product> goods = List.copyOf(catalogue.products());
    Product product = goods.get(random.nextInt(goods.size()));
    int pieces = 1 + random.nextInt(MOST_PIECES);
    long price = product.price().minor();
    FrozenLine line =
        new FrozenLine(product.id().value(), pieces, OptionalLong.empty(), price, price * pieces);
    FrozenBill bill =
        new FrozenBill(
            cartId,
            new SettlementKey("%s-%d".formatted(cartId, trip), attempt),
            catalogue.currency().getCurrencyCode(),
            List.of(line),
            line.netMinor(),
            CatalogueDigest.of(catalogue),
            List.of());
    String token =
        attempt >= SURE_ATTEMPT ? TOKENS.getFirst() : TOKENS.get(random.nextInt(TOKENS.size()));
    return SettlementRequest.of(bill, new TenderOffer("card", token)).signed(key);
  }
}
