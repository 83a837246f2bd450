package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.gate.StaffDesk;
import pannier.gate.audit.Drawing;
import pannier.gate.audit.Odds;
import pannier.simulator.shopper.Deed;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

/** The gate draws bills; staff end the checks on the console, in a real browser. */
final class DrawnCheckTest {
  private static final ProductId HONEY = new ProductId("terra-honey-500g");
  private static final Odds ALWAYS =
      new Odds(Odds.CERTAIN_PPM, Odds.CERTAIN_PPM, Odds.USUAL.morePpm());
  private static final String LOOK = "[data-key='cart-1-look']";

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void staffEndDrawnChecksAndTheBarrierWaitsForThem() throws IOException {
    List<Deed> hands = List.of(new Deed.Put(4_000_000_000L, HONEY, Optional.empty()));
    try (Browser console = Browser.open(1280, 800);
        Browser cart = Browser.open(1280, 800);
        SimulatedShop shop =
            new SimulatedShop(
                folder, hands, parts -> parts.with(new Drawing(ALWAYS, new Random(1))))) {
      cart.go(shop.url("/cart"));
      signIn(console, shop);
      shop.touch(new Input.Start("trip-that-is-drawn"));
      assertTrue(shop.playUntil(() -> shop.state().basket().pieces(HONEY) == 1, 30), "honey");
      pay(shop);
      assertTrue(shop.waitUntil(() -> console.has(LOOK)), "the console hears of it");
      assertTrue(shop.waitUntil(() -> cart.has("#spot-check")), "and the shopper");
      assertTrue(shop.state().trip() instanceof TripState.Settling, "nothing opens meanwhile");
      cart.look("shopper-spot-check");
      String why = console.text(".check");
      assertTrue(why.contains("€5.49") && why.contains("risk 2 of 1,000"), why);
      assertTrue(why.contains("A bill of €5.49"), why);
      for (String language : List.of("de", "fr", "es", "en")) {
        speak(console, language);
        console.await("return !!document.querySelector('.check .signs li')");
        console.look("staff-3-drawn-" + language);
      }

      foundWrong(shop, console);
      assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Declined), "back");
      cart.await("return document.body.textContent.includes('Staff put it right with you')");
      shop.touch(new Input.Back());
      pay(shop);
      assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Settled), "paid");
      assertFalse(console.has(LOOK), "staff were there already");

      nextShopperIsRight(shop, console);
      visit(console, "day", "2 of them were drawn by the gate");
      String day = console.text("#drawn");
      assertTrue(day.contains("1 wrong") && day.contains("€1.20 missing"), day);
      console.look("staff-5-day-drawn");
      console.requireNoComplaints();
      cart.requireNoComplaints();
    }
  }

  private static void foundWrong(SimulatedShop shop, Browser console) throws IOException {
    look(shop, console);
    console.look("staff-3-drawn-pictures");
    console.touch("[data-key='check-wrong']");
    console.await("return !!document.getElementById('off')");
    console.run("document.getElementById('off').value = '1.20'");
    console.run("document.getElementById('reason').value = 'a tin of tea under the bag'");
    console.look("staff-3-drawn-wrong");
    console.touch("[data-key='do']");
  }

  private static void nextShopperIsRight(SimulatedShop shop, Browser console) throws IOException {
    shop.touch(new Input.Done());
    assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Idle), "free again");
    shop.touch(new Input.Start("next-trip", List.of(new Content(HONEY, 1)), false));
    assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Shopping), "started");
    pay(shop);
    assertTrue(shop.waitUntil(() -> console.has(LOOK)), "drawn, too");
    console.touch(LOOK);
    assertTrue(shop.waitUntil(() -> console.has("[data-key='check-right']")), "it answers");
    console.touch("[data-key='check-right']");
    console.await("return !!document.getElementById('reason')");
    console.run("document.getElementById('reason').value = 'honey, as billed'");
    console.touch("[data-key='do']");
    assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Settled), "paid");
    assertEquals(2, shop.settlements().stream().filter(it -> it.receiptId().isPresent()).count());
  }

  private static void look(SimulatedShop shop, Browser console) throws IOException {
    console.touch(LOOK);
    assertTrue(shop.waitUntil(() -> console.has("#check .proof img")), "pictures come");
    console.await("return document.querySelector('#check img').naturalWidth > 0");
  }

  private static void pay(SimulatedShop shop) throws IOException {
    shop.touch(new Input.Pay());
    assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Reviewing), "bill");
    shop.touch(new Input.Exit());
    assertTrue(shop.waitUntil(() -> !(shop.state().trip() instanceof TripState.Reviewing)), "exit");
  }

  private static void signIn(Browser browser, SimulatedShop shop) {
    browser.go(shop.url("/staff"));
    browser.await("return !!document.getElementById('enter')");
    browser.run(
        "document.getElementById('name').value = arguments[0];"
            + " document.getElementById('password').value = arguments[1];",
        StaffDesk.FIRST,
        shop.staffPassword());
    browser.touch("#enter");
    browser.await("return !!document.querySelector('[data-key=page-carts]')");
    browser.forgetComplaints();
  }

  private static void speak(Browser browser, String language) {
    browser.run(
        "const it = document.querySelector('.languages'); it.value = arguments[0];"
            + " it.dispatchEvent(new Event('change'))",
        language);
    browser.await("return document.documentElement.lang === arguments[0]", language);
  }

  private static void visit(Browser browser, String page, String text) {
    browser.touch("[data-key='page-" + page + "']");
    browser.await("return document.querySelector('main').textContent.includes(arguments[0])", text);
  }
}
