package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.app.bill.BillPrices;
import pannier.app.bill.PriceLists;
import pannier.app.screen.AtGate;
import pannier.domain.basket.Bill;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.Input;
import pannier.domain.trip.TripState;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.Answer;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.Settlements;
import pannier.gate.settlement.ShopPrices;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.csv.CatalogueFile;
import pannier.pricing.json.PriceList;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/**
 * The store changes its prices while somebody shops: the open screen shows what is cheaper by now,
 * and the gate then charges just that. Its receipt says line by line what benefits paid, and why.
 */
final class NewPricesTest {
  private static final String HEADER =
      "product,name,unit,price,currency,mass_g,mass_sd_g,tax,snap,deposit,deposit_by_law\n";
  private static final String COLA =
      """
      cola,Cola,piece,1.99,USD,350,3,general,true,0.05,0.05
      soap,Almond soap,piece,2.50,USD,120,2,general,false,,
      """;
  private static final String BEFORE =
      HEADER + "milk,Whole milk,piece,3.49,USD,1000,5,food,true,,\n" + COLA;
  private static final String AFTER =
      HEADER
          + "milk,Whole milk,piece,2.99,USD,1000,5,food,true,,\n"
          + COLA.replace("2.50", "2.80"); // dearer for the next trip, not for this one
  private static final String RULES =
      """
      {"zone":"America/Chicago","state":"TX","tax_rounding":"item",
       "tax_rates":{"general":"0.0825","food":"0"}}
      """;
  private static final TenderOffer CARD = new TenderOffer("card", "sandbox-ok");
  private static final TenderOffer SNAP = new TenderOffer("snap", "sandbox-ok");

  /** Noon in Chicago on the cart's day. */
  private static final Instant NOW = Instant.parse("2026-03-10T17:00:00Z");

  private static final long DAY = 20_522; // 2026-03-10

  @TempDir private Path folder;

  @Test
  void fallenPriceShowsAtOnceAndIsWhatTheGateCharges() throws Exception {
    PriceLists lists = PriceLists.in(folder);
    Assortment shop = shop("before.csv", BEFORE);
    BillPrices prices = new BillPrices("cart-1", shop.catalogue(), lists);
    String first = lists.keep(list(shop).document());
    AtomicReference<Optional<Receipt>> receipt = new AtomicReference<>(Optional.empty());
    AtGate gate = new AtGate(receipt::get, "", List.of(CARD, SNAP));
    try (Browser browser = Browser.open(1280, 800);
        HeartScreen heart = new HeartScreen(prices, gate, false)) {
      heart.happens(new Input.PriceList(first), new Input.Today(DAY), new Input.Start("trip-1"));
      heart.playUntil(() -> heart.state().trip() instanceof TripState.Shopping);
      for (String product : List.of("milk", "cola", "soap")) {
        heart.putIn(new ProductId(product));
      }
      browser.go(heart.url());
      heart.reach(browser, "#total");
      assertEquals("$8.40", browser.text("#total")); // 3.49 + 1.99 + 2.50, tax 0.16 + 0.21, 0.05
      assertFalse(browser.has("#new-prices"));

      Assortment now = shop("after.csv", AFTER);
      heart.happens(new Input.PriceList(lists.keep(list(now).document())));
      heart.reach(browser, "#new-prices");
      assertEquals("$7.90", browser.text("#total")); // 0.50 less: milk is not taxed
      assertTrue(browser.text("#lines").contains("$2.99"), browser.text("#lines"));
      assertFalse(browser.text("#lines").contains("$2.80"), "nothing gets dearer");
      browser.lookInEachLanguage("cart-9-new-prices");

      browser.touch("[data-key='pay']");
      heart.reach(browser, "[data-key='exit']");
      browser.touch("[data-key='ways']");
      browser.await("return document.getElementById('sheet').open");
      browser.touch("[data-key='add-snap']");
      heart.reach(browser, "#ways li:nth-child(2)");
      browser.touch("[data-key='ways-done']");
      // SNAP pays milk, cola and the deposit by law; on the cola there is no tax then.
      heart.reach(browser, "#payment");
      assertEquals("$7.74", browser.text("#total"));
      browser.touch("[data-key='exit']");
      heart.reach(browser, "#stage[data-stage='PAYING']");

      Receipt paid = settle(prices, ((TripState.Settling) heart.state().trip()).bill(), now);
      assertEquals(774, paid.totalMinor(), "the gate charges what the screen said");
      receipt.set(Optional.of(paid));
      heart.happens(new Input.GateSettled(1, paid.receiptId()));
      heart.reach(browser, "#receipt");
      String paper = browser.text("#receipt");
      assertTrue(paper.contains("shelf $3.49, gate $2.99"), paper);
      assertTrue(paper.contains("SNAP paid $2.04 of it, and there is no tax on that"), paper);
      assertTrue(paper.contains("SNAP paid $2.99 of it"), paper);
      assertTrue(paper.contains("deposit $0.05"), paper);
      assertTrue(paper.contains("price list changed during your trip"), paper);
      browser.lookInEachLanguage("cart-9-receipt-benefits");
      browser.speak("fr");
      assertTrue(browser.text("#receipt").contains("8,25"), browser.text("#receipt"));
      browser.requireNoComplaints();
    }
  }

  /** At a gate that sells by other prices than the cart knew when the trip began. */
  private Receipt settle(BillPrices prices, Bill bill, Assortment now) throws IOException {
    SettlementRequest request = SettlementRequest.of(prices.freeze(bill), SNAP, CARD);
    try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"));
        SandboxProvider provider = SandboxProvider.open(folder.resolve("sandbox.db"))) {
      GateParts parts =
          new GateParts(
              ledger,
              provider,
              (key, receiptId) -> {},
              now.catalogue(),
              () -> NOW,
              ShopPrices.of(list(now)));
      Answer answer = new Settlements(parts).settle("cart-1", SettlementCodec.encode(request));
      return switch (answer) {
        case Answer.Replied it -> (Receipt) SettlementCodec.decodeReply(it.reply().bytes());
        case Answer.Refused it -> throw new AssertionError(it.problem());
      };
    }
  }

  private Assortment shop(String name, String csv) throws IOException {
    return CatalogueFile.open(Files.writeString(folder.resolve(name), csv));
  }

  private PriceList list(Assortment shop) throws IOException {
    return PriceList.of(Files.writeString(folder.resolve("rules.json"), RULES), shop);
  }
}
