package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;
import pannier.app.pair.ShownCode;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Code;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.payment.cart.coap.CartPairing;
import pannier.payment.cart.coap.RefusedPairingException;
import pannier.simulator.shopper.Deed;
import pannier.vision.codes.CodeReader;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;
import pannier.vision.photo.Photo;
import pannier.wire.PairingCode;

/** Codes on real pages, read off the screen as a camera does, used over the real protocol. */
final class PairingPageTest {
  private static final ProductId HONEY = new ProductId("terra-honey-500g");

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void staffPairACartByTheCodeOnTheirScreenAndUnpairIt() throws Exception {
    try (Browser browser = Browser.open(1280, 800);
        SimulatedShop shop = new SimulatedShop(folder, List.of())) {
      StaffAtConsole staff = StaffAtConsole.signIn(browser, shop);
      browser.touch("[data-key='page-pairing']");
      browser.await("return !!document.querySelector('[data-key=code]')");
      look(browser, "pairing-1");
      browser.touch("[data-key='code']");
      browser.await("return !!document.querySelector('svg.qr')");
      Path photo = look(browser, "pairing-2-code");
      PairingCode code = ShownCode.inPhoto(photo);

      CartPairing cart = new CartPairing(folder.resolve("cart-7"));
      cart.pair("cart-7", code);
      browser.await("return !!document.getElementById('pairing-note')");
      assertEquals("The cart is paired.", browser.text("#pairing-note"));
      browser.await("return !!document.querySelector('[data-key=\"unpair-cart-7\"]')");
      look(browser, "pairing-3-paired");
      assertThrows(
          RefusedPairingException.class,
          () -> new CartPairing(folder.resolve("thief")).pair("cart-8", code));

      browser.touch("[data-key='unpair-cart-7']");
      staff.writeReason("Goes to the workshop");
      look(browser, "pairing-4-unpair");
      browser.touch("[data-key='do']");
      browser.await("return !document.querySelector('[data-key=\"unpair-cart-7\"]')");
      staff.visit("log", "Goes to the workshop");
      assertTrue(browser.text("main").contains("Showed a pairing code"), browser.text("main"));
    }
  }

  @Test
  void shopperBeginsATripByPhoneSeesTheBasketThereAndGetsTheReceipt() throws Exception {
    List<Deed> hands = List.of(new Deed.Put(6_000_000_000L, HONEY, Optional.empty()));
    try (Browser phone = Browser.open(420, 900);
        SimulatedShop shop = new SimulatedShop(folder, hands)) {
      phone.go(shop.url("/phone"));
      phone.await("return !!document.getElementById('code')");
      phone.run("document.getElementById('member').value = 'm-77'");
      look(phone, "phone-login-1");
      phone.touch("#code");
      phone.await("return !!document.querySelector('svg.qr')");
      Code code = read(look(phone, "phone-login-2"));
      assertTrue(code.isLogin(), code.text());

      shop.touch(new Input.CodeShown(code));
      assertTrue(
          shop.waitUntil(() -> shop.state().trip() instanceof TripState.Shopping), "it begins");
      TripState.Shopping begun = (TripState.Shopping) shop.state().trip();
      assertEquals("m-77", begun.trip().accord().wallet().member());
      assertTrue(shop.waitUntil(() -> phone.text("#basket").contains("cart-1")), "its cart");
      look(phone, "phone-login-3");
      assertTrue(shop.playUntil(() -> shop.state().basket().pieces(HONEY) == 1, 30), "honey");
      assertTrue(
          shop.waitUntil(() -> phone.text("#basket").contains("Blossom honey 500 g")),
          "the phone shows it");
      look(phone, "phone-basket");
      shop.touch(new Input.Pay());
      assertTrue(shop.waitUntil(() -> shop.state().trip() instanceof TripState.Reviewing), "bill");
      shop.touch(new Input.Exit());
      assertTrue(shop.waitUntil(() -> phone.has("[data-receipt]")), "the receipt comes by itself");
      look(phone, "phone-receipt");
      phone.requireNoComplaints();
    }
  }

  private static Code read(Path photo) throws IOException {
    Mat picture = Photo.read(photo);
    try (CodeReader reader = new CodeReader()) {
      return reader.read(picture).stream()
          .findFirst()
          .orElseThrow(() -> new AssertionError("no code is read in " + photo));
    } finally {
      picture.release();
    }
  }

  private static Path look(Browser browser, String name) throws IOException {
    return browser.lookHere(name);
  }
}
