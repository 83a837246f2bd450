package pannier.simulator.desk.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.app.bill.BillPrices;
import pannier.app.gate.StaffLine;
import pannier.app.loop.Settlements;
import pannier.app.replay.ReplayMain;
import pannier.app.screen.ProductPictures;
import pannier.app.timeline.JsonEvents;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.simulator.enrolment.EnrolledShop;
import pannier.simulator.enrolment.ShopGallery;
import pannier.simulator.evaluate.InstantGate;
import pannier.simulator.scale.Converter;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shop.ShopFiles;
import pannier.simulator.world.CameraSpec;
import pannier.simulator.world.WorldSpec;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;
import pannier.vision.recognise.ProductRecogniser;
import pannier.wire.Receipt;
import picocli.CommandLine;

/** What is saved of a simulated trip, replayed by the cart's own replay. */
class SavedTripTest {
  private static final ProductId COLA = new ProductId("nordvik-cola-0.5l");

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void aSavedTripIsReplayedLineByLineTheSame(@TempDir Path folder) throws IOException {
    EnrolledShop shop = twoProducts();
    Path saved = folder.resolve("saved");
    String played;
    try (ProductRecogniser recogniser =
            new ProductRecogniser(
                Embedder.open(EmbeddingModel.bundled()), shop.gallery(), PrintedCodes.none());
        SimulatedPlay play =
            SimulatedPlay.start(
                new WorldSpec(
                    shop.articles(),
                    CameraSpec.pairAtFifteenFrames().subList(0, 1),
                    Converter.HX711_10_KG,
                    3),
                new Shopping(shop.catalogue(), recogniser, recogniser.modelDigest(), nobody()),
                home(folder))) {
      played = play(play);
      play.save().write(saved, shop.gallery(), (nanos, of) -> {});
    }

    assertTrue(played.contains("\"event\":\"added\""), played);
    assertTrue(played.contains("\"event\":\"removed\""), played);
    assertEquals(played, replayed(saved));
    assertEquals(1 + 2, Files.readAllLines(saved.resolve("truth.csv")).size());
  }

  /** A bottle goes in, and comes out again. */
  private static String play(SimulatedPlay play) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    JsonEvents events = new JsonEvents(out, true);
    play.touch(new Input.Start("trip"));
    play.act(play.hands().put(COLA, HandsInWorld.Way.OPENLY));
    tick(play, 220, events);
    play.act(play.hands().take(COLA).orElseThrow());
    tick(play, 300, events);
    CartState end = play.state().orElseThrow();
    events.basket(
        end.basket(), end.open().size(), BillPrices.of(end.basket(), play.catalogue()).total());
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void tick(SimulatedPlay play, int ticks, JsonEvents events) throws IOException {
    for (int i = 0; i < ticks; i++) {
      Optional<Moment> moment = play.tick();
      moment
          .map(Moment::step)
          .ifPresent(step -> events.step(step.episodes(), step.sensors(), step.decisions()));
    }
  }

  private static String replayed(Path folder) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      assertEquals(
          0, new CommandLine(new ReplayMain()).execute("--json", "--sightings", folder.toString()));
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static EnrolledShop twoProducts() throws IOException {
    List<Article> articles = DemoShop.articles().subList(3, 5);
    Catalogue catalogue =
        new Catalogue(ShopFiles.EURO, articles.stream().map(Article::product).toList());
    return new EnrolledShop(
        catalogue, articles, new ShopGallery(articles, 2).open(1, (done, of) -> {}));
  }

  private static ProductPictures nobody() throws IOException {
    return ProductPictures.of(List.of());
  }

  private static Home home(Path folder) {
    return new Home() {
      @Override
      public Path journalFile() {
        return folder.resolve("journal.db");
      }

      @Override
      public Optional<StaffLine> openStaffLine() {
        return Optional.empty();
      }

      @Override
      public Optional<Receipt> receipt() {
        return Optional.empty();
      }

      @Override
      public Settlements openSettlements() {
        return new InstantGate();
      }
    };
  }
}
