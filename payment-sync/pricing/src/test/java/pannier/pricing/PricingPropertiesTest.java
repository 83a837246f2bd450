package pannier.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.money.Money;

class PricingPropertiesTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  /** A line together with the price of its product. */
  record Sale(UnitPrice price, Quantity quantity) {}

  @Property
  void everyLineAgreesWithExactDecimals(@ForAll("sales") List<Sale> sales) throws Exception {
    PricedBill bill = price(sales);

    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < sales.size(); i++) {
      BigDecimal exact = exact(sales.get(i)).setScale(0, RoundingMode.HALF_UP);
      assertEquals(exact.longValueExact(), bill.lines().get(i).net().minor());
      total = total.add(exact);
    }
    assertEquals(total.longValueExact(), bill.total().minor());
  }

  @Property
  void orderDoesNotChangeTheTotal(@ForAll("sales") List<Sale> sales, @ForAll long seed)
      throws Exception {
    List<Sale> shuffled = new ArrayList<>(sales);
    Collections.shuffle(shuffled, new Random(seed));

    assertEquals(price(sales).total(), price(shuffled).total());
  }

  @Property
  void aLineMoreNeverCostsLess(@ForAll("sales") List<Sale> sales) throws Exception {
    Money before = price(sales.subList(0, sales.size() - 1)).total();
    assertTrue(price(sales).total().compareTo(before) >= 0);
  }

  @Provide
  Arbitrary<List<Sale>> sales() {
    Arbitrary<Money> prices =
        Arbitraries.longs().between(0, 100_000_00).map(minor -> new Money(minor, EUR));
    Arbitrary<Integer> pieces = Arbitraries.integers().between(1, Quantity.MOST_PIECES);
    Arbitrary<Quantity> weighed =
        Combinators.combine(pieces, Arbitraries.longs().between(0, Quantity.MOST_GRAMS))
            .as(Quantity.Weighed::new);
    Arbitrary<Quantity> counted = pieces.map(Quantity.Pieces::new);
    Arbitrary<Sale> byPiece =
        Combinators.combine(prices, Arbitraries.oneOf(counted, weighed))
            .as((price, quantity) -> new Sale(new UnitPrice(price, SaleUnit.PIECE), quantity));
    Arbitrary<Sale> byMass =
        Combinators.combine(prices, weighed)
            .as((price, quantity) -> new Sale(new UnitPrice(price, SaleUnit.KILOGRAM), quantity));
    return Arbitraries.oneOf(byPiece, byMass).list().ofMinSize(1).ofMaxSize(60);
  }

  private static PricedBill price(List<Sale> sales) throws UnpriceableLineException {
    Map<ProductId, UnitPrice> prices = new LinkedHashMap<>();
    List<UnpricedLine> lines = new ArrayList<>();
    for (Sale sale : sales) {
      ProductId product = new ProductId("p" + lines.size());
      prices.put(product, sale.price());
      lines.add(new UnpricedLine(product, sale.quantity()));
    }
    return Pricing.price(lines, PriceTable.of(EUR, prices));
  }

  private static BigDecimal exact(Sale sale) {
    BigDecimal unit = BigDecimal.valueOf(sale.price().amount().minor());
    return switch (sale.price().unit()) {
      case PIECE -> unit.multiply(BigDecimal.valueOf(sale.quantity().pieces()));
      case KILOGRAM ->
          sale.quantity() instanceof Quantity.Weighed weighed
              ? unit.multiply(BigDecimal.valueOf(weighed.massGrams(), 3))
              : BigDecimal.ZERO;
    };
  }
}
