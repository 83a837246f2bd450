package pannier.gate.refund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.ledger.Dispute;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.RefusedRefundException;
import pannier.gate.settlement.PaidDesk;
import pannier.pricing.refund.RefundReason;
import pannier.wire.ReceiptTender;
import pannier.wire.RefundSlip;
import pannier.wire.TenderOffer;
import pannier.wire.receipt.RefundText;

/**
 * Two milks at 1.19 with a deposit of 0.25 each, bananas for 1.07; benefits paid 2.00 of the milk,
 * a card the rest and 0.04 of tax.
 */
class RefundsTest {
  private static final Refunds.Leave DAMAGED =
      new Refunds.Leave("F-1", RefundReason.DAMAGED, "Ann");

  @TempDir Path folder = Path.of(".");
  private PaidDesk desk = PaidDesk.NONE;
  private String receipt = "";

  @BeforeEach
  void pay() throws IOException {
    desk = PaidDesk.open(folder);
    receipt =
        desk.pay(
            new TenderOffer("snap", "sandbox-ok", OptionalLong.of(200)),
            new TenderOffer("card", "sandbox-ok"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void pieceGoesBackToTheTendersThatPaidIt() throws Exception {
    RefundSlip slip = desk.refunds().returned(receipt, 0, 1, DAMAGED);
    // half of 2.00 by benefits; of the card half of 0.38, of 0.04 tax and of 0.50 deposit
    assertEquals(
        List.of(new ReceiptTender("snap", 100, "F-1#0"), new ReceiptTender("card", 46, "F-1#1")),
        slip.tenders());
    assertEquals(2, slip.goods().taxMinor());
    assertEquals(25, slip.goods().depositMinor());
  }

  @Test
  void wholeBillInPartsGivesEveryCentBackAndTheBookBalances() throws Exception {
    desk.capture();
    desk.refunds().returned(receipt, 0, 1, DAMAGED);
    desk.refunds().returned(receipt, 0, 1, leave("F-2"));
    desk.refunds().returned(receipt, 1, 5, leave("F-3"));
    desk.capture();
    desk.capture();
    try (LedgerReport report = LedgerReport.open(folder.resolve("ledger.db"))) {
      Map<String, Long> balances = report.balances();
      for (String account : List.of("sales", "tax", "deposits", "captured/snap", "captured/card")) {
        assertEquals(0, balances.getOrDefault(account, 0L), account);
      }
      assertEquals(
          0, balances.getOrDefault("owed/snap", 0L) + balances.getOrDefault("owed/card", 0L));
    }
    assertEquals(List.of(200L, 199L), desk.wentBack());
  }

  @Test
  void nothingGoesBackAtTheProviderBeforeItIsCaptured() throws Exception {
    desk.refunds().returned(receipt, 0, 1, DAMAGED);
    assertEquals(List.of(0L, 0L), desk.wentBack());
    desk.capture();
    assertEquals(List.of(100L, 46L), desk.wentBack());
  }

  @Test
  void sameRefundTwiceIsOneAndAnotherUnderItsIdIsRefused() throws Exception {
    RefundSlip first = desk.refunds().returned(receipt, 0, 1, DAMAGED);
    assertEquals(first, desk.refunds().returned(receipt, 0, 1, DAMAGED));
    assertThrows(
        RefusedRefundException.class, () -> desk.refunds().returned(receipt, 0, 2, DAMAGED));
    desk.capture();
    assertEquals(List.of(100L, 46L), desk.wentBack());
  }

  @Test
  void moreThanIsLeftIsRefused() throws Exception {
    desk.refunds().returned(receipt, 0, 2, DAMAGED);
    for (int pieces : new int[] {0, 1, -1}) {
      assertThrows(
          RefusedRefundException.class,
          () -> desk.refunds().returned(receipt, 0, pieces, leave("F-2")));
    }
    assertThrows(
        RefusedRefundException.class, () -> desk.refunds().returned(receipt, 7, 1, leave("F-2")));
    assertThrows(
        RefusedRefundException.class, () -> desk.refunds().returned("R-NONE", 0, 1, leave("F-2")));
  }

  @Test
  void shelfThatAskedLessGivesTheDifferenceBack() throws Exception {
    Refunds.Leave leave = new Refunds.Leave("F-1", RefundReason.PRICE_ACCURACY, "Ann");
    RefundSlip slip = desk.refunds().priceWasLower(receipt, 0, 99, leave);
    assertEquals(40, slip.totalMinor() - slip.goods().taxMinor()); // 0.20 for each of two
    RefusedRefundException dearer =
        assertThrows(
            RefusedRefundException.class,
            () -> desk.refunds().priceWasLower(receipt, 0, 119, leave("F-2")));
    assertTrue(String.valueOf(dearer.getMessage()).contains("expected less than 1.19"));
  }

  @Test
  void disputeIsDecidedOnceAndPaysOnce() throws Exception {
    desk.refunds().dispute("D-1", receipt, 1, "I never had bananas");
    desk.refunds().dispute("D-1", receipt, 1, "I never had bananas");
    List<Dispute> open = desk.refunds().openDisputes();
    assertEquals(1, open.size());
    RefundSlip slip = desk.refunds().grant(open.getFirst(), 5, "Ann");
    assertEquals(slip, desk.refunds().grant(open.getFirst(), 5, "Ann"));
    assertEquals(107, slip.totalMinor());
    assertEquals(List.of(), desk.refunds().openDisputes());
    desk.refunds().dispute("D-2", receipt, 0, "too warm");
    Dispute second = desk.refunds().openDisputes().getFirst();
    assertTrue(desk.refunds().refuse(second, "Ann"));
    assertEquals(List.of(), desk.refunds().openDisputes());
  }

  @Test
  void slipReadsInFourLanguages() throws Exception {
    RefundSlip slip = desk.refunds().returned(receipt, 0, 1, DAMAGED);
    Map<Locale, String> words =
        Map.of(
            Locale.ENGLISH,
            "back to food benefits",
            Locale.GERMAN,
            "beschädigt",
            Locale.FRENCH,
            "Remboursement",
            Locale.of("es"),
            "devuelto a");
    words.forEach(
        (locale, word) ->
            assertTrue(RefundText.render(slip, locale, ZoneOffset.UTC).contains(word), word));
  }

  @Test
  void noCardNumberIsKeptWhereverStaffOrShoppersTypeIt() throws Exception {
    String card = "4111111111111111";
    Refunds.Leave named = new Refunds.Leave("F-1", RefundReason.DAMAGED, card);
    Refunds.Leave numbered = new Refunds.Leave(card, RefundReason.DAMAGED, "Ann");
    for (Refunds.Leave leave : List.of(named, numbered)) {
      assertThrows(
          RefusedRefundException.class, () -> desk.refunds().returned(receipt, 0, 1, leave));
    }
    desk.refunds().dispute("D-1", receipt, 0, "I paid with " + card);
    desk.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(card), file.toString());
      }
    }
    desk = PaidDesk.NONE;
  }

  private static Refunds.Leave leave(String id) {
    return new Refunds.Leave(id, RefundReason.CHANGED_MIND, "Ann");
  }
}
