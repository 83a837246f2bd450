package pannier.gate.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.Shop;
import pannier.gate.ledger.SettlementState;
import pannier.wire.Declined;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;

class WithdrawalTest {
  private static final Declined VOIDED = new Declined(new SettlementKey("t", 1), Declined.VOIDED);

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
  void withdrawnAttemptIsNeverChargedThoughItComesLate() throws Exception {
    assertEquals(VOIDED, Desk.reply(desk.withdraw("t", 1)));

    assertEquals(VOIDED, Desk.reply(desk.settle(Shop.request("t", 1))));
    assertEquals(List.of(), desk.provider.entries());
    assertEquals(345, Desk.receipt(desk.settle(Shop.request("t", 2))).totalMinor());
  }

  @Test
  void withdrawalAfterPaymentGetsTheReceipt() throws Exception {
    Receipt receipt = Desk.receipt(desk.settle(Shop.request("t", 1)));
    assertEquals(receipt, Desk.reply(desk.withdraw("t", 1)));
  }

  @Test
  void withdrawalGivesBackWhatACrashLeftAuthorised() throws Exception {
    crashAfterAuthorisation();

    assertEquals(VOIDED, Desk.reply(desk.withdraw("t", 1)));

    assertEquals(List.of(), desk.charges());
    assertEquals(1, desk.count(SettlementState.DECLINED));
  }

  @Test
  void newAttemptGivesUpAnEarlierOneThatIsUndecided() throws Exception {
    crashAfterAuthorisation();

    Receipt receipt = Desk.receipt(desk.settle(Shop.request("t", 2)));

    assertEquals(2, receipt.key().attempt());
    assertEquals("t/2", desk.charges().getFirst().key());
    assertEquals(1, desk.charges().size());
    assertEquals(VOIDED, Desk.reply(desk.settle(Shop.request("t", 1))));
  }

  @Test
  void earlierAttemptThatComesLateIsRefused() throws Exception {
    desk.withdraw("t", 2);

    Answer late = desk.settle(Shop.request("t", 1));

    assertEquals(ProblemKind.SUPERSEDED, Desk.problem(late).kind());
    assertEquals(List.of(), desk.charges());
  }

  @Test
  void withdrawalOfAnEarlierAttemptDoesNotDisturbALaterOne() throws Exception {
    Receipt receipt = Desk.receipt(desk.settle(Shop.request("t", 2)));

    assertEquals(VOIDED, Desk.reply(desk.withdraw("t", 1)));

    assertEquals(receipt, Desk.receipt(desk.settle(Shop.request("t", 2))));
    assertEquals(VOIDED, Desk.reply(desk.settle(Shop.request("t", 1))));
    assertEquals(1, desk.charges().size());
  }

  /** Ends a gate between the provider's yes and the ledger's. */
  private void crashAfterAuthorisation() throws IOException {
    // listTrip and intend have two boundaries each, authorise's second one is the sixth
    CrashPoints points = new CrashPoints(5);
    byte[] bytes = SettlementCodec.encode(Shop.request("t", 1));
    assertThrows(
        Crash.class, () -> new Settlements(points.around(desk.parts)).settle("cart-1", bytes));
    assertEquals(1, desk.count(SettlementState.INTENDED));
    assertEquals(1, desk.charges().size());
  }
}
