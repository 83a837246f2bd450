package pannier.simulator.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pannier.app.Exit;
import pannier.simulator.enrolment.EnrolledShop;
import pannier.vision.gallery.Enrolment;
import pannier.vision.opencv.OpenCv;
import pannier.vision.recognise.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./pannier evaluate}: how many receipts are exactly right. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Receipt accuracy over simulated trips: sensors rendered, real model.")
public final class EvaluateMain implements Callable<Integer> {
  @Option(names = "--trips", required = true, description = "how many")
  private int trips;

  @Option(names = "--seed", required = true, description = "of everything left to chance")
  private long seed;

  @Option(names = "--items", description = "mean number of items of a trip (default 12)")
  private double items = 12;

  @Option(
      names = "--adversarial",
      paramLabel = "F",
      description = "fraction of trips on which the shopper cheats (default 0)")
  private double adversarial;

  @Option(
      names = "--shop",
      paramLabel = "DIR",
      description = "a shop of real photos: catalogue.csv, enrol/PRODUCT, appear/PRODUCT")
  private @Nullable Path folder;

  @Option(names = "--products", description = "of the simulator's own shop (default 1000)")
  private int products = 1000;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "write a page about the wrong receipts: pictures, weight curves, stories")
  private @Nullable Path report;

  @Option(
      names = "--looks",
      paramLabel = "FILE",
      description = "write each sighting with what it was truly of, one JSON object a line")
  private @Nullable Path looks;

  @Option(names = "--stories", description = "tell every trip's story on standard error")
  private boolean stories;

  @Option(names = "--json", description = "one JSON object a line, and nothing else")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Terminal terminal = new Terminal(System.err);

  private EvaluateMain() {}

  public static void main(String[] arguments) {
    System.exit(Exit.run(new CommandLine(new EvaluateMain()), arguments));
  }

  @Override
  public Integer call() throws IOException {
    requireUsable();
    long began = System.nanoTime();
    OpenCv.load();
    int threads = Runtime.getRuntime().availableProcessors();
    EnrolledShop shop = shop(threads);
    Evaluation evaluation =
        new Evaluation(
            new Evaluation.Shop(shop.catalogue(), shop.articles()),
            shop.gallery(),
            seed,
            new Evaluation.Habit(items, adversarial));
    List<PlayedTrip> played =
        evaluation.play(trips, threads, (done, of) -> terminal.progress("trip", done, of));
    if (report != null) {
      evaluation.report(report, played);
    }
    if (looks != null) {
      LooksFile.write(looks, played);
    }
    if (stories) {
      played.forEach(EvaluateMain::tell);
    }
    double seconds = (System.nanoTime() - began) * 1e-9;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ObjectNode figures = new Summary(played).figures(seed, seconds, setting(evaluation));
    if (json) {
      out.println(figures);
    } else {
      figures
          .properties()
          .forEach(each -> out.printf("%-22s %s%n", each.getKey(), each.getValue()));
    }
    return 0;
  }

  private Summary.Setting setting(Evaluation evaluation) {
    String shop = folder == null ? "own" : String.valueOf(folder.getFileName());
    return new Summary.Setting(shop, evaluation.shop().articles().size(), items, adversarial);
  }

  private EnrolledShop shop(int threads) throws IOException {
    Enrolment.Progress progress = (done, of) -> terminal.progress("enrolling photo", done, of);
    return folder == null
        ? EnrolledShop.own(products, threads, progress)
        : EnrolledShop.ofPhotos(folder, progress);
  }

  private void requireUsable() {
    require(
        adversarial >= 0 && adversarial <= 1, "--adversarial", adversarial, "a fraction, 0 to 1");
    require(trips >= 1, "--trips", trips, "1 or more");
    require(items >= 1 && items <= 60, "--items", items, "1 to 60");
    require(products >= 20 && products <= 1000, "--products", products, "20 to 1000");
  }

  private void require(boolean usable, String option, Object found, String wanted) {
    if (!usable) {
      throw new ParameterException(
          spec.commandLine(), "%s: found %s; expected %s".formatted(option, found, wanted));
    }
  }

  private static void tell(PlayedTrip trip) {
    System.err.printf("%ntrip %d: %s%n", trip.number(), trip.exact() ? "exact" : "WRONG");
    trip.log()
        .story()
        .forEach(told -> System.err.printf("%8.2f %s%n", told.nanos() / 1e9, told.text()));
    if (!trip.exact()) {
      System.err.printf("truth %s%nreceipt %s%n", trip.truth(), trip.receipt());
    }
  }
}
