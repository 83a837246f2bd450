package pannier.simulator.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.app.bill.BillPrices;
import pannier.app.journal.Journal;
import pannier.app.loop.Cart;
import pannier.app.sight.Eyes;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TickRecord;
import pannier.simulator.enrolment.EnrolmentPhotos;
import pannier.simulator.evaluate.InstantGate;
import pannier.simulator.scale.Converter;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shop.ShopFiles;
import pannier.simulator.shopper.Deed;
import pannier.simulator.shopper.Shopper;
import pannier.simulator.world.CameraSpec;
import pannier.simulator.world.Chance;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.Wardrobe;
import pannier.simulator.world.WorldSpec;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

/** The real loop, vision, model and reconciler above simulated devices; only the gate is not. */
class WholeTripTest {
  private static final long SECOND = 1_000_000_000L;
  private static final ProductId HONEY = new ProductId("terra-honey-500g");
  private static final ProductId CRISPS = new ProductId("krax-paprika-175g");

  private final ObjectMapper mapper = new ObjectMapper();

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void whatTwoCamerasSeeIsBookedOnceBilledPaidAndPlayedAgain() throws IOException {
    List<Deed> script =
        List.of(
            new Deed.Put(3 * SECOND, HONEY, Optional.empty()),
            new Deed.Put(6 * SECOND, CRISPS, Optional.empty()),
            new Deed.Take(10 * SECOND, HONEY, Optional.empty()),
            new Deed.Pay(12 * SECOND),
            new Deed.Exit(14 * SECOND));
    List<JsonNode> told = play(script);
    assertEquals(List.of(HONEY.value(), CRISPS.value()), products(told, "added"));
    assertEquals(List.of(HONEY.value()), products(told, "removed"));
    JsonNode bill = told.stream().filter(event -> named(event, "bill")).findFirst().orElseThrow();
    assertEquals(
        "[{\"product\":\"krax-paprika-175g\",\"pieces\":1}]", bill.get("lines").toString());
    assertEquals(199, bill.get("total_minor").asLong());
  }

  private List<JsonNode> play(List<Deed> script) throws IOException {
    List<Article> articles = DemoShop.articles();
    new EnrolmentPhotos(new Wardrobe(articles, new Chance(0)), new Chance(1))
        .write(folder, articles.stream().map(Article::id).toList(), 6);
    Catalogue catalogue =
        new Catalogue(ShopFiles.EURO, articles.stream().map(Article::product).toList());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Eyes eyes = Eyes.open(List.of(folder), PrintedCodes.of(catalogue), (done, of) -> {});
        SimulatedWorld world = new SimulatedWorld(twoCameras(articles));
        Journal journal = Journal.open(folder.resolve("journal.db"));
        Cart cart = CartWiring.cart(world, eyes, catalogue, journal, new InstantGate())) {
      CartEvents events = new CartEvents(new PrintStream(out, true, StandardCharsets.UTF_8));
      SimulatedCart.Telling telling =
          new SimulatedCart.Telling(events, new BillPrices("cart", catalogue), 0);
      Shopper shopper = new Shopper(world, script);
      assertTrue(
          new SimulatedCart(world, shopper, cart, Optional::empty, telling).run("trip"),
          "paid; told: " + out.toString(StandardCharsets.UTF_8));
    }
    requirePlaysAgain();
    List<JsonNode> told = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      told.add(mapper.readTree(line));
    }
    return told;
  }

  private static WorldSpec twoCameras(List<Article> articles) {
    List<CameraSpec> cameras = List.of(CameraSpec.overNearRim(-0.18), CameraSpec.overNearRim(0.18));
    return new WorldSpec(articles, cameras, Converter.HX711_10_KG, 1);
  }

  /** The journal's ticks, given to a fresh core, lead to the journal's decisions. */
  private void requirePlaysAgain() throws IOException {
    try (Journal journal = Journal.openExisting(folder.resolve("journal.db"))) {
      CartCore core = journal.findSetup(1).orElseThrow().core();
      CartState state = core.start(0);
      List<Decision> again = new ArrayList<>();
      for (TickRecord record : journal.ticks(1)) {
        CartCore.Step step = core.tick(state, record);
        state = step.state();
        again.addAll(step.decisions());
      }
      assertEquals(3, again.size());
      assertEquals(journal.decisions(1), again);
    }
  }

  private static boolean named(JsonNode event, String name) {
    return event.path("event").asText().equals(name);
  }

  private static List<String> products(List<JsonNode> told, String name) {
    return told.stream()
        .filter(event -> named(event, name))
        .map(event -> event.path("product").asText())
        .toList();
  }
}
