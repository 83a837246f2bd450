package pannier.simulator.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pannier.app.BadInputException;
import pannier.app.Exit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tables of {@code ACCURACY.md}, from what the measuring commands printed. */
@Command(
    name = "accuracy",
    mixinStandardHelpOptions = true,
    description = "Turns JSON lines of the measuring commands into the tables of ACCURACY.md.")
public final class AccuracyMain implements Callable<Integer> {
  private static final List<String> TRIPS =
      List.of(
          "shop",
          "products",
          "adversarial",
          "seed",
          "trips",
          "receipts_exact",
          "receipts_exact_low95",
          "exact_or_held",
          "lines",
          "wrong_against_shopper",
          "wrong_against_store",
          "asked_trips",
          "questions",
          "staff_trips",
          "event_precision",
          "event_recall",
          "sightings_top1",
          "decision_p95_ms",
          "seconds_simulated",
          "seconds_real");

  private static final List<String> SCALE =
      List.of(
          "seed",
          "steps_5g_parked_found",
          "steps_20g_rolling_found",
          "false_steps_per_hour",
          "net_error_p99_g",
          "settle_p99_s",
          "hours_simulated");

  private static final List<String> GAP =
      List.of(
          "shop",
          "seed",
          "enrolled",
          "products",
          "photos",
          "real_top1",
          "rendered_views",
          "rendered_view_top1",
          "rendered_pooled_top1",
          "gap");

  private static final List<String> ALIKE =
      List.of(
          "look_alike_products",
          "sampled",
          "views",
          "view_top1",
          "have_look_alike",
          "confused_in_5_percent");

  @Parameters(paramLabel = "FILE", description = "JSON lines")
  private Path file = Path.of("figures.jsonl");

  @Option(
      names = "--plot",
      paramLabel = "SVG",
      description = "Where to draw how questions buy exactness.")
  private @Nullable Path plot;

  private AccuracyMain() {}

  public static void main(String[] arguments) {
    System.exit(Exit.run(new CommandLine(new AccuracyMain()), arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<JsonNode> lines = read(file);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("## Receipts\n");
    out.print(table(TRIPS, lines.stream().filter(line -> line.has("trips")).toList()));
    out.println("\n## Scale\n");
    out.print(table(SCALE, lines.stream().filter(line -> line.has("hours_simulated")).toList()));
    if (plot != null) {
      Files.writeString(plot, TradePlot.svg(lines.stream().filter(l -> l.has("trade")).toList()));
    }
    section(out, "Domain gap", GAP, lines, "gap");
    section(out, "Look-alikes", ALIKE, lines, "have_look_alike");
    return 0;
  }

  /** Left out where nothing was measured. */
  private static void section(
      PrintStream out, String title, List<String> names, List<JsonNode> lines, String mark) {
    List<JsonNode> runs = lines.stream().filter(line -> line.has(mark)).toList();
    if (!runs.isEmpty()) {
      out.println("\n## " + title + "\n");
      out.print(table(names, runs));
    }
  }

  private static List<JsonNode> read(Path file) throws BadInputException {
    try {
      List<String> text = Files.readAllLines(file, StandardCharsets.UTF_8);
      return text.stream().filter(line -> !line.isBlank()).map(AccuracyMain::parsed).toList();
    } catch (NoSuchFileException e) {
      throw new BadInputException(file.toString(), "file", "none", "JSON lines of evaluate");
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException(
          file.toString(), "file", "something else", "one JSON object a line");
    }
  }

  private static JsonNode parsed(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** One row a figure, one column a run. */
  static String table(List<String> names, List<JsonNode> runs) {
    StringBuilder table = new StringBuilder("| figure |");
    runs.forEach(run -> table.append(" |"));
    table.append("\n|---|").append("---|".repeat(runs.size())).append('\n');
    for (String name : names) {
      table.append("| ").append(name).append(" |");
      runs.forEach(run -> table.append(' ').append(run.path(name).asText("–")).append(" |"));
      table.append('\n');
    }
    return table.toString();
  }
}
