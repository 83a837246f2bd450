package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.settlement.ShopPrices;
import pannier.payment.cart.GateConnection.Response;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.Wanted;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.outbox.Message;
import pannier.payment.cart.status.StatusClient;
import pannier.payment.cart.status.StoreNews;
import pannier.pricing.json.PriceList;
import pannier.wire.CartStatus;
import pannier.wire.Digest;
import pannier.wire.DocumentName;
import pannier.wire.MassCodec;
import pannier.wire.StaffOrder;
import pannier.wire.StatusCodec;
import pannier.wire.WeighedPieces;

/** What the store tells a cart, over real DTLS. */
class StoreNewsOverDtlsTest {
  private static final CartStatus SHOPPING =
      new CartStatus("SHOPPING", "t-1", "", List.of(), List.of(), 0);

  @TempDir Path folder = Path.of(".");
  private final BlockingQueue<Response> told = new LinkedBlockingQueue<>();

  @Test
  void orderOfStaffIsPushedWithoutAHeartbeat() throws Exception {
    StoreNews news = new StoreNews(InstantSource.system());
    try (TestGate gate = TestGate.start(folder);
        StatusClient cart = new StatusClient(gate.connect(), Duration.ofHours(1), news)) {
      cart.tell(SHOPPING);
      Await.until("the cart's status", () -> gate.fleet().carts().size() == 1);
      StaffOrder.Word word = new StaffOrder.Word("Ann", "seen");
      assertTrue(gate.fleet().order("cart-1", "t-1", StaffOrder.Kind.RESOLVE, 1, word).isPresent());
      List<StaffOrder> orders = new ArrayList<>();
      Await.until(
          "the order",
          () -> {
            orders.addAll(cart.drain());
            return !orders.isEmpty();
          });
      assertEquals(word, orders.getFirst().word());
    }
  }

  @Test
  void revokedCartIsTold() throws Exception {
    try (TestGate gate = TestGate.start(folder);
        CoapGateConnection cart = gate.connect()) {
      cart.watch("status", told::add);
      assertTrue(next() instanceof Response.Accepted);
      gate.keeper().carts().unpair("cart-1", "test");
      assertTrue(next() instanceof Response.Refused refused && refused.coapCode() == (4 << 5 | 1));
    }
  }

  @Test
  void newPriceListIsToldAndComesAsItsDifference() throws Exception {
    PriceList before = PriceList.of(Shop.large(2_000));
    PriceList after = PriceList.of(Shop.large(2_001));
    TestGate first = TestGate.start(folder, 0, ShopPrices.of(before));
    int port = first.port();
    try (CoapGateConnection cart = first.connect()) {
      cart.watch("status", told::add);
      assertEquals(Optional.of(Digest.of(before.document())), priceList(next()));
      first.close();
      try (TestGate again = TestGate.start(folder, port, ShopPrices.of(after));
          SettlementClient client = again.client("outbox.db")) {
        cart.watch("status", told::add);
        assertEquals(Optional.of(Digest.of(after.document())), priceList(next()));
        Message have = new Message(before.document());
        client.fetch(new Wanted.Document(DocumentName.PRICE_LIST, Optional.of(have)));
        List<Wanted.Fetched> fetched = new ArrayList<>();
        Await.until(
            "the price list",
            () -> {
              fetched.addAll(client.drainFetched());
              return !fetched.isEmpty();
            });
        assertArrayEquals(after.document(), fetched.getFirst().content().bytes());
      }
    }
  }

  @Test
  void whatPiecesWeighedComesBackAsWhatWasLearnt() throws Exception {
    StoreNews news = new StoreNews(InstantSource.system());
    TestGate first = TestGate.start(folder);
    try (StatusClient cart = new StatusClient(first.connect(), Duration.ofHours(1), news)) {
      cart.tell(SHOPPING);
      for (String trip : List.of("t-1", "t-2", "t-3")) {
        cart.weighed(new WeighedPieces(trip, List.of(new WeighedPieces.Piece("milk", 1, 450_000))));
      }
      Await.until("what was learnt", () -> !first.desks().masses().learnt().isEmpty());
    }
    int port = first.port();
    first.close();
    try (TestGate again = TestGate.start(folder, port);
        StatusClient cart = new StatusClient(again.connect(), Duration.ofHours(1), news);
        SettlementClient client = again.client("outbox.db")) {
      cart.tell(SHOPPING);
      Await.until("word of it", () -> news.masses().isPresent());
      client.fetch(new Wanted.Document(DocumentName.MASSES, Optional.empty()));
      List<Wanted.Fetched> fetched = new ArrayList<>();
      Await.until(
          "the document",
          () -> {
            fetched.addAll(client.drainFetched());
            return !fetched.isEmpty();
          });
      byte[] document = fetched.getFirst().content().bytes();
      assertEquals(news.masses(), Optional.of(Digest.of(document)));
      assertEquals(450_000, MassCodec.decodeMasses(document).getFirst().milligrams());
    }
  }

  @Test
  void cartsTakeTheTimeFromTheGate() throws Exception {
    Instant wrong = Instant.parse("1999-12-31T23:59:59Z");
    StoreNews news = new StoreNews(() -> wrong);
    try (TestGate gate = TestGate.start(folder);
        StatusClient cart = new StatusClient(gate.connect(), Duration.ofHours(1), news)) {
      assertEquals(wrong, news.instant());
      cart.tell(SHOPPING);
      Await.until("the gate's time", () -> !news.instant().equals(wrong));
      Duration off = Duration.between(news.instant(), Instant.now()).abs();
      assertTrue(off.compareTo(Duration.ofMinutes(5)) < 0, off::toString);
    }
  }

  private Response next() throws InterruptedException {
    @Nullable Response response = told.poll(20, TimeUnit.SECONDS);
    return response == null ? fail("nothing was told") : response;
  }

  private static Optional<Digest> priceList(Response response) throws Exception {
    return response instanceof Response.Accepted accepted
        ? StatusCodec.decodeWord(accepted.body().bytes()).priceList()
        : Optional.empty();
  }
}
