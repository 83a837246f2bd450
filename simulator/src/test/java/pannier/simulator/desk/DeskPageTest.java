package pannier.simulator.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
