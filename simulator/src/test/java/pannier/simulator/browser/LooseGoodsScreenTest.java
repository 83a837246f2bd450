package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pannier.app.bill.BillPrices;
import pannier.app.screen.AtGate;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Handling;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.Candidate;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.domain.trip.TripState;
import pannier.simulator.shop.ShopFiles;

/** What is sold by mass, and what has an age limit, on the shopper's screen in a real browser. */
final class LooseGoodsScreenTest {
  private static final ProductId GRAPES = new ProductId("grapes");
  private static final ProductId WINE = new ProductId("wine");

  private static final Catalogue SHOP =
      new Catalogue(
          ShopFiles.EURO,
          List.of(
              product(GRAPES, "Red grapes", SaleUnit.KILOGRAM, 399, 700, 350, 12, 0),
              product(WINE, "White wine 0.75 l", SaleUnit.PIECE, 649, 1_250, 6, 0, 18)));

  private static Product product(
      ProductId id,
      String name,
      SaleUnit unit,
      long minor,
      double grams,
      double deviation,
      double tareGrams,
      int age) {
    return new Product(
        id,
        name,
        unit,
        new Money(minor, ShopFiles.EURO),
        new MassSpread(Mass.ofGrams(grams), deviation),
        List.of(),
        new Handling(tareGrams, age, Handling.Embedded.NOTHING, 0));
  }

  @Test
  void producesMassIsShownAsItIsWeighedWithItsTareAndWineWaitsForStaff() throws IOException {
    try (Browser browser = Browser.open(1280, 800);
        HeartScreen heart =
            new HeartScreen(new BillPrices("cart-1", SHOP), new AtGate(Optional::empty), true)) {
      browser.go(heart.url());
      browser.await("return !!document.querySelector('[data-key=start]')");
      browser.touch("[data-key='start']");
      assertTrue(heart.waitUntil(() -> browser.has("[data-key='pay']")), "begun");
      heart.play(100);

      heart.weigh(812);
      assertTrue(heart.waitUntil(() -> browser.has("#live")), "the live mass");
      assertTrue(browser.text("#live").contains("g"), browser.text("#live"));
      browser.picture("cart-h-live-mass");
      heart.seesIn(List.of(new Candidate(GRAPES, 0.98)));
      assertTrue(heart.playUntil(() -> heart.state().basket().pieces(GRAPES) == 1), "grapes");
      assertTrue(heart.waitUntil(() -> browser.text("#lines").contains("800 g")), "weighed");
      assertTrue(browser.text("#lines").contains("12 g"), browser.text("#lines"));
      browser.lookInEachLanguage("cart-h-produce");

      heart.weigh(812 + 1_250);
      heart.play(20);
      heart.seesIn(List.of(new Candidate(WINE, 0.99)));
      assertTrue(heart.playUntil(() -> heart.state().basket().pieces(WINE) == 1), "wine");
      browser.await("return document.querySelectorAll('#lines > li').length === 2");
      browser.touch("[data-key='pay']");
      assertTrue(
          heart.waitUntil(() -> heart.state().trip() instanceof TripState.NeedsStaff), "staff");
      browser.await("return document.body.textContent.includes('check your age')");
      browser.lookInEachLanguage("cart-h-age");
      browser.requireNoComplaints();
    }
  }
}
