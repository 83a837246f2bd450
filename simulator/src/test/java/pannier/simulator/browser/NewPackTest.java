package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.ProductId;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.simulator.shopper.Deed;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

/**
 * A maker has changed a pack: the cart holds it, staff say on the console what it is, and the gate
 * learns what it weighs.
 */
final class NewPackTest {
  private static final ProductId HONEY = new ProductId("terra-honey-500g");

  /** As the catalogue has it; the pack weighs 742 g. */
  private static final MassSpread BEFORE = new MassSpread(Mass.ofGrams(815), 5);

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void staffNameItAndItIsBilledAndLearntAndCanBeTakenBack() throws IOException {
    List<Deed> hands = List.of(new Deed.Put(4_000_000_000L, HONEY, Optional.empty()));
    try (Browser browser = Browser.open(1280, 800);
        SimulatedShop shop = new SimulatedShop(folder, hands, Map.of(HONEY, BEFORE))) {
      StaffAtConsole staff = StaffAtConsole.signIn(browser, shop);
      shop.weighed("other-trip-1", HONEY, 741);
      shop.weighed("other-trip-2", HONEY, 743);
      shop.touch(new Input.Start("trip-with-a-new-pack"));
      assertTrue(shop.playUntil(() -> !shop.state().open().isEmpty(), 30), "held");

      String number = String.valueOf(shop.state().open().getFirst().number());
      String name = "[data-key='cart-1-" + number + "-name']";
      assertTrue(shop.waitUntil(() -> browser.has(name)), "the console hears of it");
      browser.look("staff-10-held");
      browser.touch(name);
      search(browser, "nothing of the kind");
      browser.await("return document.getElementById('found').textContent.includes('nothing')");
      search(browser, "hon blos");
      browser.await("return !!document.querySelector('[data-product]')");
      assertEquals("Blossom honey 500 g", browser.text("#found"));
      staff.lookAtSheet("staff-10-naming", () -> naming(browser, name), "[data-product]");
      browser.touch("#anew");
      browser.touch("[data-product='terra-honey-500g']");
      assertTrue(shop.waitUntil(() -> shop.state().basket().pieces(HONEY) == 1), "it is booked");
      assertEquals(742, shop.state().basket().mass().grams(), 5);

      shop.touch(new Input.Pay());
      assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Reviewing), "bill");
      shop.touch(new Input.Exit());
      assertTrue(shop.waitUntil(() -> shop.learnt() == 1), "the gate has learnt it");
      browser.touch("[data-key='page-shop']");
      browser.await("return !!document.querySelector('[data-key=back-terra-honey-500g]')");
      String row = browser.text("#masses tbody tr");
      assertTrue(row.contains("815 g") && row.contains("742 g") && row.contains("New pack"), row);
      staff.lookInEachLanguage("staff-10-masses", "#masses tbody tr");
      browser.touch("[data-key='back-terra-honey-500g']");
      staff.doIt("An old stock was weighed");
      assertTrue(shop.waitUntil(() -> shop.learnt() == 0), "taken back");
      browser.await("return !document.querySelector('#masses tbody')");
      browser.requireNoComplaints();
    }
  }

  private static void naming(Browser browser, String name) {
    browser.touch(name);
    search(browser, "hon blos");
  }

  private static void search(Browser browser, String words) {
    browser.run(
        "const it = document.getElementById('goods'); it.value = arguments[0];"
            + " it.dispatchEvent(new Event('input'))",
        words);
  }
}
