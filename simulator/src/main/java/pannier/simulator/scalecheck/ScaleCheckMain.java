package pannier.simulator.scalecheck;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import pannier.app.Exit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./pannier scale-check}: the scale's figures in the physical simulation. */
@Command(
    name = "scale-check",
    mixinStandardHelpOptions = true,
    description = "What the cart's scale finds, misses and makes up on simulated load cells.")
public final class ScaleCheckMain implements Callable<Integer> {
  @Option(names = "--seed", description = "of everything left to chance (default 1)")
  private long seed = 1;

  @Option(names = "--json", description = "one JSON object a line, and nothing else")
  private boolean json;

  private ScaleCheckMain() {}

  public static void main(String[] arguments) {
    System.exit(Exit.run(new CommandLine(new ScaleCheckMain()), arguments));
  }

  @Override
  public Integer call() {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ObjectNode figures = figures(seed);
    if (json) {
      out.println(figures);
    } else {
      figures
          .properties()
          .forEach(each -> out.printf("%-26s %s%n", each.getKey(), each.getValue()));
    }
    return 0;
  }

  /** The figures by the contract's names, in its order. */
  static ObjectNode figures(long seed) {
    Trials trials = new Trials(seed);
    ObjectNode line = new ObjectMapper().createObjectNode().put("seed", seed);
    line.put("steps_5g_parked_found", rounded(trials.parked()));
    line.put("steps_20g_rolling_found", rounded(trials.rolling()));
    line.put("false_steps_per_hour", rounded(trials.falseStepsPerHour()));
    Trials.Landing landing = trials.landing();
    line.put("net_error_p99_g", rounded(landing.errorGrams()));
    line.put("settle_p99_s", rounded(landing.settleSeconds()));
    return line.put("hours_simulated", rounded(trials.hours()));
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
