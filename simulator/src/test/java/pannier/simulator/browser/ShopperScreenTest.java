package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.trip.TripState;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shopper.Deed;
import pannier.simulator.shopper.DemoTrip;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

/** The shopper's screen in a real browser, on a real cart above simulated devices. */
final class ShopperScreenTest {
  @TempDir private Path folder;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void aShopperComesFromWelcomeToReceipt() throws IOException {
    List<Deed> hands =
        DemoTrip.script().stream()
            .filter(deed -> !(deed instanceof Deed.Pay || deed instanceof Deed.Exit))
            .toList();
    try (Browser browser = Browser.open(1280, 800);
        SimulatedShop shop = new SimulatedShop(folder, hands)) {
      browser.go(shop.url("/cart"));
      shop.reach(browser, "[data-key='start']");
      browser.lookInEachLanguage("cart-1-welcome");
      browser.touch("[data-key='start']");
      shop.reach(browser, "[data-key='pay']");
      browser.lookInEachLanguage("cart-2-empty");

      assertTrue(shop.playUntil(() -> shop.state().basket().lines().size() == 3, 30), "three in");
      shop.reach(browser, "#lines li:nth-child(3)");
      browser.lookInEachLanguage("cart-3-basket");

      assertTrue(shop.playUntil(() -> !shop.state().open().isEmpty(), 30), "a question");
      shop.reach(browser, ".matter .choices button");
      browser.lookInEachLanguage("cart-4-question");
      browser.touch(".choices button[data-key$='" + DemoShop.TEA_MINT.value() + "']");
      assertTrue(shop.waitUntil(() -> shop.state().basket().pieces(DemoShop.TEA_MINT) == 1));
      shop.reach(browser, "[data-key='wrong-" + DemoShop.TEA_MINT.value() + "']");
      assertFalse(browser.has(".matter"), "the question is gone");

      assertTrue(shop.playUntil(() -> browser.has("#now li.out"), 60), "taken out");
      assertTrue(browser.text("#now li.out").contains("Paprika crisps"), "which is named");
      assertFalse(browser.text("#lines").contains("Paprika crisps"), "and off the list");
      browser.lookInEachLanguage("cart-5-taken-out");

      assertTrue(shop.playUntil(() -> !shop.state().busy(), 30), "at rest");
      browser.touch("[data-key='pay']");
      shop.reach(browser, "[data-key='exit']");
      browser.lookInEachLanguage("cart-6-bill");
      String bill = browser.text("#total");
      browser.touch("[data-key='claim']");
      browser.await("return document.getElementById('sheet').open");
      browser.lookInEachLanguage("cart-6-claim");
      browser.run("document.getElementById('sheet').close()");
      browser.touch("[data-key='exit']");
      shop.reach(browser, "#receipt");
      browser.lookInEachLanguage("cart-8-receipt");
      assertEquals(bill, browser.text("#receipt tfoot td"));
      List<SettlementRow> rows = shop.settlements();
      assertEquals(1, rows.size());
      assertEquals(SettlementState.SETTLED, rows.getFirst().state());
      assertTrue(browser.text("#receipt").contains(rows.getFirst().receiptId().orElseThrow()));
      long minor = rows.getFirst().intent().totalMinor();
      assertEquals("€%d.%02d".formatted(minor / 100, minor % 100), bill);

      browser.await("return document.querySelector('img.code')?.naturalWidth > 0");
      String id = rows.getFirst().receiptId().orElseThrow();

      disputeAndDelete(shop, browser);
      browser.touch("[data-key='done']");
      shop.reach(browser, "[data-key='start']");
      assertTrue(shop.state().trip() instanceof TripState.Idle);
      phone(shop, browser, id, bill);
      browser.requireNoComplaints();
    }
  }

  /** What the cart saw of the first line goes to the store; then the cart forgets the trip. */
  private static void disputeAndDelete(SimulatedShop shop, Browser browser) throws IOException {
    browser.touch("[data-key='dispute-0']");
    browser.await("return !!document.querySelector('#sheet .proof img')?.naturalWidth");
    assertTrue(browser.has("#sheet .curve polyline"), "and how the scale moved");
    browser.touch("[data-key='reason-not-taken']");
    browser.lookInEachLanguage("cart-9-dispute");
    browser.touch("[data-key='send-dispute']");
    browser.await("return !!document.querySelector('[data-key=dispute-done]')");
    browser.look("cart-9-dispute-sent");
    assertTrue(shop.waitUntil(() -> shop.disputes() == 1), "the gate has it");
    browser.touch("[data-key='dispute-done']");
    browser.touch("[data-key='forget']");
    browser.lookInEachLanguage("cart-9-delete");
    browser.touch("[data-key='delete-now']");
    browser.await("return !!document.querySelector('[data-key=deleted-done]')");
    browser.look("cart-9-deleted");
    browser.touch("[data-key='deleted-done']");
    browser.touch("[data-key='dispute-0']");
    browser.await("return document.getElementById('sheet').open");
    assertFalse(browser.has("#sheet .proof"), "nothing is left of it");
    browser.run("document.getElementById('sheet').close()");
  }

  /** The same receipt on a phone, by the link that the cart's code holds. */
  private static void phone(SimulatedShop shop, Browser browser, String id, String total)
      throws IOException {
    browser.size(500, 900);
    browser.go(shop.url("/phone#" + id));
    browser.await("return !!document.querySelector('[data-receipt]')");
    for (String language : Browser.LANGUAGES) {
      browser.touch("button[lang='" + language + "']");
      browser.await("return document.documentElement.lang === arguments[0]", language);
      browser.await("return !!document.querySelector('[data-receipt]')");
      browser.lookHere("phone-" + language);
    }
    browser.touch("button[lang='en']");
    browser.touch(".wrong summary");
    browser.lookHere("phone-dispute");
    browser.touch(".wrong button[data-reason='fewer']");
    browser.await("return document.querySelector('.wrong [role=status]').textContent !== ''");
    assertEquals(2, shop.disputes(), browser.text(".wrong [role=status]"));
    browser.touch("[data-erase]");
    browser.await(
        "return document.querySelector('[data-receipt]').textContent.includes('no pictures of this')");
    browser.await(
        "return document.querySelector('[data-receipt] strong')?.textContent === arguments[0]",
        total);
  }
}
