package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.audit.Draw;
import pannier.gate.audit.Drawing;
import pannier.gate.audit.Finding;
import pannier.gate.audit.Odds;
import pannier.gate.ledger.LedgerReport;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.SettlementOutcome;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.outbox.Message;
import pannier.wire.BillTerms;
import pannier.wire.Declined;
import pannier.wire.FrozenBill;
import pannier.wire.ProblemKind;
import pannier.wire.RiskClaim;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;

/** A cart and a gate that draws its bill, over real DTLS on loopback. */
class SpotCheckOverDtlsTest {
  private static final Odds ALWAYS = new Odds(Odds.CERTAIN_PPM, Odds.CERTAIN_PPM, Map.of());
  private static final SettlementKey KEY = new SettlementKey("t", 1);

  @TempDir private Path folder;

  private TestGate gate() throws IOException {
    return TestGate.start(folder, parts -> parts.with(new Drawing(ALWAYS, new Random(1))));
  }

  /** As a cart sends it that was not trusted for a while. */
  private static SettlementRequest risky(int attempt) {
    FrozenBill plain = Shop.bill("t", attempt);
    RiskClaim risk = new RiskClaim(28, List.of(new RiskClaim.Reason("untrusted", 14, 28)));
    FrozenBill bill =
        new FrozenBill(
            plain.cartId(),
            plain.key(),
            plain.currency(),
            plain.lines(),
            plain.totalMinor(),
            plain.catalogue(),
            plain.flags(),
            new BillTerms(
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                BillTerms.Claims.NONE,
                risk));
    return SettlementRequest.of(bill, Shop.CARD).signed(Shop.CART_1);
  }

  private static void awaitCheck(SettlementClient client) throws Exception {
    Await.until(
        "the check",
        () -> client.waiting().stream().anyMatch(it -> it.isFor(ProblemKind.AWAITING_CHECK)));
  }

  private static SettlementOutcome outcome(SettlementClient client) throws Exception {
    return Await.value("an outcome", () -> client.drain().stream().findFirst());
  }

  private static Finding finding(boolean wrong) {
    return new Finding(wrong, wrong ? 119 : 0, "Ann", Instant.parse("2026-03-01T12:00:00Z"));
  }

  @Test
  void cartWaitsUntilStaffHaveLookedAndThenPays() throws Exception {
    try (TestGate gate = gate();
        SettlementClient client = gate.client("cart.db")) {
      client.submit(risky(1));
      awaitCheck(client);
      assertEquals(List.of(), gate.book(), "nothing is authorised");
      try (LedgerReport report = LedgerReport.open(folder.resolve("ledger.db"))) {
        LedgerReport.AwaitedCheck awaited = report.awaitedChecks().getFirst();
        assertEquals("cart-1", awaited.cartId());
        assertEquals(29, awaited.draw().score(), "14 s, and one point for 3.45");
        assertEquals(
            List.of("untrusted", "amount"),
            awaited.draw().reasons().stream().map(Draw.Reason::code).toList());
      }
      assertTrue(gate.desks().checks().end(KEY, finding(false)));
      SettlementOutcome.Settled paid =
          assertInstanceOf(SettlementOutcome.Settled.class, outcome(client));
      assertEquals(345, paid.receipt().totalMinor());
      assertEquals(1, gate.book().size());
    }
  }

  @Test
  void sameBytesGetTheSameAnswerBeforeAndAfter() throws Exception {
    Message bytes = new Message(SettlementCodec.encode(risky(1)));
    try (TestGate gate = gate();
        CoapGateConnection cart = gate.connect()) {
      GateConnection.Response waits = cart.post("settle", bytes);
      assertEquals(0xa3, ((GateConnection.Response.Refused) waits).coapCode()); // 5.03
      assertEquals(waits, cart.post("settle", bytes));
      gate.desks().checks().end(KEY, finding(false));
      GateConnection.Response paid = cart.post("settle", bytes);
      assertInstanceOf(GateConnection.Response.Accepted.class, paid);
      assertEquals(paid, cart.post("settle", bytes));
    }
  }

  @Test
  void whatWasWrongIsNotPaidAndTheNextBillIs() throws Exception {
    try (TestGate gate = gate();
        SettlementClient client = gate.client("cart.db")) {
      client.submit(risky(1));
      awaitCheck(client);
      gate.desks().checks().end(KEY, finding(true));
      SettlementOutcome.NotPaid notPaid =
          assertInstanceOf(SettlementOutcome.NotPaid.class, outcome(client));
      assertEquals(Declined.SPOT_CHECK, notPaid.declined().reason());
      assertEquals(0, gate.book().stream().mapToLong(it -> it.amountMinor()).sum());

      client.submit(risky(2));
      assertInstanceOf(SettlementOutcome.Settled.class, outcome(client));
    }
  }

  @Test
  void gateThatWasStartedAgainStillWaits() throws Exception {
    try (SettlementClient client = waitsAtAGateThatEnds()) {
      assertEquals(List.of(), client.drain());
    }
    try (TestGate gate = TestGate.start(folder);
        SettlementClient client = gate.client("cart.db")) {
      awaitCheck(client);
      gate.desks().checks().end(KEY, finding(false));
      assertInstanceOf(SettlementOutcome.Settled.class, outcome(client));
      assertEquals(1, gate.book().size());
    }
  }

  private SettlementClient waitsAtAGateThatEnds() throws Exception {
    try (TestGate gate = gate()) {
      SettlementClient client = gate.client("cart.db");
      client.submit(risky(1));
      awaitCheck(client);
      return client;
    }
  }
}
