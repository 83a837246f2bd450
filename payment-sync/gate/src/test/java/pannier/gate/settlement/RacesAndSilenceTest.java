package pannier.gate.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.Shop;
import pannier.gate.ledger.SettlementState;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/** Requests that come at the same time, and a provider that does not answer. */
class RacesAndSilenceTest {
  @TempDir Path folder = Path.of(".");
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void simultaneousRequestsOfATripChargeOnce() throws Exception {
    Settlements settlements = new Settlements(desk.parts);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Answer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 32; i++) {
        byte[] bytes = SettlementCodec.encode(Shop.request("t", 1 + i % 3));
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return settlements.settle("cart-1", bytes);
                }));
      }
      start.countDown();
    }
    assertEquals(1, desk.charges().size());
    assertEquals(1, desk.count(SettlementState.SETTLED));
    assertEquals(0, desk.count(SettlementState.INTENDED));
    assertEquals(1, desk.openings.size());
    for (Future<Answer> answer : answers) {
      if (answer.get() instanceof Answer.Refused refused) {
        ProblemKind kind = refused.problem().kind();
        assertTrue(
            kind == ProblemKind.RUNNING
                || kind == ProblemKind.ALREADY_SETTLED
                || kind == ProblemKind.SUPERSEDED,
            kind.toString());
      }
    }
  }

  @Test
  void whoAsksAgainAtOnceGetsTheSameAndOpensNothing() throws Exception {
    byte[] bytes = SettlementCodec.encode(Shop.request("t", 1));
    Settlements settlements = new Settlements(desk.parts);
    List<Answer> answers = new ArrayList<>();
    List<Future<Answer>> again = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      settlements.settle(
          "cart-1",
          bytes,
          answer -> {
            answers.add(answer); // it is lost, and that the barrier opened is not yet noted
            again.add(threads.submit(() -> settlements.settle("cart-1", bytes)));
          });
    }

    assertEquals(Desk.replied(answers.getFirst()), Desk.replied(again.getFirst().get()));
    assertEquals(1, desk.openings.size());
  }

  @Test
  void lostAnswerOfTheProviderDoesNotChargeTwice() throws Exception {
    TenderOffer silentOnce = new TenderOffer("card", "sandbox-ok+lost-reply");
    byte[] bytes = SettlementCodec.encode(SettlementRequest.of(Shop.bill("t", 1), silentOnce));
    Settlements settlements = new Settlements(desk.parts);

    Answer first = settlements.settle("cart-1", bytes);
    assertEquals(ProblemKind.PROVIDER_UNREACHABLE, Desk.problem(first).kind());
    assertTrue(Desk.problem(first).kind().passes(), "the cart sends it again");
    assertEquals(1, desk.charges().size()); // it was done, but nobody heard
    assertEquals(List.of(), desk.openings);

    assertEquals(345, Desk.receipt(settlements.settle("cart-1", bytes)).totalMinor());
    assertEquals(1, desk.charges().size());
  }
}
