package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.settlement.ShopPrices;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.outbox.Message;
import pannier.pricing.json.PriceList;
import pannier.wire.Digest;

class PriceListOverDtlsTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void cartFetchesTheListBlockWiseAndOnlyWhenItChanged() throws Exception {
    PriceList list = PriceList.of(Shop.large(3_000));
    assertTrue(list.document().length > 131_072); // more than a message may have
    try (TestGate gate = TestGate.start(folder, 0, ShopPrices.of(list));
        CoapGateConnection cart = CoapGateConnection.open(gate.link(Shop.CART_1))) {
      Optional<Message> first = cart.get("price-list", Optional.empty());
      assertArrayEquals(list.document(), first.orElseThrow().bytes());
      Digest digest = Digest.of(list.document());
      assertEquals(Optional.empty(), cart.get("price-list", Optional.of(digest)));
      Digest other = Digest.of(new byte[] {1});
      assertTrue(cart.get("price-list", Optional.of(other)).isPresent());
    }
  }

  @Test
  void gateWithoutAListHasNone() throws Exception {
    try (TestGate gate = TestGate.start(folder);
        CoapGateConnection cart = CoapGateConnection.open(gate.link(Shop.CART_1))) {
      assertEquals(Optional.empty(), cart.get("price-list", Optional.empty()));
    }
  }
}
