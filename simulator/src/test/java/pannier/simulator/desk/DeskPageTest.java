package pannier.simulator.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.Catalogue;
import pannier.simulator.browser.Browser;
import pannier.simulator.desk.Workshop.Folders;
import pannier.simulator.enrolment.EnrolledShop;
import pannier.simulator.enrolment.ShopGallery;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shop.ShopFiles;
import pannier.vision.opencv.OpenCv;
import pannier.web.WebServer;

/** The simulator's page in a real browser, above the real loop, vision and gate. */
@TestInstance(Lifecycle.PER_CLASS)
class DeskPageTest {
  private static final String COLA = "nordvik-cola-0.5l";
  private static final String ON_THE_SHELF = ".product[data-product='%s']".formatted(COLA);
  private static final String IN_THE_BASKET =
      ".item:not(.coming)[data-product='%s']".formatted(COLA);
  private static final int UNLIMITED = 0;

  /** Each chip whose fault the shopper is told of, with the words. */
  private static final Map<String, String> FAULTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("camera 0 covered", "Camera 1 is covered"),
              Map.entry("camera 1 covered", "Camera 2 is covered"),
              Map.entry("camera 0 dark", "Camera 1 sees too little light"),
              Map.entry("camera 1 dark", "Camera 2 sees too little light"),
              Map.entry("camera 0 blurred", "Camera 1 sees badly"),
              Map.entry("camera 1 blurred", "Camera 2 sees badly"),
              Map.entry("camera 0 unplugged", "Camera 1 gives no pictures"),
              Map.entry("camera 1 unplugged", "Camera 2 gives no pictures"),
              Map.entry("scale -1 unplugged", "The scale says nothing"),
              Map.entry("scale 0 unplugged", "The scale cannot be trusted now"),
              Map.entry("scale 3 unplugged", "The scale cannot be trusted now")));

  private static final String SHOPPERS =
      "const screen = document.querySelector('iframe[src=\"/cart\"]')?.contentDocument; ";

  private Browser browser;
  private Workshop workshop;
  private WebServer server;

  @BeforeAll
  void openTheShop(@TempDir Path folder) throws IOException {
    browser = Browser.open(1600, 1000);
    OpenCv.load();
    workshop = new Workshop(new Folders(folder, folder.resolve("recordings")), 5);
    Screens screens = new Screens(workshop);
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = WebServer.start(any, Set.of(), screens.routes());
    workshop.mountAt(screen -> server.replace(screens.routesWith(screen)), "");
    workshop.open(twoProducts());
  }

  private static EnrolledShop twoProducts() throws IOException {
    List<Article> articles = DemoShop.articles().subList(3, 5);
    Catalogue catalogue =
        new Catalogue(ShopFiles.EURO, articles.stream().map(Article::product).toList());
    return new EnrolledShop(
        catalogue, articles, new ShopGallery(articles, 2).open(1, (done, of) -> {}));
  }

  @AfterAll
  void closeTheShop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
    if (workshop != null) {
      workshop.close();
    }
  }

  @BeforeEach
  void aNewTrip() throws IOException {
    workshop.begin();
    workshop.desk().call(() -> pace(false));
    browser.go("http://127.0.0.1:%d/".formatted(server.port()));
    browser.await("return document.querySelectorAll('.product').length === 2");
  }

  private boolean pace(boolean held) {
    workshop.desk().speed(UNLIMITED);
    workshop.desk().hold(held);
    return held;
  }

  @Test
  void whatIsDraggedIntoTheBasketIsDecidedAndListed() throws IOException {
    browser.drag(ON_THE_SHELF, "#above");

    awaitDecision("added");
    awaitInCart(1);
    assertTrue(browser.text(".episode.added").contains("Cola 0.5 l"));
    assertTrue(browser.has(".episode.added .evidence .seen"));
    assertTrue(browser.has(".episode.added .evidence .felt"));
    browser.picture("desk");
  }

  @Test
  void whatIsDraggedOutLeavesTheList() {
    browser.touch(ON_THE_SHELF);
    awaitInCart(1);
    browser.await("return document.querySelector(arguments[0]) !== null", IN_THE_BASKET);

    browser.drag(IN_THE_BASKET, "#search");

    awaitDecision("removed");
    browser.await("return document.querySelectorAll('#contents tr').length === 0");
  }

  @Test
  void aCoveredCameraIsUntrustedUntilItIsUncovered() {
    String covered = "[data-fault='camera 0 covered']";

    browser.touch(covered);

    browser.await("return !!document.querySelector('.camera.untrusted[data-camera=\"0\"]')");
    browser.await(
        "return document.querySelector('#story').textContent.includes(arguments[0])",
        "camera 0 is untrusted: covered");
    assertEquals(1, browser.list(".camera.untrusted").size());

    browser.touch(covered);

    browser.await("return !document.querySelector('.camera.untrusted')");
    assertTrue(browser.text("#story").contains("camera 0 is trusted again"));
  }

  /** What is broken by hand is said on the shopper's own screen until it is mended. */
  @Test
  void eachFaultIsSaidOnTheShoppersScreenUntilItIsMended() throws IOException {
    onShoppersScreen("[data-key=pay]", "");
    awaitSecond(4);
    for (Map.Entry<String, String> fault : FAULTS.entrySet()) {
      String chip = "[data-fault='%s']".formatted(fault.getKey());

      browser.touch(chip);
      onShoppersScreen(".doubt", fault.getValue());
      browser.await("return !!document.querySelector(arguments[0])", chip + "[aria-pressed=true]");

      browser.touch(chip);
      browser.await(SHOPPERS + "return !!screen && !screen.querySelector('.doubt')");
    }
    List<String> others =
        List.of(
            "camera 0 frozen",
            "camera 1 frozen",
            "camera 0 noisy",
            "camera 1 noisy",
            "scale -1 frozen",
            "scale -1 noisy");
    Set<Object> onThePage = new TreeSet<>();
    for (int i = 0; i < browser.list("[data-fault]").size(); i++) {
      onThePage.add(
          browser.run(
              "return document.querySelectorAll('[data-fault]')[arguments[0]].dataset.fault", i));
    }
    Set<Object> clicked = new TreeSet<>(FAULTS.keySet());
    clicked.addAll(others); // which the cart does not notice at once, or at all
    assertEquals(clicked, onThePage, "no chip of the page is left out");
  }

  /** A camera that stands still is found out as soon as something should move in its picture. */
  @Test
  void aFrozenCameraIsFoundOutByWhatTheOtherOneSees() {
    awaitSecond(4); // it takes three to learn how its pictures differ
    for (int camera = 0; camera < 2; camera++) {
      String frozen = "[data-fault='camera %d frozen']".formatted(camera);
      browser.touch(frozen);
      browser.await(
          "return !!document.querySelector(arguments[0])", frozen + "[aria-pressed=true]");
      browser.touch(ON_THE_SHELF);

      onShoppersScreen(".doubt", "Camera %d stands still".formatted(camera + 1));

      browser.touch(frozen);
      browser.await(SHOPPERS + "return !!screen && !screen.querySelector('.doubt')");
    }
  }

  /** Four cells that all stand still are not told from a basket at rest; nothing is billed. */
  @Test
  void whatAFrozenScaleDoesNotFeelIsNotBookedByTheCamerasAlone() {
    String chip = "[data-fault='scale -1 frozen']";
    browser.touch(chip);
    browser.await("return !!document.querySelector(arguments[0])", chip + "[aria-pressed=true]");
    browser.touch(ON_THE_SHELF);

    browser.await("return !!document.querySelector('#story .note.truth')");
    awaitSeconds(15);
    assertFalse(browser.has(".episode.added"));
    onShoppersScreen("#total", "0.00");
  }

  @Test
  void noiseInAPictureIsNoReasonToDoubtIt() {
    browser.touch("[data-fault='camera 0 noisy']");
    browser.touch("[data-fault='camera 1 noisy']");
    browser.await(
        "return document.querySelectorAll('[data-fault$=noisy][aria-pressed=true]').length === 2");
    browser.touch(ON_THE_SHELF);

    browser.await("return !!document.querySelector('.episode')");
    assertFalse(browser.has(".camera.untrusted"));
  }

  @Test
  void whatPeopleAndFloorsDoIsNeverBooked() {
    Object begun = browser.run("return document.getElementById('time').textContent");
    browser.run("document.querySelectorAll('#disturbances button').forEach(it => it.click())");
    browser.await("return document.querySelectorAll('#story .note.deed').length === 7");

    // The longest of them takes six seconds.
    browser.await(
        "const seconds = text => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1]);"
            + " return seconds(document.getElementById('time').textContent)"
            + " > seconds(arguments[0]) + 9",
        begun);

    assertFalse(browser.has(".episode.added, .episode.removed"));
    onShoppersScreen("#total", "0.00");
  }

  @Test
  void aCartThatLosesItsPowerIsDarkAndGoesOnWithItsBasket() {
    browser.touch(ON_THE_SHELF);
    awaitInCart(1);

    browser.touch("[data-power=cart]");

    browser.await(
        "return document.querySelector('.screen .off-air').textContent === 'the cart is off'");
    browser.await("return document.querySelector('#state').textContent === 'the cart is off'");
    browser.touch("[data-power=cart]");
    awaitInCart(1);
    onShoppersScreen("#lines", "Cola 0.5 l");
  }

  @Test
  void aGateThatIsSwitchedOffTakesItsConsoleWithIt() {
    browser.touch("[data-power=gate]");
    browser.await(
        "const off = document.querySelectorAll('.screen .off-air')[1];"
            + " return !off.hidden && off.textContent === 'the gate is off'");

    browser.touch("[data-power=gate]");
    browser.await(
        "const staff = document.querySelector('iframe[src=\"/staff\"]')?.contentDocument;"
            + " return document.querySelectorAll('.screen .off-air')[1].hidden"
            + " && !!staff?.getElementById('enter')");
  }

  @Test
  void aCutNetworkHoldsThePaymentUntilItIsBack() {
    browser.touch(ON_THE_SHELF);
    awaitInCart(1);
    browser.touch("[data-power=network]");
    browser.await(
        "return document.querySelector('[data-power=network]').classList.contains('off')");
    onShoppersScreen("[data-key=pay]:not([disabled])", "");
    touchShoppers("[data-key=pay]");
    onShoppersScreen("[data-key=exit]", "");
    touchShoppers("[data-key=exit]");
    browser.await("return document.getElementById('state').textContent.startsWith('settling')");

    browser.touch("[data-power=network]");

    browser.await("return document.getElementById('state').textContent.startsWith('settled')");
    onShoppersScreen("#receipt", "Cola 0.5 l");
  }

  @Test
  void aClockThatJumpsLosesNothingThatWasBooked() {
    browser.touch(ON_THE_SHELF);
    awaitInCart(1);

    browser.touch("[data-power=clock]");

    browser.await(
        "return document.querySelector('#story').textContent.includes(arguments[0])", "clock off");
    browser.await("return !document.querySelector('[data-power=clock]').classList.contains('off')");
    awaitInCart(1);
    onShoppersScreen("#lines", "Cola 0.5 l");
  }

  /** Until the cart is so old. */
  private void awaitSecond(int seconds) {
    browser.await(
        "const [minutes, rest] = document.getElementById('time').textContent.split(':');"
            + " return 60 * Number(minutes) + Number(rest) >= arguments[0]",
        seconds);
  }

  /** So much longer, on the cart's clock. */
  private void awaitSeconds(int more) {
    Object now = browser.run("return document.getElementById('time').textContent.split(':')[0]");
    Object rest = browser.run("return document.getElementById('time').textContent.split(':')[1]");
    double seconds = 60 * Double.parseDouble("" + now) + Double.parseDouble("" + rest);
    awaitSecond((int) Math.ceil(seconds) + more);
  }

  private void touchShoppers(String css) {
    browser.run(SHOPPERS + "screen.querySelector(arguments[0]).click()", css);
  }

  private void onShoppersScreen(String css, String words) {
    browser.await(
        SHOPPERS
            + "return [...(screen?.querySelectorAll(arguments[0]) ?? [])]"
            + ".some(it => it.textContent.includes(arguments[1]))",
        css,
        words);
  }

  private void awaitDecision(String what) {
    browser.await("return !!document.querySelector('.episode.' + arguments[0])", what);
  }

  private void awaitInCart(int pieces) {
    browser.await(
        "return document.querySelector('#contents .same td:nth-child(4)')?.textContent"
            + " === arguments[0]",
        String.valueOf(pieces));
  }
}
