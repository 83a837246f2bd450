package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.basket.Content;
import pannier.domain.basket.Means;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.gate.StaffDesk;
import pannier.simulator.shopper.Deed;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;
import pannier.wire.HandOverCode;
import pannier.wire.SettlementKey;

/** The staff console in a real browser, at a real gate with a cart above simulated devices. */
final class StaffConsoleTest {
  private static final ProductId HONEY = new ProductId("terra-honey-500g");

  private static final List<String> PAGES =
      List.of("carts", "till", "payments", "disputes", "day", "pairing", "log", "shop", "people");

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void staffSignInSeeWhoNeedsThemAndSettleIt() throws IOException {
    List<Deed> hands = List.of(new Deed.Put(4_000_000_000L, HONEY, Optional.empty()));
    try (Browser browser = Browser.open(1280, 800);
        SimulatedShop shop = new SimulatedShop(folder, hands)) {
      browser.go(shop.url("/staff"));
      StaffAtConsole staff = StaffAtConsole.before(browser);
      staff.lookInEachLanguage("staff-1-sign-in", "#enter");
      staff.enter("wrong password");
      browser.await("return document.getElementById('problem')?.textContent !== ''");
      assertTrue(
          browser.text("#problem").startsWith("Name or password is wrong"),
          browser.text("#problem"));
      staff.enter(shop.staffPassword());
      browser.await("return !!document.querySelector('[data-key=page-carts]')");
      browser.forgetComplaints();

      shop.touch(new Input.Start("trip-of-the-test"));
      assertTrue(shop.playUntil(() -> shop.state().basket().pieces(HONEY) == 1, 30), "honey");
      shop.touch(new Input.CallStaff());
      String seenTo = "[data-key='cart-1-call']";
      assertTrue(shop.waitUntil(() -> browser.has(seenTo)), "the console hears of it");
      browser.look("staff-2-carts");
      staff.lookAtSheet("staff-3-order", () -> browser.touch(seenTo), "#reason");
      staff.writeReason("Showed where the tea is");
      browser.touch("[data-key='do']");
      assertTrue(
          shop.waitUntil(() -> shop.state().trip() instanceof TripState.Shopping),
          "the cart goes on");

      spotCheck(shop, browser, staff);
      shop.touch(new Input.Pay());
      assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Reviewing), "bill");
      shop.touch(new Input.Exit());
      assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Settled), "paid");
      String id = ((TripState.Settled) shop.state().trip()).receiptId();
      browser.touch("[data-key='page-payments']");
      browser.await("return !!document.querySelector(`[data-key=\"${arguments[0]}\"]`)", id);
      browser.look("staff-4-payments");
      staff.lookAtSheet(
          "staff-4-receipt", () -> browser.touch("[data-key='" + id + "']"), "#receipt-word");
      assertTrue(browser.text("#sheet").contains("5.49"), browser.text("#sheet"));
      browser.run("document.getElementById('sheet').close()");

      cashAtTheTill(shop, browser);
      deadCart(shop, browser, staff);
      goesOnElsewhere(shop, browser, staff);
      moneyBack(shop, browser, staff, id);
      staff.visit("day", "Sales by hour");
      browser.look("staff-5-day");
      staff.visit("log", "honey, as billed");
      staff.visit("log", "Showed where the tea is");
      assertEquals("Every entry is as it was written.", browser.text("main .fine"));
      browser.look("staff-6-log");
      staff.visit("shop", "A new catalogue");
      browser.look("staff-6-shop");
      staff.visit("people", StaffDesk.FIRST);
      browser.look("staff-7-people");
      inEachLanguage(browser, staff);
      browser.size(820, 1180);
      browser.touch("[data-key='page-carts']");
      browser.await("return !!document.querySelector('.fleet')");
      browser.picture("staff-8-tablet");
      browser.requireAccessible("staff-8-tablet");
      browser.requireNothingCutOff("staff-8-tablet");
      browser.requireNoComplaints();
    }
  }

  /** Staff look at the basket with the cart's pictures, and say what they found. */
  private static void spotCheck(SimulatedShop shop, Browser browser, StaffAtConsole staff)
      throws IOException {
    for (String language : List.of("de", "fr", "es", "en")) {
      browser.run("document.getElementById('sheet').close()");
      staff.speak(language);
      shop.reach(browser, "[data-key='cart-1-check']");
      browser.touch("[data-key='cart-1-check']");
      staff.doIt("one in a hundred");
      assertTrue(shop.waitUntil(() -> browser.has("#sheet[open] #check img")), "pictures come");
      browser.await("return document.querySelector('#check img').naturalWidth > 0");
      browser.look("staff-3-spot-check-" + language);
    }
    browser.await("return document.querySelector('#check img').naturalWidth > 0");
    assertTrue(browser.text("#check").contains("1 × Blossom honey 500 g"), browser.text("#check"));
    browser.touch("[data-key='check-right']");
    staff.doIt("honey, as billed");
    browser.await("return !document.getElementById('sheet').open");
  }

  /** A trip ends like that, and the next begins with the honey that is still in the basket. */
  private static void startAgain(SimulatedShop shop, Input end, String trip) throws IOException {
    shop.touch(end);
    assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Idle), "free again");
    shop.touch(new Input.Start(trip, List.of(new Content(HONEY, 1)), false));
    assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Shopping), "started");
  }

  /** Until the sheet of dead carts' baskets shows this one. */
  private static void awaitBasket(SimulatedShop shop, Browser browser, String move)
      throws IOException {
    assertTrue(
        shop.waitUntil(
            () -> {
              browser.touch("[data-key='died']");
              browser.await("return document.getElementById('sheet').open");
              return browser.has(move);
            }),
        "the gate has its basket");
  }

  /** The next shopper pays in cash: the cart shows a code, and the till finds it. */
  private static void cashAtTheTill(SimulatedShop shop, Browser browser) throws IOException {
    startAgain(shop, new Input.Done(), "trip-with-cash");
    Wallet cash = new Wallet(List.of(new Means("cash", "till")), List.of(), "");
    shop.touch(new Input.PayWith(cash));
    shop.touch(new Input.Pay());
    assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Reviewing), "bill");
    shop.touch(new Input.Exit());
    browser.touch("[data-key='page-till']");
    String code = HandOverCode.of(new SettlementKey("trip-with-cash", 1));
    assertTrue(
        shop.waitUntil(() -> browser.has("[data-cash='" + code + "']")), "the till hears of it");
    browser.look("staff-4-till");
    browser.touch("[data-cash='" + code + "'] button.main");
    assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Settled), "paid");
    browser.await("return !document.querySelector('[data-cash]')");
  }

  /** A cart dies with honey in it: staff take the cash for what it told last. */
  private static void deadCart(SimulatedShop shop, Browser browser, StaffAtConsole staff)
      throws IOException {
    startAgain(shop, new Input.Done(), "trip-of-a-dead-cart");
    String move = "[data-key='move-trip-of-a-dead-cart']";
    awaitBasket(shop, browser, move);
    staff.lookAtSheet("staff-4-dead-carts", () -> browser.touch("[data-key='died']"), move);
    staff.lookAtSheet("staff-4-dead-cart", () -> baskets(browser, move), "[data-key='to-till']");
    assertTrue(browser.text("#basket").contains("1 × Blossom honey 500 g"));
    staff.writeReason("Its screen is dark");
    browser.touch("[data-key='to-till']");
    browser.await("return !!document.getElementById('cash-due')");
    assertEquals("€5.49", browser.text("#cash-due"));
    browser.look("staff-4-dead-cart-cash");
    browser.touch("[data-key='move-taken']");
    browser.await("return !!document.getElementById('moved')");
    assertTrue(browser.text("#moved").contains("is paid: receipt R-"), browser.text("#moved"));
    browser.look("staff-4-dead-cart-paid");
    browser.run("document.getElementById('sheet').close()");
  }

  private static void baskets(Browser browser, String move) {
    browser.touch("[data-key='died']");
    browser.await("return !!document.querySelector(arguments[0])", move);
    browser.touch(move);
  }

  /** Another cart dies: a code is shown to the one that goes on. */
  private static void goesOnElsewhere(SimulatedShop shop, Browser browser, StaffAtConsole staff)
      throws IOException {
    startAgain(shop, new Input.Close("manager", "its battery is empty"), "trip-that-moves");
    staff.visit("till", "");
    String move = "[data-key='move-trip-that-moves']";
    awaitBasket(shop, browser, move);
    browser.touch(move);
    staff.writeReason("Its screen is dark, too");
    browser.touch("[data-key='to-cart']");
    browser.await("return !!document.querySelector('#move-code svg')");
    browser.look("staff-4-dead-cart-code");
    browser.run("document.getElementById('sheet').close()");
  }

  /** A shopper's word against a line, with what the cart saw of it; and a refund at the desk. */
  private static void moneyBack(
      SimulatedShop shop, Browser browser, StaffAtConsole staff, String id) throws IOException {
    shop.dispute("trip-of-the-test", HONEY, "not-taken");
    assertTrue(shop.waitUntil(() -> shop.disputes() == 1), "the gate has the dispute");
    staff.visit("disputes", "I did not take this");
    browser.await("return document.querySelector('.proof img')?.naturalWidth > 0");
    browser.look("staff-4-disputes");
    browser.touch("[data-key^='refuse-']");
    staff.doIt("The pictures show it");
    browser.await(
        "return document.querySelector('main').textContent.includes('Nobody waits for a decision')");
    browser.touch("[data-key='page-payments']");
    browser.await("return !!document.querySelector(`[data-key=\"${arguments[0]}\"]`)", id);
    browser.touch("[data-key='" + id + "']");
    browser.await("return !!document.querySelector('[data-key=refund]')");
    browser.touch("[data-key='refund']");
    browser.await("return !!document.querySelector('[data-key=refund-do]')");
    staff.lookAtSheet("staff-4-refund", () -> refund(browser, id), "[data-key='refund-do']");
    browser.touch("[data-key='refund-do']");
    browser.await("return document.getElementById('sheet').textContent.includes('Paid back')");
    assertTrue(browser.text("#sheet").contains("€5.49"), browser.text("#sheet"));
    browser.look("staff-4-refunded");
    browser.run("document.getElementById('sheet').close()");
  }

  /** By its number, as for a receipt of another day. */
  private static void refund(Browser browser, String id) {
    browser.run(
        "const it = document.getElementById('find-receipt'); it.value = arguments[0];"
            + " it.dispatchEvent(new Event('input'))",
        id.toLowerCase(Locale.ROOT));
    browser.touch("[data-key='open-receipt']");
    browser.await("return !!document.querySelector('[data-key=refund]')");
    browser.touch("[data-key='refund']");
  }

  /** Every page in every language: all of its words, none cut off, nothing serious by axe. */
  private static void inEachLanguage(Browser browser, StaffAtConsole staff) throws IOException {
    Map<String, String> days = Map.of("en", "Day", "de", "Tag", "fr", "Journée", "es", "Día");
    for (String language : Browser.LANGUAGES) {
      staff.speak(language);
      assertEquals(days.get(language), browser.text("[data-key='page-day']"));
      for (String page : PAGES) {
        browser.touch("[data-key='page-" + page + "']");
        browser.await("return document.getElementById('page').dataset.page === arguments[0]", page);
        browser.look("staff-9-" + page + "-" + language);
      }
    }
    staff.speak("en");
  }
}
