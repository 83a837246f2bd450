package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.settlement.ShopPrices;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.SettlementOutcome;
import pannier.payment.cart.status.StatusClient;
import pannier.payment.cart.status.StoreNews;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.json.PriceList;
import pannier.wire.BillTerms;
import pannier.wire.CartStatus;
import pannier.wire.Digest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.Receipt;
import pannier.wire.SettlementRequest;

/** Carts whose clocks are years off, and jump: they settle, once, on the gate's time. */
class WrongClockTest {
  private static final CartStatus SHOPPING =
      new CartStatus("SHOPPING", "t", "", List.of(), List.of(), 0);

  /** Milk cost a tenth less, long ago. */
  private static final String RULES =
      """
      {"zone":"Europe/Berlin","tax_rounding":"item","tax_rates":{"food":"0"},
       "promotions":[{"kind":"percent","name":"Milk days","product":"milk","percent":10,
                      "from":"2003-05-01","to":"2003-05-31"}]}
      """;

  @TempDir Path folder = Path.of(".");
  private Optional<PriceList> published = Optional.empty();

  @BeforeEach
  void rules() throws Exception {
    Path file = Files.writeString(folder.resolve("rules.json"), RULES);
    Assortment shop = new Assortment(Shop.CATALOGUE, Map.of(), Map.of());
    published = Optional.of(PriceList.of(file, shop));
  }

  private PriceList list() {
    return published.orElseThrow();
  }

  @Test
  void clockThatJumpsBackInTheMiddleOfATripNeitherBlocksNorCorrupts() throws Exception {
    AtomicReference<Instant> own = new AtomicReference<>(Instant.parse("2099-01-01T00:00:00Z"));
    StoreNews news = new StoreNews(own::get);
    Instant before = Instant.now();
    try (TestGate gate = TestGate.start(folder, 0, ShopPrices.of(list()));
        StatusClient cart = new StatusClient(gate.connect(), Duration.ofMillis(50), news);
        SettlementClient client = gate.client("outbox.db")) {
      cart.tell(SHOPPING);
      cart.keep(bill("t", 1, today(), 119));
      Await.until("the first basket", () -> pieces(gate) == 1);

      own.set(Instant.EPOCH);
      Await.until("the gate's time again", () -> near(news.instant()));
      cart.keep(bill("t", 2, today(), 238));
      Await.until("the newer basket", () -> pieces(gate) == 2);

      client.submit(signed(bill("t", 2, LocalDate.ofInstant(news.instant(), zone()), 238)));
      Receipt receipt = settled(client);
      assertEquals(238, receipt.totalMinor());
      assertEquals(List.of(), receipt.notes());
      assertTrue(!receipt.settledAt().isBefore(before.minusSeconds(1)), "on the gate's time");
      assertEquals(1, gate.book().size());
      assertBalanced();
    }
  }

  @ParameterizedTest
  @CsvSource({"1970-01-01, 238", "2003-05-10, 214", "2099-12-31, 238"})
  void billOfAnyDaySettlesOnceAtWhatTheScreenShowed(LocalDate day, long shown) throws Exception {
    try (TestGate gate = TestGate.start(folder, 0, ShopPrices.of(list()));
        SettlementClient client = gate.client("outbox.db")) {
      SettlementRequest request = signed(bill("t", 2, day, shown));
      client.submit(request);
      Receipt receipt = settled(client);
      assertEquals(shown, receipt.totalMinor(), "nobody pays more than the screen said");
      client.submit(request);
      assertEquals(receipt, settled(client));
      assertTrue(near(receipt.settledAt()));
      assertEquals(1, gate.book().size());
      assertEquals(1, gate.settlements().size());
      assertBalanced();
    }
  }

  private void assertBalanced() throws Exception {
    try (LedgerReport report = LedgerReport.open(folder.resolve("ledger.db"))) {
      assertEquals(0L, report.balances().get("basket"));
    }
  }

  private ZoneId zone() {
    return list().rules().zone();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(Instant.now(), zone());
  }

  private static boolean near(Instant instant) {
    return Duration.between(instant, Instant.now()).abs().compareTo(Duration.ofMinutes(5)) < 0;
  }

  private static int pieces(TestGate gate) throws Exception {
    return gate.desks().checkpoints().find("t").stream()
        .flatMap(kept -> kept.checkpoint().basket().lines().stream())
        .mapToInt(FrozenLine::pieces)
        .sum();
  }

  /** Some milk, priced on a day by the gate's own list. */
  private FrozenBill bill(String trip, int pieces, LocalDate day, long netMinor) {
    long off = 119L * pieces - netMinor;
    FrozenBill plain =
        Shop.bill(
            trip,
            1,
            new FrozenLine("milk", pieces, OptionalLong.empty(), 119, netMinor, off, false));
    return new FrozenBill(
        plain.cartId(),
        plain.key(),
        plain.currency(),
        plain.lines(),
        plain.totalMinor(),
        plain.catalogue(),
        plain.flags(),
        new BillTerms(
            Optional.of(Digest.of(list().document())),
            OptionalLong.of(netMinor),
            OptionalLong.of(day.toEpochDay()),
            BillTerms.Claims.NONE));
  }

  private static SettlementRequest signed(FrozenBill bill) {
    return SettlementRequest.of(bill, Shop.CARD).signed(Shop.CART_1);
  }

  private static Receipt settled(SettlementClient client) throws Exception {
    List<SettlementOutcome> outcomes = new ArrayList<>();
    Await.until(
        "an outcome",
        () -> {
          outcomes.addAll(client.drain());
          return !outcomes.isEmpty();
        });
    return outcomes.getFirst() instanceof SettlementOutcome.Settled settled
        ? settled.receipt()
        : throwing(outcomes.getFirst());
  }

  private static Receipt throwing(SettlementOutcome outcome) {
    throw new AssertionError(outcome);
  }
}
