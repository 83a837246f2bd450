package pannier.gate.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.Shop;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.LedgerException;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementState;
import pannier.gate.provider.PaymentProvider;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/** A gate without its ledger or provider, and what comes of its promises. */
class OfflineDeskTest {
  private static final byte[] BYTES = SettlementCodec.encode(Shop.request("t", 1));
  private static final OfflineLimits LIMITS = new OfflineLimits(400, 700);

  @TempDir Path folder = Path.of(".");
  private Desk desk;
  private OfflineDesk offline;
  private boolean ledgerAway;
  private boolean providerAway;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    offline = OfflineDesk.open(Files.createDirectories(folder.resolve("own")), LIMITS);
  }

  @AfterEach
  void close() {
    offline.close();
    desk.close();
  }

  @Test
  void withoutItsProviderAGateOpensAndSettlesLaterOnce() throws Exception {
    providerAway = true;
    Answer promised = settle(BYTES);

    assertEquals(List.of(Receipt.OFFLINE), Desk.receipt(promised).notes());
    assertEquals(1, desk.openings.size());
    assertEquals(List.of(), desk.charges());
    assertThrows(ProviderUnreachableException.class, () -> Captures.takeAll(parts()));
    OfflineDesk.LetOut out = offline.unpaid().getFirst();
    assertEquals(Desk.receipt(promised).receiptId(), out.receiptId());
    assertEquals("cart-1", out.cartId());
    assertEquals(OfflineDesk.Fate.WAITING, out.unpaid().fate());

    providerAway = false;
    Captures.takeAll(parts());
    Captures.takeAll(parts());
    assertEquals(List.of(), offline.unpaid(), "what is settled is not listed");
    assertSettledOnceAs(Desk.replied(promised));
  }

  @Test
  void withoutItsLedgerAGateOpensAndSettlesLaterOnce() throws Exception {
    ledgerAway = true;
    Answer promised = settle(BYTES);
    assertEquals(1, desk.openings.size());
    assertThrows(LedgerException.class, () -> Captures.takeAll(parts()));

    ledgerAway = false;
    Captures.takeAll(parts());
    assertSettledOnceAs(Desk.replied(promised));
  }

  private void assertSettledOnceAs(EncodedReply promised) throws IOException {
    assertEquals(1, desk.count(SettlementState.SETTLED));
    assertEquals(promised, desk.row(1).reply().orElseThrow());
    assertEquals(1, desk.charges().size());
    assertEquals(345, desk.charges().getFirst().amountMinor());
    assertEquals(promised, Desk.replied(settle(BYTES)), "to the byte");
    assertEquals(1, desk.openings.size());
  }

  @Test
  void thePromiseIsRepeatedToTheByteAlsoAfterARestart() throws Exception {
    providerAway = true;
    EncodedReply promised = Desk.replied(settle(BYTES));
    offline.close();
    offline = OfflineDesk.open(folder.resolve("own"), LIMITS);

    assertEquals(promised, Desk.replied(settle(BYTES)));
    assertEquals(1, desk.openings.size());
    assertEquals(0, new Settlements(parts()).recover(), "what is promised is not decided anew");
  }

  @Test
  void aWithdrawalAfterThePromiseIsTooLate() throws Exception {
    providerAway = true;
    EncodedReply promised = Desk.replied(settle(BYTES));
    byte[] request =
        SettlementCodec.encode(
            new pannier.wire.VoidRequest(new pannier.wire.SettlementKey("t", 1)));

    assertEquals(promised, Desk.replied(new Settlements(parts()).withdraw("cart-1", request)));
  }

  @Test
  void aBillAboveTheLimitWaits() throws Exception {
    providerAway = true;
    offline.close();
    offline = OfflineDesk.open(folder.resolve("own"), new OfflineLimits(344, 700));

    assertEquals(ProblemKind.PROVIDER_UNREACHABLE, Desk.problem(settle(BYTES)).kind());
    assertEquals(List.of(), desk.openings);
  }

  @Test
  void allThatWaitsIsLimitedTogether() throws Exception {
    providerAway = true;
    for (String trip : List.of("a", "b")) {
      Desk.receipt(settle(SettlementCodec.encode(Shop.request(trip, 1))));
    }

    Answer third = settle(SettlementCodec.encode(Shop.request("c", 1)));
    assertEquals(ProblemKind.PROVIDER_UNREACHABLE, Desk.problem(third).kind());
    assertEquals(2, desk.openings.size());
  }

  @Test
  void benefitsAreNotTakenOnAGatesWord() throws Exception {
    providerAway = true;
    TenderOffer gift = new TenderOffer("gift", "sandbox-ok");
    byte[] request = SettlementCodec.encode(SettlementRequest.of(Shop.bill("t", 1), gift));

    assertEquals(ProblemKind.PROVIDER_UNREACHABLE, Desk.problem(settle(request)).kind());
  }

  @Test
  void aPromiseThatTheCardDoesNotKeepIsUncollected() throws Exception {
    providerAway = true;
    TenderOffer poor = new TenderOffer("card", "sandbox-limit-1");
    settle(SettlementCodec.encode(SettlementRequest.of(Shop.bill("t", 1), poor)));
    providerAway = false;
    Captures.takeAll(parts());

    OfflineDesk.Unpaid unpaid = offline.unpaid().getFirst().unpaid();
    assertEquals(OfflineDesk.Fate.UNCOLLECTED, unpaid.fate());
    assertEquals(345, unpaid.totalMinor());
    assertEquals(1, desk.count(SettlementState.SETTLED));
    assertEquals(List.of(), desk.charges());
    try (LedgerReport report = LedgerReport.open(folder.resolve("ledger.db"))) {
      assertEquals(345, report.balances().get("uncollected/card"));
      assertEquals(0, report.balances().get("basket"));
      assertEquals(0, report.due());
    }
  }

  @Test
  void crashAnywhereWhileSettlingLaterChargesOnce() throws Exception {
    providerAway = true;
    EncodedReply promised = Desk.replied(settle(BYTES));
    providerAway = false;
    boolean crashed = true;
    int crashes = 0;
    for (int at = 0; crashed; at++) {
      CrashPoints points = new CrashPoints(at);
      GateParts bare = points.around(parts());
      try {
        offline.settleLater(bare);
      } catch (Crash e) {
        crashes++;
      }
      crashed = points.crashed();
    }
    assertTrue(crashes >= 5, "crashed " + crashes + " times");
    Captures.takeAll(parts());
    assertSettledOnceAs(promised);
  }

  private Answer settle(byte[] request) {
    return new Settlements(parts()).settle("cart-1", request);
  }

  private GateParts parts() {
    return new GateParts(
        away(Ledger.class, desk.ledger),
        away(PaymentProvider.class, desk.provider),
        desk.parts.barrier(),
        desk.parts.catalogue(),
        desk.parts.clock(),
        desk.parts.prices(),
        Optional.of(offline));
  }

  /** The same, unless it is out of reach. */
  private <T> T away(Class<T> type, T target) {
    List<String> harmless = new ArrayList<>(Set.of("tenderKinds", "close"));
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, values) -> {
              if (type == Ledger.class && ledgerAway) {
                throw new LedgerException("ledger: away", new SQLException("no answer", "08006"));
              }
              if (type == PaymentProvider.class
                  && providerAway
                  && !harmless.contains(method.getName())) {
                throw new ProviderUnreachableException("away");
              }
              try {
                return method.invoke(target, values);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }
}
