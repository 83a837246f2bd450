package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.TripState;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.OfflineDesk;
import pannier.gate.settlement.OfflineLimits;
import pannier.simulator.shopper.Deed;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

/**
 * A shopper says on the cart that a line is wrong; staff see on the console what the cart saw of
 * that line, until they have seen to it. Then the payment provider is away, and the gate lets the
 * shopper out on its own word: two browsers, a real gate, a real cart.
 */
final class CalledToACartTest {
  private static final ProductId HONEY = new ProductId("terra-honey-500g");
  private static final ProductId OATS = new ProductId("alma-oat-drink-1l");
  private static final String CALL = "[data-key='cart-1-wrong']";

  @TempDir private Path folder;
  private final AtomicReference<CutProvider> provider = new AtomicReference<>();

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void staffSeeThatLineAloneAndAShopperIsLetOutWithoutTheProvider() throws IOException {
    List<Deed> hands =
        List.of(
            new Deed.Put(4_000_000_000L, HONEY, Optional.empty()),
            new Deed.Put(8_000_000_000L, OATS, Optional.empty()));
    OfflineDesk offline =
        OfflineDesk.open(
            Files.createDirectories(folder.resolve("own")), new OfflineLimits(5_000, 20_000));
    try (Browser console = Browser.open(1280, 800);
        Browser cart = Browser.open(1280, 800);
        SimulatedShop shop = new SimulatedShop(folder, hands, parts -> cuttable(parts, offline))) {
      cart.go(shop.url("/cart"));
      StaffAtConsole staff = StaffAtConsole.signIn(console, shop);
      shop.reach(cart, "[data-key='start']");
      cart.touch("[data-key='start']");
      assertTrue(shop.playUntil(() -> shop.state().basket().lines().size() == 2, 30), "two in");
      shop.reach(cart, "[data-key='wrong-" + HONEY.value() + "']");
      wrongLine(shop, cart, console, staff);
      letOut(shop, cart, console, staff);
      lowBattery(shop, console, staff);
      cart.requireNoComplaints();
      console.requireNoComplaints();
    }
  }

  private GateParts cuttable(GateParts parts, OfflineDesk offline) {
    provider.set(new CutProvider(parts.provider()));
    return new GateParts(
        parts.ledger(),
        provider.get(),
        parts.barrier(),
        parts.catalogue(),
        parts.clock(),
        parts.prices(),
        Optional.of(offline));
  }

  private static void wrongLine(
      SimulatedShop shop, Browser cart, Browser console, StaffAtConsole staff) throws IOException {
    cart.touch("[data-key='wrong-" + HONEY.value() + "']");
    cart.await("return document.getElementById('sheet').open");
    cart.lookInEachLanguage("cart-3-wrong");
    cart.touch("[data-key='sure']");
    shop.reach(console, CALL);
    shop.reach(cart, ".said");
    cart.lookInEachLanguage("cart-3-staff-come");
    staff.lookInEachLanguage("staff-2-wrong", CALL);
    for (String language : List.of("de", "fr", "es", "en")) {
      console.run("document.getElementById('sheet').close()");
      staff.speak(language);
      console.touch(CALL);
      assertTrue(shop.waitUntil(() -> console.has("#sheet[open] .proof img")), "its picture comes");
      console.await("return document.querySelector('#check img').naturalWidth > 0");
      console.look("staff-3-wrong-pictures-" + language);
    }
    assertEquals(1, console.list("#check .proof").size(), "that line and no other");
    assertTrue(console.text("#check").contains("Blossom honey 500 g"), console.text("#check"));
    String trip = shop.state().trip().tripId();
    assertEquals(1L, kept(console, trip));
    console.touch("[data-key='wrong-seen-to']");
    staff.doIt("It is the honey from the shelf, the label is new");
    assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Shopping), "goes on");
    assertEquals(0L, kept(console, trip), "its pictures are gone");
  }

  /** How many lines of a trip staff can look at. */
  private static Object kept(Browser console, String trip) {
    return String.valueOf(
                console.run(
                    "const it = new XMLHttpRequest(); it.open('GET', '/staff/check/' + arguments[0], false);"
                        + " it.send(); return it.responseText",
                    trip))
            .chars()
            .filter(it -> it == '{')
            .count()
        / 2;
  }

  private void letOut(SimulatedShop shop, Browser cart, Browser console, StaffAtConsole staff)
      throws IOException {
    provider.get().cut(true);
    shop.reach(cart, "[data-key='pay']:not([disabled])");
    cart.touch("[data-key='pay']");
    shop.reach(cart, "[data-key='exit']");
    cart.touch("[data-key='exit']");
    shop.reach(cart, "#receipt");
    assertTrue(shop.state().trip() instanceof TripState.Settled, "it is open");
    cart.lookInEachLanguage("cart-8-let-out");
    staff.visit("payments", "Let out");
    assertTrue(console.text("main").contains("€7.38"), console.text("main"));
    staff.lookInEachLanguage("staff-4-let-out", "[data-page='payments']");
    provider.get().cut(false);
  }

  private static void lowBattery(SimulatedShop shop, Browser console, StaffAtConsole staff)
      throws IOException {
    assertFalse(console.has("#alerts:not([hidden])"));
    shop.measures(12, -80);
    staff.visit("carts", "Signal");
    assertTrue(
        shop.waitUntil(() -> console.text("#alerts").contains("12 % of battery")), "an alert");
    assertTrue(console.text(".condition").contains("Signal weak"), console.text(".condition"));
    staff.lookInEachLanguage("staff-2-battery", ".condition");
  }
}
