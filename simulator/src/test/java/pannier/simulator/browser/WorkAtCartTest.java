package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.app.calibrate.RehearsedCells;
import pannier.domain.calibration.Procedure;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.TripState;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.world.Chance;
import pannier.simulator.world.Wardrobe;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

/**
 * From the order on the staff console over the cart's own screen, which leads through the work, to
 * its result on the console: two browsers, a real gate and a real cart.
 */
final class WorkAtCartTest {
  private static final ProductId HONEY = new ProductId("terra-honey-500g");
  private static final double KNOWN_GRAMS = 5_000;
  private static final int SIDES = 15;

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void whatStaffOrderIsDoneAtTheCartAndItsResultIsOnTheConsole() throws Exception {
    try (Browser console = Browser.open(1280, 800);
        Browser cart = Browser.open(1280, 800);
        SimulatedShop shop = new SimulatedShop(folder, List.of())) {
      cart.go(shop.url("/cart"));
      StaffAtConsole staff = StaffAtConsole.signIn(console, shop);
      shop.reach(console, "[data-key='cart-1-workshop']");
      console.touch("[data-key='cart-1-workshop']");
      staff.writeReason("Weekly check");
      console.look("staff-3-work-order");
      console.touch("[data-key='do']");
      assertTrue(shop.waitUntil(() -> cart.has("[data-key='leave']")), "the cart's screen leads");
      cart.look("work-1-menu");
      assertTrue(shop.waitUntil(() -> badge(console).equals("manager works at it")));

      align(shop, cart);
      assertTrue(shop.waitUntil(() -> result(console).startsWith("Camera 1 is aligned.")), "rim");
      enrol(shop, cart);
      assertTrue(
          shop.waitUntil(() -> result(console).startsWith("terra-honey-500g is enrolled, with ")),
          "views");
      calibrate(shop, cart);
      assertTrue(shop.waitUntil(() -> result(console).contains("calibrated")), "scale");
      console.look("staff-3-work-result");

      cart.touch("[data-key='menu']");
      assertTrue(shop.waitUntil(() -> cart.has("[data-key='leave']")));
      cart.touch("[data-key='leave']");
      assertTrue(shop.waitUntil(() -> cart.has("[data-key='start']")), "free for shoppers");
      assertTrue(shop.waitUntil(() -> badge(console).equals("Free")));
      staff.visit("log", "Result of work at a cart");
      staff.visit("log", "rim 1");
      useOfTheCart(shop, staff, console, cart);
      cart.requireNoComplaints();
      console.requireNoComplaints();
    }
  }

  /** A cart is taken out of use, given back, and a trip is started for a shopper. */
  private static void useOfTheCart(
      SimulatedShop shop, StaffAtConsole staff, Browser console, Browser cart) throws IOException {
    console.touch("[data-key='page-carts']");
    shop.reach(console, "[data-key='cart-1-stop']");
    console.touch("[data-key='cart-1-stop']");
    staff.doIt("One wheel squeaks");
    assertTrue(shop.waitUntil(() -> cart.text("h1").equals("This cart is not in use")));
    cart.look("work-8-out-of-use");
    assertTrue(shop.waitUntil(() -> badge(console).equals("Out of use")));
    console.look("staff-3-out-of-use");
    shop.reach(console, "[data-key='cart-1-return']");
    console.touch("[data-key='cart-1-return']");
    staff.doIt("Oiled");
    assertTrue(shop.waitUntil(() -> cart.has("[data-key='start']")), "free again");
    shop.reach(console, "[data-key='cart-1-start']");
    console.touch("[data-key='cart-1-start']");
    staff.doIt("Cannot reach the screen");
    assertTrue(
        shop.waitUntil(() -> shop.state().trip() instanceof TripState.Shopping), "a trip begins");
    assertTrue(shop.waitUntil(() -> cart.has("[data-key='pay']")));
  }

  private static void align(SimulatedShop shop, Browser cart) throws IOException {
    cart.touch("[data-key='align-0']");
    try (Frames frames = new Frames(Frames.picture())) {
      assertTrue(
          shop.waitUntil(
              () -> {
                shop.workshop().look(0, frames.next());
                return Boolean.TRUE.equals(
                    cart.run("return document.getElementById('live-picture')?.naturalWidth > 0"));
              }),
          "a live picture");
    }
    cart.run(
        "const end = document.querySelector('[data-key=end-0]'); end.focus();"
            + " for (let i = 0; i < 12; i++) end.dispatchEvent(new KeyboardEvent('keydown',"
            + " { key: 'ArrowUp', bubbles: true }))");
    cart.look("work-2-align");
    cart.touch("[data-key='rim']");
    assertTrue(shop.waitUntil(() -> cart.text("#work-words").contains("Kept")), "kept");
    cart.touch("[data-key='menu']");
    assertTrue(shop.waitUntil(() -> cart.has("[data-key='enrol']")));
  }

  private void enrol(SimulatedShop shop, Browser cart) throws IOException {
    cart.touch("[data-key='enrol']");
    cart.run(
        "const it = document.querySelector('#sheet input'); it.value = 'honey';"
            + " it.dispatchEvent(new Event('input'))");
    cart.await("return !!document.querySelector('#found button')");
    cart.look("work-3-which");
    cart.touch("#found button");
    assertTrue(shop.waitUntil(() -> cart.has("#work-keep")), "the page of a product");
    Wardrobe wardrobe = new Wardrobe(DemoShop.articles(), new Chance(0));
    try (TurnedProduct honey = new TurnedProduct(wardrobe, HONEY)) {
      for (int side = 0; side < SIDES; side++) {
        shop.workshop().look(0, honey.next());
        int shown = side;
        shop.waitUntil(() -> shown < 3 || cart.has("#live-picture"));
      }
    }
    assertTrue(shop.waitUntil(() -> views(cart) >= 5), "sides are kept: " + views(cart));
    cart.await("return document.getElementById('live-picture')?.naturalWidth > 0");
    cart.look("work-4-turning");
    cart.touch("[data-key='keep']");
    assertTrue(shop.waitUntil(() -> cart.has(".big-mark")), "kept");
    cart.look("work-5-enrolled");
    try (var photos = Files.list(shop.shown().resolve(HONEY.value()))) {
      assertTrue(photos.count() >= 5, "as photos of a shop");
    }
    cart.touch("[data-key='menu']");
    assertTrue(shop.waitUntil(() -> cart.has("[data-key='calibrate']")));
  }

  private static int views(Browser cart) {
    String words = cart.text("#work-words .large").replaceAll("\\D", "");
    return words.isEmpty() ? 0 : Integer.parseInt(words);
  }

  private static void calibrate(SimulatedShop shop, Browser cart) throws IOException {
    cart.touch("[data-key='calibrate']");
    RehearsedCells cells = shop.cells();
    List<Procedure.Step> steps = List.of(Procedure.Step.values());
    for (Procedure.Step step : steps) {
      String place = String.valueOf(steps.indexOf(step) + 1);
      assertTrue(
          shop.waitUntil(
              () ->
                  cart.text(".work-place").startsWith("Step " + place)
                      && cart.has("[data-key='placed']:not([disabled])")),
          step.name());
      if (step == Procedure.Step.FRONT_LEFT) {
        cart.look("work-6-calibrate");
      }
      cells.place(step, KNOWN_GRAMS);
      cart.touch("[data-key='placed']");
    }
    assertTrue(shop.waitUntil(() -> cart.text("[role=status]").startsWith("Calibrated")), "done");
    assertEquals("", cart.text(".warning"));
    cart.look("work-7-calibrated");
  }

  private static String badge(Browser console) {
    return console.text(".cart .badge");
  }

  private static String result(Browser console) {
    return console.text(".cart .work");
  }
}
