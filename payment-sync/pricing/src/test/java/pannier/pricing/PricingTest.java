package pannier.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;

class PricingTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final ProductId WATER = new ProductId("water");
  private static final ProductId PEARS = new ProductId("pears");

  @Test
  void threeBottlesCostThreeTimesOne() throws Exception {
    Product water =
        new Product(
            WATER,
            "Still water",
            SaleUnit.PIECE,
            Money.parse("0.79", EUR),
            new MassSpread(Mass.ofGrams(521), 3),
            List.of());

    PricedBill bill =
        Pricing.price(List.of(UnpricedLine.ofPieces(WATER, 3)), new Catalogue(EUR, List.of(water)));

    assertEquals("2.37 EUR", bill.total().toString()); // the recorded trip of issue 2
    assertEquals(Money.zero(EUR), bill.lines().getFirst().discount());
  }

  @ParameterizedTest
  @CsvSource({
    "1.30, 820, 1.07", // 1.0660
    "2.99, 500, 1.50", // 1.4950: a half goes up
    "1.00, 4, 0.00", // 0.0040
    "1.00, 5, 0.01", // 0.0050: a half goes up
    "9.99, 0, 0.00",
  })
  void massPriceIsRoundedHalfUpOnce(String perKilogram, long massGrams, String expected)
      throws Exception {
    PriceTable prices = pears(perKilogram);

    PricedBill bill = Pricing.price(List.of(UnpricedLine.ofMass(PEARS, 1, massGrams)), prices);

    assertEquals(expected, bill.total().toDecimal());
  }

  @Test
  void eachLineIsRoundedByItself() throws Exception {
    UnpricedLine half = UnpricedLine.ofMass(PEARS, 1, 5); // 0.005 of 1.00
    assertEquals("0.02", Pricing.price(List.of(half, half), pears("1.00")).total().toDecimal());
  }

  @Test
  void emptyBillIsFree() throws Exception {
    assertEquals(Money.zero(EUR), Pricing.price(List.of(), pears("1.00")).total());
  }

  @Test
  void strangerAndMasslessLinesAreNamed() {
    List<UnpricedLine> stranger = List.of(UnpricedLine.ofPieces(WATER, 1));
    assertEquals(
        "line 0 (water): the shop does not sell it",
        assertThrows(UnpriceableLineException.class, () -> Pricing.price(stranger, pears("1.00")))
            .getMessage());

    List<UnpricedLine> massless = List.of(UnpricedLine.ofPieces(PEARS, 1));
    assertEquals(
        "line 0 (pears): it is sold by mass and has none",
        assertThrows(UnpriceableLineException.class, () -> Pricing.price(massless, pears("1.00")))
            .getMessage());
  }

  private static PriceTable pears(String perKilogram) {
    UnitPrice price = new UnitPrice(Money.parse(perKilogram, EUR), SaleUnit.KILOGRAM);
    return PriceTable.of(EUR, Map.of(PEARS, price));
  }
}
