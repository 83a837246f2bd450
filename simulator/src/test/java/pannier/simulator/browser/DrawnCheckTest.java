package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
      StaffAtConsole staff = StaffAtConsole.signIn(console, shop);
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
      staff.lookInEachLanguage("staff-3-drawn", ".check .signs li");

      foundWrong(shop, console, staff);
      assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Declined), "back");
      cart.await("return document.body.textContent.includes('Staff put it right with you')");
      shop.touch(new Input.Back());
      pay(shop);
      assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Settled), "paid");
      assertTrue(shop.waitUntil(() -> !console.has(LOOK)), "staff were there already");

      nextShopperIsRight(shop, console, staff);
      staff.visit("day", "2 of them were drawn by the gate");
      String day = console.text("#drawn");
      assertTrue(day.contains("1 wrong") && day.contains("€1.20 missing"), day);
      console.look("staff-5-day-drawn");
      console.requireNoComplaints();
      cart.requireNoComplaints();
    }
  }

  private static void foundWrong(SimulatedShop shop, Browser console, StaffAtConsole staff)
      throws IOException {
    look(shop, console);
    console.look("staff-3-drawn-pictures");
    console.touch("[data-key='check-wrong']");
    console.await("return !!document.getElementById('off')");
    console.run("document.getElementById('off').value = '1.20'");
    staff.writeReason("a tin of tea under the bag");
    console.look("staff-3-drawn-wrong");
    console.touch("[data-key='do']");
  }

  private static void nextShopperIsRight(SimulatedShop shop, Browser console, StaffAtConsole staff)
      throws IOException {
    shop.touch(new Input.Done());
    assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Idle), "free again");
    shop.touch(new Input.Start("next-trip", List.of(new Content(HONEY, 1)), false));
    assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Shopping), "started");
    pay(shop);
    assertTrue(shop.waitUntil(() -> console.has(LOOK)), "drawn, too");
    console.touch(LOOK);
    assertTrue(shop.waitUntil(() -> console.has("[data-key='check-right']")), "it answers");
    console.touch("[data-key='check-right']");
    staff.doIt("honey, as billed");
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
}
