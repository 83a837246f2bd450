package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.payment.cart.LoginOutcome;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.SettlementOutcome;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.status.StatusClient;
import pannier.payment.cart.status.StoreNews;
import pannier.pricing.csv.CatalogueFile;
import pannier.wire.CartStatus;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.LoginReply;
import pannier.wire.SettlementRequest;
import picocli.CommandLine;

/**
 * A cart tells its basket to the gate over DTLS and dies; staff move the basket from a shell beside
 * the running gate. Whatever the dead cart still sends, the basket is paid once.
 */
class MovedBasketTest {
  private static final String TRIP = "t-dead";

  @TempDir Path folder = Path.of(".");
  private Path config = Path.of(".");
  private TestGate gate;

  @BeforeEach
  void start() throws IOException {
    config =
        Files.writeString(
            folder.resolve("gate.json"),
            """
            {"port":0,"data":"data","catalogue":"shop.csv","currency":"EUR"}
            """);
    Files.writeString(
        folder.resolve("shop.csv"),
        """
        product,name,unit,price,currency,mass_g,mass_sd_g
        milk,Fresh milk,piece,1.19,EUR,500,5
        eggs,Fresh eggs,piece,2.50,EUR,500,5
        bananas,Fresh bananas,kg,1.30,EUR,500,5
        """);
    assertEquals(3, CatalogueFile.open(folder.resolve("shop.csv")).catalogue().products().size());
    gate = TestGate.start(folder.resolve("data"));
  }

  @AfterEach
  void stop() {
    gate.close();
  }

  @Test
  void basketOfADeadCartIsPaidOnceAtATill() throws Exception {
    tell(basket(), SHOPPING);
    Said asked = move("--to-till", TRIP, "--by", "Ann");
    assertTrue(asked.out.contains("3.45"), asked::toString);
    Said paid = move("--to-till", TRIP, "--by", "Ann", "--paid", "--json");
    assertTrue(paid.out.contains("\"receipt\""), paid::toString);
    assertEquals(paid, move("--to-till", TRIP, "--by", "Ben", "--paid", "--json"));
    assertEquals("already-settled", refusal(deadCartPays()));
    assertEquals(1, paid().size());
    assertEquals(345, gate.receipt(TRIP).totalMinor());
  }

  @Test
  void ageIsLookedAtBeforeATillTakesTheBasketAndAfterwardsItDoes() throws Exception {
    tell(basket(), SHOPPING);
    Path shop = folder.resolve("shop.csv");
    List<String> rows = Files.readAllLines(shop);
    Files.write(
        shop,
        rows.stream()
            .map(row -> row + (row.startsWith("product") ? ",age_limit" : ",18"))
            .toList());
    Said young = move("--to-till", TRIP, "--by", "Ann");
    assertEquals(1, young.status, young::toString);
    assertTrue(young.errors.contains("from 18 years"), young::toString);
    Said mistyped = move("--to-till", TRIP, "--by", "Ann", "--age", "181");
    assertEquals(2, mistyped.status, mistyped::toString);
    Said looked = move("--to-till", TRIP, "--by", "Ann", "--age", "18");
    assertTrue(looked.out.contains("3.45"), looked::toString);
    assertEquals(0, move("--to-till", TRIP, "--by", "Ann", "--paid").status);
    assertEquals("", move("--list").out, "what is paid is not under way");
  }

  @Test
  void basketOfACartThatHasPaidIsNotMoved() throws Exception {
    tell(basket(), SHOPPING);
    assertTrue(deadCartPays() instanceof SettlementOutcome.Settled);
    for (String where : List.of("--to-till", "--to-cart")) {
      Said refused = move(where, TRIP);
      assertEquals(2, refused.status, refused::toString);
      assertTrue(refused.errors.contains("is paid: receipt"), refused::toString);
    }
    assertEquals(1, paid().size());
  }

  @Test
  void anotherCartGoesOnWithTheBasketAndPaysOnce() throws Exception {
    tell(basket(), SHOPPING);
    Said moved = move("--to-cart", TRIP, "--cart", "cart-2", "--json");
    String code = moved.out.replaceAll(".*\"code\":\"([^\"]*)\".*", "$1");
    try (SettlementClient other = gate.client(gate.link(Shop.CART_2), "outbox-2.db")) {
      other.logIn(code);
      LoginOutcome outcome = next(() -> other.drainLogins());
      LoginOutcome.Welcome welcome = (LoginOutcome.Welcome) outcome;
      assertEquals(List.of(new LoginReply.Thing("milk", 2)), welcome.basket());
      FrozenBill bill = ofCart2(welcome.tripId());
      other.submit(SettlementRequest.of(bill, Shop.CARD).signed(Shop.CART_2));
      assertTrue(next(other::drain) instanceof SettlementOutcome.Settled);
    }
    assertEquals("superseded", refusal(deadCartPays()));
    assertEquals(1, paid().size());
    assertEquals(0, move("--list").status);
    assertTrue(move("--list").out.contains("moved already"));
    assertEquals(2, move("--to-till", TRIP).status);
  }

  @Test
  void newestBasketCountsAndAForeignOneDoesNot() throws Exception {
    FrozenLine eggs = new FrozenLine("eggs", 1, OptionalLong.empty(), 250, 250);
    try (StatusClient cart = status(gate.connect())) {
      cart.tell(SHOPPING);
      cart.keep(basket());
      Await.until("the first", () -> pieces() == 7);
      cart.keep(Shop.bill(TRIP, 1, eggs));
      Await.until("the second", () -> pieces() == 1);
    }
    CoapGateConnection thief = CoapGateConnection.open(gate.link(Shop.CART_2));
    try (StatusClient cart = status(thief)) {
      cart.keep(basket());
      cart.tell(SHOPPING);
      Await.until("cart-2", () -> gate.fleet().carts().size() == 2);
    }
    assertEquals(1, pieces());
  }

  private static final CartStatus SHOPPING =
      new CartStatus("SHOPPING", TRIP, "", List.of(), List.of(), 0);

  private record Said(int status, String out, String errors) {}

  private Said move(String... words) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    List<String> all = new ArrayList<>(List.of("--gate-config", config.toString()));
    all.addAll(List.of(words));
    int status =
        new CommandLine(new MoveMain())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(errors))
            .execute(all.toArray(String[]::new));
    return new Said(status, out.toString().strip(), errors.toString().strip());
  }

  /** Two milk and 820 g of bananas, as the cart would bill them. */
  private static FrozenBill basket() {
    return Shop.bill(TRIP, 1);
  }

  private static FrozenBill ofCart2(String trip) {
    FrozenBill bill = Shop.bill(trip, 1, new FrozenLine("milk", 2, OptionalLong.empty(), 119, 238));
    return new FrozenBill(
        "cart-2",
        bill.key(),
        bill.currency(),
        bill.lines(),
        bill.totalMinor(),
        bill.catalogue(),
        bill.flags());
  }

  private void tell(FrozenBill basket, CartStatus status) throws Exception {
    try (StatusClient cart = status(gate.connect())) {
      cart.tell(status);
      cart.keep(basket);
      Await.until("the checkpoint", () -> gate.desks().checkpoints().find(TRIP).isPresent());
    }
  }

  private static StatusClient status(CoapGateConnection connection) {
    return new StatusClient(
        connection, Duration.ofMillis(50), new StoreNews(InstantSource.system()));
  }

  private int pieces() throws IOException {
    return gate.desks().checkpoints().find(TRIP).stream()
        .flatMap(kept -> kept.checkpoint().basket().lines().stream())
        .mapToInt(FrozenLine::pieces)
        .sum();
  }

  private SettlementOutcome deadCartPays() throws Exception {
    try (SettlementClient dead = gate.client("outbox.db")) {
      dead.submit(Shop.signed(TRIP, 1));
      return next(dead::drain);
    }
  }

  private static String refusal(SettlementOutcome outcome) {
    return outcome instanceof SettlementOutcome.Refused refused ? refused.code() : "" + outcome;
  }

  private List<SettlementRow> paid() throws IOException {
    return gate.settlements().stream()
        .filter(row -> row.state() == SettlementState.SETTLED)
        .toList();
  }

  /** What comes next. */
  @FunctionalInterface
  private interface Drain<T> {
    List<T> drain();
  }

  private static <T> T next(Drain<T> source) throws Exception {
    return Await.value("an answer", () -> source.drain().stream().findFirst());
  }
}
