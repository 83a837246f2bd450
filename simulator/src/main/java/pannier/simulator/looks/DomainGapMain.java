package pannier.simulator.looks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import pannier.app.Exit;
import pannier.simulator.shop.PhotoShop;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Enrolment;
import pannier.vision.gallery.Gallery;
import pannier.vision.opencv.OpenCv;
import pannier.vision.recognise.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./pannier domain-gap}: the recogniser on real photos and on what the simulator draws. */
@Command(
    name = "domain-gap",
    mixinStandardHelpOptions = true,
    description = "The recogniser on real photos and on rendered items that wear them.")
public final class DomainGapMain implements Callable<Integer> {
  @Option(
      names = "--shop",
      required = true,
      paramLabel = "DIR",
      description = "a shop of real photos: catalogue.csv, enrol/PRODUCT, appear/PRODUCT")
  private Path folder = Path.of("shop");

  @Option(names = "--seed", description = "of everything left to chance (default 1)")
  private long seed = 1;

  @Option(names = "--json", description = "one JSON object, and nothing else")
  private boolean json;

  private final Terminal terminal = new Terminal(System.err);

  private DomainGapMain() {}

  public static void main(String[] arguments) {
    System.exit(Exit.run(new CommandLine(new DomainGapMain()), arguments));
  }

  @Override
  public Integer call() throws IOException {
    OpenCv.load();
    PhotoShop shop = PhotoShop.open(folder);
    try (Embedder embedder = Embedder.open(EmbeddingModel.bundled())) {
      Gallery gallery =
          new Enrolment(embedder)
              .folders(
                  List.of(shop.enrol()),
                  (done, of) -> terminal.progress("enrolling photo", done, of));
      DomainGap.Figures figures =
          new DomainGap(shop, embedder, gallery)
              .measure(seed, (done, of) -> terminal.progress("product", done, of));
      print(shop, gallery, figures);
    }
    return 0;
  }

  private void print(PhotoShop shop, Gallery gallery, DomainGap.Figures figures) {
    ObjectNode object = new ObjectMapper().createObjectNode();
    object.put("shop", String.valueOf(folder.getFileName())).put("seed", seed);
    object.put("enrolled", gallery.products().size()).put("products", shop.articles().size());
    object.put("photos", figures.real().of()).put("rendered_views", figures.views().of());
    object.put("real_top1", figures.real().fraction());
    object.put("rendered_view_top1", figures.views().fraction());
    object.put("rendered_pooled_top1", figures.pooled().fraction());
    object.put("gap", figures.gap());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      out.println(object);
    } else {
      object.properties().forEach(each -> out.printf("%-22s %s%n", each.getKey(), each.getValue()));
    }
  }
}
