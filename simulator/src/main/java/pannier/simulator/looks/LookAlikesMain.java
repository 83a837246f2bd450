package pannier.simulator.looks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import pannier.app.Exit;
import pannier.simulator.enrolment.EnrolledShop;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.opencv.OpenCv;
import pannier.vision.recognise.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./pannier look-alikes}: how many made-up products are taken for their look-alikes. */
@Command(
    name = "look-alikes",
    mixinStandardHelpOptions = true,
    description = "How many products of the simulator's own shop are taken for look-alikes.")
public final class LookAlikesMain implements Callable<Integer> {
  private static final int PRODUCTS = 1000;
  private static final int VIEWS_A_TIME = 3;

  @Option(names = "--every", description = "look at every so many-th product (default 10)")
  private int every = 10;

  @Option(names = "--views", description = "of each of them, in steps of three (default 21)")
  private int views = 21;

  @Option(names = "--json", description = "one JSON object, and nothing else")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Terminal terminal = new Terminal(System.err);

  private LookAlikesMain() {}

  public static void main(String[] arguments) {
    System.exit(Exit.run(new CommandLine(new LookAlikesMain()), arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (every < 1 || every > PRODUCTS || views < VIEWS_A_TIME) {
      throw new ParameterException(
          spec.commandLine(),
          "--every %d --views %d: expected 1 to %d, and 3 or more"
              .formatted(every, views, PRODUCTS));
    }
    OpenCv.load();
    EnrolledShop shop =
        EnrolledShop.own(
            PRODUCTS,
            Runtime.getRuntime().availableProcessors(),
            (done, of) -> terminal.progress("enrolling photo", done, of));
    try (Embedder embedder = Embedder.open(EmbeddingModel.bundled())) {
      print(
          new LookAlikes(shop.articles(), embedder, shop.gallery())
              .measure(
                  every,
                  views / VIEWS_A_TIME,
                  (done, of) -> terminal.progress("product", done, of)));
    }
    return 0;
  }

  private void print(LookAlikes.Figures figures) {
    ObjectNode object = new ObjectMapper().createObjectNode();
    object.put("look_alike_products", PRODUCTS).put("sampled", figures.alike().of());
    object.put("views", figures.views().of()).put("view_top1", figures.views().fraction());
    object.put("have_look_alike", figures.alike().fraction());
    object.put("confused_in_5_percent", figures.confused().fraction());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      out.println(object);
    } else {
      object.properties().forEach(each -> out.printf("%-22s %s%n", each.getKey(), each.getValue()));
    }
  }
}
