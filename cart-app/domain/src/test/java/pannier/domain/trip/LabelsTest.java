package pannier.domain.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.domain.basket.Bill;
import pannier.domain.basket.BillLine;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Handling;
import pannier.domain.catalogue.Handling.Embedded;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;

/**
 * Ham at 20.00 a kilogram in a tray of 8 g, labelled by its price (28) or mass (29); salad at 2.50,
 * which may be reduced by half.
 */
class LabelsTest {
  /** 6.24 for ham: 28 12345 00624, check digit 4. */
  private static final String HAM_6_24 = "2812345006240";

  /** 312 g of ham: 29 12345 00312. */
  private static final String HAM_312_G = "2912345003123";

  /** A salad for 1.50: 28 54321 00150. */
  private static final String SALAD_1_50 = "2854321001500";

  private final Shop shop =
      new Shop(
          new Catalogue(
              Shop.EUR,
              List.of(
                  product(
                      "ham",
                      SaleUnit.KILOGRAM,
                      2000,
                      300,
                      200,
                      hamHandling(),
                      "2812345",
                      "2912345"),
                  product("salad", SaleUnit.PIECE, 250, 220, 3, salad(), "2854321"),
                  product("water", SaleUnit.PIECE, 85, 521, 3, Handling.PLAIN, "4000000000001"))),
          new Sensors(1, true),
          List.of(),
          0.8);

  private static Handling hamHandling() {
    return new Handling(8, 0, Embedded.PRICE, 30);
  }

  private static Handling salad() {
    return new Handling(0, 0, Embedded.NOTHING, 50);
  }

  private static Product product(
      String id,
      SaleUnit unit,
      long cents,
      double grams,
      double spread,
      Handling handling,
      String... codes) {
    return new Product(
        new ProductId(id),
        id,
        unit,
        new Money(cents, Shop.EUR),
        new MassSpread(Mass.ofGrams(grams), spread),
        List.of(codes),
        handling);
  }

  private static String code(String twelve) {
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return twelve.substring(0, 12) + (10 - sum % 10) % 10;
  }

  @Test
  void embeddedPriceIsPaidWhereTheScaleAgrees() {
    BillLine line = bill("2 in ham:0.9 #" + code(HAM_6_24) + "; 2.9 +320").getFirst();
    assertTrue(line.labelled());
    assertEquals(624, line.unitPrice().minor());
  }

  @Test
  void embeddedMassIsPaidInsteadOfTheScales() {
    BillLine line = bill("2 in ham:0.9 #" + code(HAM_312_G) + "; 2.9 +323").getFirst();
    assertEquals(312, line.mass().grams(), 1e-9);
    assertEquals(2000, line.unitPrice().minor());
  }

  @Test
  void lightLabelOnHeavyGoodsIsHeld() {
    for (String label : List.of(HAM_6_24, HAM_312_G)) {
      Shop.Outcome outcome = shop.play("2 in ham:0.9 #" + code(label) + "; 2.9 +620; 9 pay");
      assertInstanceOf(TripState.Asking.class, outcome.state().trip());
      assertEquals(1, outcome.state().open().size(), label);
    }
  }

  @Test
  void staffMaySettleAHeldLabel() {
    List<BillLine> lines =
        bill("2 in ham:0.9 #" + code(HAM_6_24) + "; 2.9 +620; 7 staff 2 checked");
    assertEquals(624, lines.getFirst().unitPrice().minor());
  }

  @Test
  void stickerReducesAsFarAsTheProductAllows() {
    assertEquals(
        150,
        bill("2 in salad:0.9 #" + code(SALAD_1_50) + "; 2.9 +220").getFirst().unitPrice().minor());
    String tooLow = code("2854321001000");
    Shop.Outcome outcome = shop.play("2 in salad:0.9 #" + tooLow + "; 2.9 +220; 9 pay");
    assertInstanceOf(TripState.Asking.class, outcome.state().trip());
  }

  @Test
  void labelledAndPlainPiecesAreLinesOfTheirOwn() {
    List<BillLine> lines =
        bill("2 in salad:0.9 #" + code(SALAD_1_50) + "; 2.9 +220; 6 in salad:0.95; 6.9 +220");
    assertEquals(List.of(false, true), lines.stream().map(BillLine::labelled).toList());
    assertEquals(
        List.of(250L, 150L), lines.stream().map(line -> line.unitPrice().minor()).toList());
  }

  @Test
  void takingTheLabelledPackOutTakesItsPriceOut() {
    String in = "2 in ham:0.9 #" + code(HAM_6_24) + "; 2.9 +320; 6 in ham:0.9; 6.9 +508; ";
    List<BillLine> lines = bill(in + "12 -320; 12.3 out ham:0.9");
    assertEquals(1, lines.size());
    assertEquals(500, lines.getFirst().mass().grams(), 3); // without the tray
  }

  @Test
  void tareIsTakenOffWhatIsSoldByTheKilogram() {
    assertEquals(300, bill("2 in ham:0.95; 2.9 +308").getFirst().mass().grams(), 3);
  }

  @Test
  void labelThatIsShownAfterwardsHolds() {
    BillLine line = bill("2 +320; 7 code " + code(HAM_6_24)).getFirst();
    assertEquals(624, line.unitPrice().minor());
  }

  private List<BillLine> bill(String scenario) {
    TripState trip = shop.play(scenario + "; 20 pay").state().trip();
    Bill bill = assertInstanceOf(TripState.Reviewing.class, trip).bill();
    return bill.lines();
  }
}
