package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.app.bill.BillPrices;
import pannier.app.bill.PriceLists;
import pannier.app.screen.AtGate;
import pannier.domain.basket.Means;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.csv.CatalogueFile;
import pannier.pricing.json.PriceList;
import pannier.wire.HandOverCode;
import pannier.wire.SettlementKey;
import pannier.wire.TenderOffer;

/** From the bill to a payment, or to none: who pays what, and what the screen says meanwhile. */
final class PayingTest {
  private static final String SHOP =
      """
      product,name,unit,price,currency,mass_g,mass_sd_g,tax,snap,deposit,deposit_by_law
      milk,Whole milk,piece,3.49,USD,1000,5,food,true,,
      cola,Cola,piece,1.99,USD,350,3,general,true,0.05,0.05
      soap,Almond soap,piece,2.50,USD,120,2,general,false,,
      """;
  private static final String RULES =
      """
      {"zone":"America/Chicago","state":"TX","tax_rounding":"item",
       "tax_rates":{"general":"0.0825","food":"0"}}
      """;
  private static final long DAY = 20_522; // 2026-03-10

  @TempDir private Path folder;
  private String priceList = "";
  private BillPrices prices =
      new BillPrices("", new Catalogue(Currency.getInstance("USD"), List.of()));

  @BeforeEach
  void open() throws IOException {
    Assortment shop = CatalogueFile.open(Files.writeString(folder.resolve("shop.csv"), SHOP));
    PriceLists lists = PriceLists.in(folder);
    priceList =
        lists.keep(
            PriceList.of(Files.writeString(folder.resolve("rules.json"), RULES), shop).document());
    prices = new BillPrices("cart-1", shop.catalogue(), lists);
  }

  @Test
  void theShopperPartsTheBillAndSeesWhyItIsNotPaid() throws IOException {
    AtGate gate =
        new AtGate(
            Optional::empty,
            "",
            List.of(
                new TenderOffer("card", "reader"),
                new TenderOffer("snap", "pad"),
                new TenderOffer("gift", "gift-{number}"),
                new TenderOffer("cash", "till")));
    try (Browser browser = Browser.open(1280, 800);
        HeartScreen heart = new HeartScreen(prices, gate, false)) {
      shop(heart);
      browser.go(heart.url());
      heart.reach(browser, "#total");
      // Food benefits may pay milk, cola and the deposit that the law asks for.
      assertTrue(browser.text(".total").contains("SNAP may pay $5.53"), browser.text(".total"));
      browser.touch("[data-key='pay']");
      heart.reach(browser, "[data-key='ways']");
      assertEquals("$8.40", browser.text("#total")); // 3.49 + 1.99 + 2.50, tax 0.16 + 0.21, 0.05
      chooseTenders(heart, browser);

      browser.touch("[data-key='exit']");
      heart.reach(browser, "#stage[data-stage='PAYING']");
      assertTrue(browser.text(".steps").contains("Type your PIN"), browser.text(".steps"));
      browser.lookInEachLanguage("cart-7-paying");
      heart.happens(new Input.GateDeclined(1, "partial-snap-400"));
      heart.reach(browser, "#stage[data-stage='DECLINED']");
      assertTrue(browser.text("#stage").contains("SNAP: there are only $4.00"));
      browser.lookInEachLanguage("cart-7-declined-partial");

      browser.touch("[data-key='again']");
      heart.reach(browser, "[data-key='exit']");
      // 4.00 by SNAP leave 1.53 of what it may pay; what it leaves is taxed least.
      assertEquals(400, wallet(heart).means().get(1).mostMinor());
      browser.touch("[data-key='exit']");
      heart.reach(browser, "#stage[data-stage='PAYING']");
      heart.happens(new Input.GateDeclined(2, "insufficient-funds"));
      heart.reach(browser, "#stage[data-stage='DECLINED']");
      browser.lookInEachLanguage("cart-7-declined");
      browser.size(760, 1100);
      browser.look("cart-7-declined-narrow", 760, 1100);
      browser.size(1280, 800);
      payInCash(heart, browser);
      browser.requireNoComplaints();
    }
  }

  private static void payInCash(HeartScreen heart, Browser browser) throws IOException {
    browser.touch("[data-key='ways']");
    browser.await("return document.getElementById('sheet').open");
    browser.touch("[data-key='usual']");
    assertTrue(heart.waitUntil(() -> wallet(heart).means().isEmpty()));
    browser.touch("[data-key='add-cash']");
    assertTrue(heart.waitUntil(() -> wallet(heart).means().size() == 2));
    heart.reach(browser, "#ways li:nth-child(2)");
    browser.touch("[data-key='remove-0']");
    heart.reach(browser, "#ways li:only-child");
    browser.touch("[data-key='ways-done']");
    browser.touch("[data-key='again']");
    heart.reach(browser, "[data-key='exit']");
    browser.touch("[data-key='exit']");
    heart.reach(browser, "#hand-over");
    String code = HandOverCode.of(new SettlementKey("trip-of-the-test", 3));
    assertEquals(code, browser.text("#hand-over").replace(" ", ""));
    browser.lookInEachLanguage("cart-7-cash");
    browser.touch("[data-key='otherwise']");
    assertTrue(
        heart.waitUntil(
            () -> heart.state().trip() instanceof TripState.Settling it && it.cancelled()),
        "withdrawn");
    heart.happens(new Input.GateDeclined(3, "voided"));
    heart.reach(browser, "#stage[data-stage='DECLINED']");
  }

  private void shop(HeartScreen heart) {
    heart.happens(
        new Input.PriceList(priceList), new Input.Today(DAY), new Input.Start("trip-of-the-test"));
    heart.playUntil(() -> heart.state().trip() instanceof TripState.Shopping);
    for (String product : List.of("milk", "cola", "soap")) {
      heart.putIn(new ProductId(product));
    }
  }

  private static void chooseTenders(HeartScreen heart, Browser browser) throws IOException {
    browser.touch("[data-key='ways']");
    browser.await("return document.getElementById('sheet').open");
    browser.touch("[data-key='split-3']");
    heart.reach(browser, "#ways li:nth-child(3)");
    assertEquals("$2.80", browser.text("#ways li:nth-child(2) strong.number"));
    inSheet(heart, browser, "cart-e-split");
    browser.touch("[data-key='usual']");
    heart.reach(browser, "#ways li:only-child");

    browser.touch("[data-key='add-snap']");
    heart.reach(browser, "#ways li:nth-child(2)");
    assertEquals("$5.53", browser.text("#ways li:nth-child(2) strong.number"));
    assertEquals("$2.71", browser.text("#ways li:nth-child(1) strong.number")); // soap and its tax
    browser.touch("[data-key='add-gift']");
    browser.await("return !!document.querySelector('[data-key=number-done]')");
    inSheet(heart, browser, "cart-e-number");
    type(browser, "4711");
    browser.touch("[data-key='number-done']");
    heart.reach(browser, "#ways li:nth-child(3)");
    browser.touch("[data-key='amount-2']");
    browser.await("return !!document.querySelector('[data-key=amount-done]')");
    inSheet(heart, browser, "cart-e-amount");
    type(browser, "1.20");
    browser.touch("[data-key='amount-done']");
    heart.reach(browser, "[data-key='ways-done']");
    assertTrue(heart.waitUntil(() -> "$1.20".equals(third(browser))), third(browser));
    browser.lookInEachLanguage("cart-e-ways");

    browser.touch("[data-key='items-0']");
    browser.await("return !!document.querySelector('[data-key=items-done]')");
    browser.touch("[data-key='pick-soap']");
    inSheet(heart, browser, "cart-e-items");
    browser.touch("[data-key='items-done']");
    assertTrue(
        heart.waitUntil(
            () ->
                wallet(heart)
                    .means()
                    .getFirst()
                    .products()
                    .equals(List.of(new ProductId("soap")))));
    heart.reach(browser, "[data-key='ways-done']");
    browser.touch("[data-key='ways-done']");
    assertEquals(
        List.of(
            new Means("card", "reader", null, List.of(new ProductId("soap")), 0),
            new Means("snap", "pad"),
            new Means("gift", "gift-4711", 120L, List.of(), 0)),
        wallet(heart).means());
    browser.lookInEachLanguage("cart-6-tenders");
  }

  private static String third(Browser browser) {
    return browser.text("#ways li:nth-child(3) strong.number");
  }

  private static Wallet wallet(HeartScreen heart) {
    return ((TripState.Running) heart.state().trip()).trip().accord().wallet();
  }

  private static void type(Browser browser, String text) {
    browser.run(
        "const it = document.querySelector('#sheet input'); it.value = arguments[0];"
            + " it.dispatchEvent(new Event('input'))",
        text);
  }

  private static void inSheet(HeartScreen heart, Browser browser, String page) throws IOException {
    heart.happens();
    browser.lookInEachLanguage(page);
  }
}
