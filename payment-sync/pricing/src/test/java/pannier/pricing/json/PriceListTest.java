package pannier.pricing.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.ProductId;
import pannier.domain.money.Money;
import pannier.pricing.UnpricedLine;
import pannier.pricing.checkout.Checkout;
import pannier.pricing.checkout.Purchase;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.checkout.StoreRules;
import pannier.pricing.csv.CatalogueFile;
import pannier.pricing.promotion.Reduction;

class PriceListTest {
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final Currency USD = Currency.getInstance("USD");

  @TempDir Path folder = Path.of(".");

  @Test
  void cartThatReadsTheDocumentPricesAsTheGateDoes() throws Exception {
    PriceList gate = list();
    PriceList cart = PriceList.read("fetched", gate.document());

    assertArrayEquals(gate.document(), cart.document());
    Reckoning there = reckon(gate.rules(), Optional.empty());
    assertEquals(there, reckon(cart.rules(), Optional.empty()));
    // three colas for two: 4.00, deposits 0.15, 8.25 % of 4.00
    assertEquals("4.48", there.total().toDecimal());
  }

  @Test
  void lowerOfWhatWasShownAndWhatTheGateAsksHolds() throws Exception {
    StoreRules rules = list().rules();
    Reckoning lower = reckon(rules, Optional.of(new Money(350, USD)));
    assertEquals("3.50", lower.subtotal().toDecimal());
    assertEquals(
        List.of("3 for 2", Reduction.AS_SHOWN),
        lower.lines().getFirst().reductions().stream().map(Reduction::name).toList());
    assertEquals("4.00", reckon(rules, Optional.of(new Money(600, USD))).subtotal().toDecimal());
  }

  private static Reckoning reckon(StoreRules rules, Optional<Money> shown) throws Exception {
    UnpricedLine cola = UnpricedLine.ofPieces(new ProductId("cola"), 3);
    Purchase purchase =
        new Purchase(
            List.of(new Purchase.Line(cola, Optional.empty(), shown, Optional.empty())),
            List.of(),
            rules.occasion(MARCH, Set.of(), ""));
    return Checkout.of(rules.book(), purchase);
  }

  private PriceList list() throws Exception {
    Path csv =
        write(
            "shop.csv",
            """
            product,name,unit,price,currency,mass_g,mass_sd_g,tax,snap,deposit,deposit_by_law
            cola,Cola,piece,2.00,USD,350,2,general,true,0.05,0.05
            """);
    Path rules =
        write(
            "rules.json",
            """
            {"zone":"America/Chicago","tax_rounding":"invoice","tax_rates":{"general":"0.0825"},
             "promotions":[{"kind":"n_for_m","product":"cola","n":3,"m":2}]}
            """);
    return PriceList.of(rules, CatalogueFile.open(csv));
  }

  private Path write(String name, String text) throws Exception {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
