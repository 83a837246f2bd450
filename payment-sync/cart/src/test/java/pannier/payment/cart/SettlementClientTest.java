package pannier.payment.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.payment.cart.outbox.Attempt;
import pannier.payment.cart.outbox.Outbox;
import pannier.wire.Declined;
import pannier.wire.Digest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.Problem;
import pannier.wire.ProblemCodec;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

class SettlementClientTest {
  private static final SettlementKey KEY = new SettlementKey("t", 1);
  private static final SettlementRequest REQUEST = request(119);
  private static final Declined DECLINED = new Declined(KEY, "insufficient-funds");

  @TempDir Path folder = Path.of(".");
  private final ScriptedGate gate = new ScriptedGate();

  @Test
  void billIsOnDiskBeforeItIsSent() throws Exception {
    try (SettlementClient client = client()) {
      client.submit(REQUEST);
      until(() -> !gate.posted.isEmpty()); // sent, and the gate is silent
      try (Outbox outbox = Outbox.open(folder.resolve("cart.db"))) {
        Attempt attempt = outbox.find(KEY).orElseThrow();
        assertEquals(gate.posted.getFirst().message(), attempt.message());
        assertEquals(Optional.empty(), attempt.reply());
      }
    }
  }

  @Test
  void sameBytesAreSentUntilThereIsAnAnswer() throws Exception {
    byte[] busy = ProblemCodec.encode(Problem.of(ProblemKind.RUNNING, "in a moment"));
    gate.silent()
        .refuses(ProblemKind.RUNNING.coapCode(), busy)
        .refuses(0xA0, new byte[0]) // 5.00 without a word
        .refuses(0x9D, new byte[0]) // 4.29
        .refuses(0x88, new byte[0]) // 4.08: blocks were lost
        .accepts(new byte[] {1, 2, 3}) // nonsense
        .accepts(SettlementCodec.encode(new Declined(new SettlementKey("other", 1), "no")))
        .accepts(SettlementCodec.encode(DECLINED));
    try (SettlementClient client = client()) {
      client.submit(REQUEST);

      assertEquals(new SettlementOutcome.NotPaid(DECLINED), outcome(client));
      assertEquals(8, gate.posted.size());
      assertEquals(1, gate.posted.stream().distinct().count());
      until(() -> client.waiting().isEmpty());
    }
  }

  @Test
  void whatWaitsIsToldWithItsReason() throws Exception {
    gate.silent().silent();
    try (SettlementClient client = client()) {
      client.submit(REQUEST);
      until(() -> client.waiting().stream().anyMatch(it -> it.tries() == 2));
      assertEquals(new Waiting(KEY, 2, "no response"), client.waiting().getFirst());
    }
  }

  @Test
  void finalRefusalIsToldAndKept() throws Exception {
    Problem problem =
        new Problem(
            ProblemKind.ALREADY_SETTLED,
            "attempt 1 has receipt R-1",
            Optional.of(new Problem.SettledBefore(1, "R-1")));
    gate.refuses(problem.kind().coapCode(), ProblemCodec.encode(problem));
    SettlementOutcome refused =
        new SettlementOutcome.Refused(
            KEY, "already-settled", "attempt 1 has receipt R-1", problem.settled());
    try (SettlementClient client = client()) {
      client.submit(REQUEST);
      assertEquals(refused, outcome(client));
      client.submit(REQUEST);
      assertEquals(refused, outcome(client));
      assertEquals(1, gate.posted.size());
    }
  }

  @Test
  void refusalWithoutDetailsIsFinalToo() throws Exception {
    gate.refuses(ProblemKind.TOO_LARGE.coapCode(), new byte[0]);
    try (SettlementClient client = client()) {
      client.submit(REQUEST);
      SettlementOutcome.Refused refused =
          assertInstanceOf(SettlementOutcome.Refused.class, outcome(client));
      assertEquals("too-large", refused.code());
      assertEquals("the gate answered 4.13", refused.detail());
    }
  }

  @Test
  void anotherBillUnderTheKeyNeverLeavesTheCart() throws Exception {
    gate.silent();
    try (SettlementClient client = client()) {
      client.submit(REQUEST);
      client.submit(request(120));
      SettlementOutcome.Refused refused =
          assertInstanceOf(SettlementOutcome.Refused.class, outcome(client));
      assertEquals("other-bill", refused.code());
      until(() -> !gate.posted.isEmpty()); // the refusal may be told before the first bill is sent
      assertEquals(1, gate.posted.stream().distinct().count());
    }
  }

  @Test
  void openAttemptIsSentAgainAfterARestart() throws Exception {
    try (SettlementClient client = client()) {
      client.submit(REQUEST);
      until(() -> gate.posted.size() == 1);
    }
    gate.accepts(SettlementCodec.encode(DECLINED));
    try (SettlementClient client = client()) {
      assertEquals(new SettlementOutcome.NotPaid(DECLINED), outcome(client));
      assertEquals(gate.posted.get(0), gate.posted.get(1));
    }
  }

  @Test
  void withdrawalStopsTheBillAndIsKept() throws Exception {
    Declined voided = new Declined(KEY, Declined.VOIDED);
    gate.silent();
    try (SettlementClient client = client()) {
      client.submit(REQUEST);
      until(() -> gate.posted.size() == 1);
      client.withdraw(KEY);
      gate.silent();
      until(() -> gate.posted.getLast().resource().equals("void"));
    }
    gate.accepts(SettlementCodec.encode(voided));
    try (SettlementClient client = client()) {
      assertEquals(new SettlementOutcome.NotPaid(voided), outcome(client));
      assertEquals("void", gate.posted.getLast().resource());
    }
  }

  private SettlementClient client() throws IOException {
    return new SettlementClient(
        Outbox.open(folder.resolve("cart.db")),
        gate,
        new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(4)),
        new Random(1),
        System::nanoTime);
  }

  private static SettlementRequest request(long priceMinor) {
    FrozenLine line = new FrozenLine("milk", 1, OptionalLong.empty(), priceMinor, priceMinor);
    FrozenBill bill =
        new FrozenBill(
            "cart-1", KEY, "EUR", List.of(line), priceMinor, Digest.of(new byte[0]), List.of());
    return SettlementRequest.of(bill, new TenderOffer("card", "sandbox-ok"));
  }

  private static SettlementOutcome outcome(SettlementClient client) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() - end < 0) {
      List<SettlementOutcome> outcomes = client.drain();
      if (!outcomes.isEmpty()) {
        return outcomes.getFirst();
      }
      LockSupport.parkNanos(1_000_000);
    }
    return fail("no outcome");
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - end < 0, "waited in vain");
      LockSupport.parkNanos(1_000_000);
    }
  }
}
