package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import pannier.app.bill.BillPrices;
import pannier.app.screen.AtGate;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.evidence.Candidate;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shop.ShopFiles;
import pannier.wire.TenderOffer;

/**
 * A trip by two keys, as a keyboard has them and as two switches give them: one goes on to the next
 * thing, one takes it. Each page is looked at with the letters, colours and places that shoppers
 * may choose.
 */
final class KeyboardTripTest {
  private static final String[][] SETTINGS = {
    {"size", "200"}, {"contrast", "high"}, {"hand", "left"}, {"reach", "low"}
  };
  private static final int MOST_STEPS = 60;

  @Test
  void aWholeTripIsMadeWithTwoKeys() throws IOException {
    BillPrices prices = new BillPrices("cart-1", catalogue());
    AtGate gate =
        new AtGate(
            Optional::empty,
            "http://gate.example/phone",
            List.of(new TenderOffer("card", "reader")));
    try (Browser browser = Browser.open(1280, 800);
        HeartScreen heart = new HeartScreen(prices, gate, false)) {
      browser.go(heart.url());
      heart.reach(browser, "[data-key='start']");
      look(browser, "welcome");
      take(browser, "start");
      heart.reach(browser, "[data-key='pay']");

      heart.seesIn(
          List.of(
              new Candidate(DemoShop.TEA_MINT, 0.52), new Candidate(DemoShop.TEA_VERBENA, 0.45)));
      assertTrue(heart.playUntil(() -> !heart.state().open().isEmpty()), "a question");
      int number = heart.state().open().getFirst().number();
      heart.reach(browser, ".choices button");
      look(browser, "question");
      take(browser, number + "-" + DemoShop.TEA_MINT.value());
      assertTrue(heart.waitUntil(() -> heart.state().basket().pieces(DemoShop.TEA_MINT) == 1));
      heart.reach(browser, "[data-key='pay']:not([disabled])");

      take(browser, "bar-price");
      browser.await("return document.getElementById('sheet').open");
      look(browser, "price");
      browser.press(Keys.ESCAPE);
      browser.await("return !document.getElementById('sheet').open");
      assertEquals("bar-price", browser.focused(), "whoever opened a sheet is where they were");

      take(browser, "pay");
      heart.reach(browser, "[data-key='exit']");
      look(browser, "bill");
      take(browser, "exit");
      heart.reach(browser, "#stage[data-stage='PAYING']");
      look(browser, "paying");
      heart.happens(new Input.GateDeclined(1, "expired-card"));
      heart.reach(browser, "#stage[data-stage='DECLINED']");
      look(browser, "declined");
      take(browser, "again");
      heart.reach(browser, "[data-key='exit']");
      take(browser, "exit");
      heart.reach(browser, "#stage[data-stage='PAYING']");
      heart.happens(new Input.GateSettled(2, "R-0000000000000000"));
      heart.reach(browser, "[data-key='done']");
      look(browser, "paid");
      take(browser, "done");
      heart.reach(browser, "[data-key='start']");
      assertTrue(heart.state().trip() instanceof TripState.Idle);
      browser.requireNoComplaints();
    }
  }

  /** Goes on until this has the focus, which is to be seen, and takes it. */
  private static void take(Browser browser, String key) {
    for (int step = 0; step < MOST_STEPS && !browser.focused().equals(key); step++) {
      browser.press(Keys.TAB);
    }
    assertEquals(key, browser.focused(), "is reached");
    assertEquals(
        "solid",
        browser.run("return getComputedStyle(document.activeElement).outlineStyle"),
        "and seen");
    browser.press(Keys.ENTER);
  }

  private static void look(Browser browser, String page) throws IOException {
    for (String[] setting : SETTINGS) {
      String before =
          String.valueOf(
              browser.run("return document.documentElement.dataset[arguments[0]]", setting[0]));
      set(browser, setting[0], setting[1]);
      String name = "cart-g-%s-%s-%s".formatted(page, setting[0], setting[1]);
      browser.picture(name);
      browser.requireAccessible(name);
      browser.requireNothingCutOff(name);
      set(browser, setting[0], before);
    }
  }

  private static void set(Browser browser, String setting, String value) {
    browser.run("document.documentElement.dataset[arguments[0]] = arguments[1]", setting, value);
  }

  private static Catalogue catalogue() {
    return new Catalogue(
        ShopFiles.EURO, DemoShop.articles().stream().map(Article::product).toList());
  }
}
