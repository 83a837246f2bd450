package pannier.simulator.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinylog.configuration.Configuration;
import pannier.app.Exit;
import pannier.simulator.enrolment.EnrolledShop;
import pannier.simulator.shopper.Trick;
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
      names = "--tricks",
      paramLabel = "ROW",
      split = ",",
      description = "rows of the list of how carts get fooled that cheats play (default: all)")
  private List<Integer> rows = List.of();

  @Option(
      names = "--bad-links",
      paramLabel = "F",
      description =
          "fraction of trips that a real gate settles over a link that loses, repeats, delays or"
              + " passes nothing (default 0)")
  private double badLinks;

  @Option(
      names = "--breakdowns",
      paramLabel = "F",
      description =
          "fraction of trips on which the computers of cart and gate are killed, lose their power"
              + " between two writes, have a full disk or a wrong clock (default 0)")
  private double breakdowns;

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
    Configuration.set("level", "off"); // a link that fails on purpose is no news
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
            new Evaluation.Shop(shop.catalogue(), shop.articles()), shop.gallery(), seed, habit());
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

  private Evaluation.Habit habit() {
    List<Trick> all = List.of(Trick.values());
    List<Trick> tricks =
        rows.isEmpty() ? all : all.stream().filter(trick -> rows.contains(trick.row())).toList();
    return new Evaluation.Habit(items, adversarial, badLinks, breakdowns, tricks);
  }

  private Summary.Setting setting(Evaluation evaluation) {
    String shop = folder == null ? "own" : String.valueOf(folder.getFileName());
    return new Summary.Setting(shop, evaluation.shop().articles().size(), habit());
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
    require(badLinks >= 0 && badLinks <= 1, "--bad-links", badLinks, "a fraction, 0 to 1");
    require(breakdowns >= 0 && breakdowns <= 1, "--breakdowns", breakdowns, "a fraction, 0 to 1");
    for (int row : rows) {
      boolean played = Arrays.stream(Trick.values()).anyMatch(trick -> trick.row() == row);
      require(played, "--tricks", row, "a row that a cheat plays: " + rowsPlayed());
    }
    require(trips >= 1, "--trips", trips, "1 or more");
    require(items >= 1 && items <= 60, "--items", items, "1 to 60");
    require(products >= 20 && products <= 1000, "--products", products, "20 to 1000");
  }

  private static String rowsPlayed() {
    return Arrays.stream(Trick.values())
        .map(Trick::row)
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
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
