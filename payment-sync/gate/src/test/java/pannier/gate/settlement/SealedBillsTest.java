package pannier.gate.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.Shop;
import pannier.gate.seal.SealBook;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementRequest;

/** Bills that say by which calibration their goods were weighed. */
class SealedBillsTest {
  private static final FrozenLine MILK = new FrozenLine("milk", 2, OptionalLong.empty(), 119, 238);
  private static final FrozenLine BANANAS =
      new FrozenLine("bananas", 5, OptionalLong.of(820), 130, 107);

  @TempDir Path folder = Path.of(".");
  private Desk desk;
  private GateParts parts;
  private SealBook book;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    book = SealBook.open(folder, () -> Desk.NOON);
    GateParts plain = desk.parts;
    parts =
        new GateParts(
            plain.ledger(),
            plain.provider(),
            plain.barrier(),
            plain.catalogue(),
            plain.clock(),
            plain.prices(),
            Optional.empty(),
            Optional.of(book));
  }

  @AfterEach
  void close() {
    book.close();
    desk.close();
  }

  private Answer settle(String trip, int calibration, FrozenLine... lines) {
    FrozenBill plain = Shop.bill(trip, 1, lines);
    FrozenBill bill =
        new FrozenBill(
            plain.cartId(),
            plain.key(),
            plain.currency(),
            plain.lines(),
            plain.totalMinor(),
            plain.catalogue(),
            List.of(
                "scale sealed: calibration %d, configuration 1, log 00000000000000%02d"
                    .formatted(calibration, calibration)));
    byte[] request = SettlementCodec.encode(SettlementRequest.of(bill, Shop.CARD));
    return new Settlements(parts).settle("cart-1", request);
  }

  @Test
  void goodsByMassOfAScaleThatWasTurnedBackAreNotCharged() throws Exception {
    assertNotNull(Desk.receipt(settle("t1", 3, MILK, BANANAS)));
    assertEquals(ProblemKind.WRONG_SEAL, Desk.problem(settle("t2", 2, MILK, BANANAS)).kind());
    assertEquals(1, desk.charges().size());
  }

  @Test
  void goodsByThePieceAreSoldWhateverTheSeal() throws Exception {
    assertNotNull(Desk.receipt(settle("t1", 3, MILK, BANANAS)));
    assertNotNull(Desk.receipt(settle("t2", 2, MILK)));
  }

  @Test
  void receiptIsGivenAgainAlthoughTheCartWasCalibratedMeanwhile() throws Exception {
    Answer first = settle("t1", 3, MILK, BANANAS);
    assertNotNull(Desk.receipt(settle("t2", 4, BANANAS)));
    assertEquals(Desk.replied(first), Desk.replied(settle("t1", 3, MILK, BANANAS)));
  }
}
