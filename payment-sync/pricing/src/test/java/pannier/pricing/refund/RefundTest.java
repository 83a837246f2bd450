package pannier.pricing.refund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pannier.pricing.rule.Validity;
import pannier.pricing.tender.Portion;
import pannier.pricing.tender.Portion.Part;

class RefundTest {
  private static final PaidBill.Leave KIM = new PaidBill.Leave(RefundReason.DAMAGED, "Kim");

  /** Three sodas of 1.00: benefits (tender 0) paid 2.00, a card the rest with its tax. */
  private static final PaidBill BILL =
      PaidBill.of(
          List.of(3),
          List.of(
              new Portion(0, 0, Part.GOODS, 200),
              new Portion(1, 0, Part.GOODS, 100),
              new Portion(1, 0, Part.TAX, 8)));

  @Test
  void benefitsGetBackWhatTheyPaidAndTheCardTheRest() {
    PaidBill once = BILL.returned(0, 1, KIM);
    assertEquals(
        List.of(
            new Portion(0, 0, Part.GOODS, 67), // 200 / 3
            new Portion(1, 0, Part.GOODS, 33),
            new Portion(1, 0, Part.TAX, 3)), // 8 / 3
        once.refunds().getFirst().portions());

    PaidBill all = once.returned(0, 2, KIM);
    assertEquals(308, all.refunds().stream().mapToLong(Refund::totalMinor).sum());
    assertEquals(List.of(), all.lines().getFirst().portions());
  }

  @Test
  void morePiecesThanWereBoughtAreRefused() {
    PaidBill two = BILL.returned(0, 2, KIM);
    assertThrows(IllegalArgumentException.class, () -> two.returned(0, 2, KIM));
    assertThrows(IllegalArgumentException.class, () -> BILL.reduced(0, 301, KIM));
  }

  @Test
  void refundNeedsSomebodysLeave() {
    PaidBill.Leave nobody = new PaidBill.Leave(RefundReason.DAMAGED, " ");
    assertThrows(IllegalArgumentException.class, () -> BILL.returned(0, 1, nobody));
  }

  @Test
  void dearerThanTheShelfGivesTheDifferenceAndOnePieceFreeUpToALimit() {
    LocalDate day = LocalDate.of(2026, 11, 21);
    Validity since = new Validity(Optional.of(day), Optional.empty());
    List<AccuracyGuarantee> rows = List.of(new AccuracyGuarantee(since, 1_000));
    AccuracyGuarantee guarantee = AccuracyGuarantee.on(day, rows).orElseThrow();

    assertEquals(3 * 20 + 80, guarantee.owedMinor(100, 80, 3)); // one of three is free
    assertEquals(200 + 1_000, guarantee.owedMinor(2_200, 2_000, 1)); // ten dollars off
    assertEquals(0, guarantee.owedMinor(100, 100, 3));
    assertEquals(Optional.empty(), AccuracyGuarantee.on(day.minusDays(1), rows));

    PaidBill after =
        BILL.reduced(
            0,
            guarantee.owedMinor(100, 80, 3),
            new PaidBill.Leave(RefundReason.PRICE_ACCURACY, "Kim"));
    assertEquals(140 + 4, after.refunds().getFirst().totalMinor()); // tax: 8 x 140 / 300 = 3.7
  }
}
