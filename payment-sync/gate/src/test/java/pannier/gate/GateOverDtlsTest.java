package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.ManInTheMiddle.Fate;
import pannier.gate.ManInTheMiddle.Way;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementRow;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.GateUnreachableException;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.SettlementOutcome;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.coap.GateLink;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;
import pannier.wire.key.OwnKey;

/** Cart and gate in one process, over real DTLS on loopback. */
class GateOverDtlsTest {
  private static final SettlementRequest REQUEST = Shop.signed("t", 1);
  private static final Message BYTES = new Message(SettlementCodec.encode(REQUEST));

  @TempDir Path folder = Path.of(".");
  private TestGate gate;

  @BeforeEach
  void start() throws IOException {
    gate = TestGate.start(folder);
  }

  @AfterEach
  void stop() {
    gate.close();
  }

  @Test
  void cartSettlesAndAllBooksAgree() throws Exception {
    try (SettlementClient client = gate.client("cart.db")) {
      client.submit(REQUEST);
      Receipt receipt = settled(client);

      assertEquals(REQUEST.billDigest(), receipt.billDigest());
      assertEquals(345, receipt.totalMinor());
      SettlementRow row = gate.settlements().getFirst();
      assertEquals(receipt.receiptId(), row.receiptId().orElseThrow());
      assertEquals(receipt.lines(), row.intent().lines());
      assertEquals(List.of(), client.waiting());
    }
    Await.until(
        "the note that it opened", () -> gate.settlements().getFirst().openedAt().isPresent());
    Await.until("the capture", () -> gate.book().getFirst().state().equals("CAPTURED"));
    Await.until("its posting", () -> balance("captured/card") == 345);
  }

  @Test
  void repeatedSettlementReturnsTheSameReceiptToTheByte() throws Exception {
    try (CoapGateConnection cart = gate.connect()) {
      GateConnection.Response first = cart.post("settle", BYTES);
      assertInstanceOf(GateConnection.Response.Accepted.class, first);
      assertEquals(first, cart.post("settle", BYTES));
      assertEquals(first, cart.post("settle", BYTES));
    }
    assertEquals(1, gate.book().size());
  }

  @Test
  void lostReplyDoesNotChargeTwice() throws Exception {
    // Four datagrams with the answer are lost: all CoAP retransmits of a try, and then some.
    try (ManInTheMiddle middle = middle((way, number) -> loseFirstReplies(way, number, 4));
        SettlementClient client = gate.client(through(middle), "cart.db")) {
      client.submit(REQUEST);

      assertEquals(345, settled(client).totalMinor());
      assertEquals(4, middle.lost());
    }
    assertEquals(1, gate.book().size());
    assertEquals(1, gate.settlements().size());
  }

  @Test
  void lostRequestsAndDoubledDatagramsDoNotChargeTwice() throws Exception {
    AtomicInteger number = new AtomicInteger();
    Fate[] fates = {Fate.LOSE, Fate.DOUBLE, Fate.DOUBLE, Fate.LOSE, Fate.DOUBLE};
    try (ManInTheMiddle middle =
            middle((way, n) -> fates[number.getAndIncrement() % fates.length]);
        SettlementClient client = gate.client(through(middle), "cart.db")) {
      for (int trip = 0; trip < 5; trip++) {
        client.submit(Shop.signed("t" + trip, 1));
        assertEquals("t" + trip, settled(client).key().tripId());
      }
      assertTrue(middle.lost() > 0 && middle.doubled() > 0);
    }
    assertEquals(5, gate.book().size());
    assertEquals(5, gate.settlements().size());
  }

  @Test
  void longBillTravelsInBlocksThroughLoss() throws Exception {
    SettlementRequest request =
        SettlementRequest.of(Shop.longBill("long"), Shop.CARD).signed(Shop.CART_1);
    assertTrue(SettlementCodec.encode(request).length > 2_000); // more than one datagram takes
    try (ManInTheMiddle middle = middle((way, number) -> number % 4 == 1 ? Fate.LOSE : Fate.PASS);
        SettlementClient client = gate.client(through(middle), "cart.db")) {
      client.submit(request);

      assertEquals(200 * 119, settled(client).totalMinor());
      assertTrue(middle.lost() > 0);
    }
  }

  @Test
  void restartedGateIsFoundAgainAndGivesTheSameReceipt() throws Exception {
    try (SettlementClient client = gate.client("cart.db")) {
      client.submit(REQUEST);
      Receipt receipt = settled(client);
      int port = gate.port();
      gate.close();
      client.submit(Shop.signed("next", 1)); // finds nobody for a while
      Await.until("a failed try", () -> client.waiting().stream().anyMatch(w -> w.tries() > 0));
      gate = TestGate.start(folder, port);

      assertEquals("next", settled(client).key().tripId());
      try (CoapGateConnection cart = gate.connect()) {
        GateConnection.Response again = cart.post("settle", BYTES);
        GateConnection.Response.Accepted accepted =
            assertInstanceOf(GateConnection.Response.Accepted.class, again);
        assertEquals(receipt, SettlementCodec.decodeReply(accepted.body().bytes()));
      }
    }
    assertEquals(2, gate.book().size());
  }

  @Test
  void restartedCartSendsTheSameBytesAgain() throws Exception {
    // The first run never hears an answer; the second one goes on from its disk alone.
    try (ManInTheMiddle middle =
            middle((way, number) -> way == Way.TO_CART ? Fate.LOSE : Fate.PASS);
        SettlementClient client = gate.client(through(middle), "cart.db")) {
      client.submit(REQUEST);
      Await.until("the charge", () -> !gate.book().isEmpty());
      assertEquals(List.of(), client.drain());
    }
    try (SettlementClient client = gate.client("cart.db")) {
      assertEquals(REQUEST.billDigest(), settled(client).billDigest());
    }
    assertEquals(1, gate.book().size());
  }

  @Test
  void submittingAgainTellsTheOutcomeAgainWithoutTheGate() throws Exception {
    try (SettlementClient client = gate.client("cart.db")) {
      client.submit(REQUEST);
      settled(client);
    }
    gate.close();
    try (SettlementClient client = gate.client("cart.db")) {
      client.submit(REQUEST);
      assertEquals(345, settled(client).totalMinor());
    }
    gate = TestGate.start(folder);
  }

  @Test
  void declinedTenderThenAnotherAttempt() throws Exception {
    try (SettlementClient client = gate.client("cart.db")) {
      TenderOffer poor = new TenderOffer("card", "sandbox-refuse-lost-card");
      client.submit(SettlementRequest.of(Shop.bill("t", 1), poor).signed(Shop.CART_1));
      SettlementOutcome.NotPaid declined =
          assertInstanceOf(SettlementOutcome.NotPaid.class, outcome(client));
      assertEquals("lost-card", declined.declined().reason());

      client.submit(Shop.signed("t", 2));
      assertEquals(2, settled(client).key().attempt());
    }
    assertEquals(0, balance("basket"));
  }

  @Test
  void anotherBillUnderTheSameKeyIsRefusedByCartAndGate() throws Exception {
    SettlementRequest other =
        SettlementRequest.of(Shop.longBill("t"), Shop.CARD).signed(Shop.CART_1);
    try (SettlementClient client = gate.client("cart.db")) {
      client.submit(REQUEST);
      settled(client);
    }
    try (SettlementClient client = gate.client("other-cart.db")) {
      client.submit(other);
      SettlementOutcome.Refused refused =
          assertInstanceOf(SettlementOutcome.Refused.class, outcome(client));
      assertEquals("other-bill", refused.code());
    }
  }

  @Test
  void withdrawnAttemptIsToldApart() throws Exception {
    try (SettlementClient client = gate.client("cart.db")) {
      client.withdraw(new SettlementKey("t", 1));
      SettlementOutcome.NotPaid voided =
          assertInstanceOf(SettlementOutcome.NotPaid.class, outcome(client));
      assertEquals("voided", voided.declined().reason());
    }
    assertEquals(List.of(), gate.book());
  }

  @Test
  void unknownKeyIsRefused() throws Exception {
    try (CoapGateConnection cart = CoapGateConnection.open(gate.link(OwnKey.make()))) {
      assertThrows(GateUnreachableException.class, () -> cart.post("settle", BYTES));
    }
    assertEquals(List.of(), gate.settlements());
  }

  @Test
  void billOfAnotherCartIsRefused() throws Exception {
    try (CoapGateConnection cart = CoapGateConnection.open(gate.link(Shop.CART_2))) {
      GateConnection.Response.Refused refused =
          assertInstanceOf(GateConnection.Response.Refused.class, cart.post("settle", BYTES));
      assertEquals(0x83, refused.coapCode()); // 4.03
    }
    assertEquals(List.of(), gate.settlements());
  }

  @Test
  void noPropertiesFileIsWritten() {
    assertTrue(Files.notExists(Path.of("Californium3.properties")));
  }

  private ManInTheMiddle middle(ManInTheMiddle.Rule rule) throws IOException {
    return new ManInTheMiddle(gate.port(), rule);
  }

  private GateLink through(ManInTheMiddle middle) {
    return TestGate.link(middle.port(), Shop.CART_1, gate.key());
  }

  private static Fate loseFirstReplies(Way way, int number, int howMany) {
    return way == Way.TO_CART && number < howMany ? Fate.LOSE : Fate.PASS;
  }

  private long balance(String account) throws IOException {
    try (LedgerReport report = LedgerReport.open(folder.resolve("ledger.db"))) {
      return report.balances().getOrDefault(account, 0L);
    }
  }

  private static Receipt settled(SettlementClient client) throws Exception {
    return assertInstanceOf(SettlementOutcome.Settled.class, outcome(client)).receipt();
  }

  private static SettlementOutcome outcome(SettlementClient client) throws Exception {
    return Await.value("an outcome", () -> client.drain().stream().findFirst());
  }
}
