package pannier.simulator.torture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tinylog.configuration.Configuration;
import pannier.app.Exit;
import pannier.simulator.load.Folders;
import pannier.simulator.load.book.Books;
import pannier.simulator.torture.kill.KillRun;
import pannier.vision.recognise.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./pannier torture}: status 0 only when nothing was lost, charged twice, or opened without
 * a record.
 */
@Command(
    name = "torture",
    mixinStandardHelpOptions = true,
    description = "Settlements with losses and crashes everywhere, counted afterwards.")
public final class TortureMain implements Callable<Integer> {
  private static final int MOST_CARTS = 16;
  private static final Path MEMORY = Path.of("/dev/shm");

  @Option(names = "--settlements", description = "trips to be paid (default 100000)")
  private int settlements = 100_000;

  @Option(
      names = "--processes",
      description = "real programs through a bad network, killed at every boundary")
  private boolean processes;

  @Option(
      names = "--times",
      description = "with --processes: how often each boundary kills (default 5)")
  private int times = 5;

  @Option(names = "--carts", description = "with --processes: carts (default 4)")
  private int carts = 4;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "with --processes: a PostgreSQL, as ./pannier postgres gives (default: a file)")
  private String database = "ledger.db";

  @Option(names = "--seed", description = "of everything left to chance (default 1)")
  private long seed = 1;

  @Option(names = "--json", description = "one JSON object a line, and nothing else")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Terminal terminal = new Terminal(System.err);
  private final ObjectNode told = JsonNodeFactory.instance.objectNode();

  private TortureMain() {}

  public static void main(String[] arguments) {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("level", "off");
    System.exit(Exit.run(new CommandLine(new TortureMain()), arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (settlements < 1) {
      throw new ParameterException(
          spec.commandLine(), "--settlements: found %d; expected 1 or more".formatted(settlements));
    }
    return processes ? killed() : stepped();
  }

  /** On a real disk. */
  private int killed() throws IOException, InterruptedException {
    if (times < 1 || carts < 1 || carts > MOST_CARTS) {
      throw new ParameterException(
          spec.commandLine(),
          "--times, --carts: found %d, %d; expected 1 or more, and up to %d carts"
              .formatted(times, carts, MOST_CARTS));
    }
    Path folder = Files.createTempDirectory("pannier-torture-");
    try {
      KillRun.Plan plan = KillRun.Plan.whole(carts, times, database, seed);
      KillRun.Outcome outcome =
          new KillRun(folder, plan, (died, of) -> terminal.progress("killed", died, of)).run();
      tell(outcome.paid(), outcome.attempts(), outcome.openings(), outcome.faults());
      where("killed", outcome.deaths());
      return outcome.faults().none() ? 0 : 1;
    } finally {
      Folders.delete(folder);
    }
  }

  private int stepped() throws IOException, InterruptedException {
    Path folder =
        Files.isWritable(MEMORY)
            ? Files.createTempDirectory(MEMORY, "pannier-torture-")
            : Files.createTempDirectory("pannier-torture-");
    try {
      Torture.Outcome outcome =
          new Torture(folder, seed)
              .run(
                  settlements,
                  paid -> terminal.progress("paid", Math.min(paid, settlements), settlements));
      tell(outcome.paid(), outcome.attempts(), outcome.openings(), outcome.faults());
      where("crashes", outcome.crashes());
      return outcome.faults().none() ? 0 : 1;
    } finally {
      Folders.delete(folder);
    }
  }

  private void tell(int paid, int attempts, int openings, Books.Faults faults) {
    told.put("settlements", paid);
    told.put("attempts", attempts);
    told.put("openings", openings);
    told.put("lost", faults.lost());
    told.put("charged_twice", faults.chargedTwice());
    told.put("opened_without_record", faults.openedWithoutRecord());
  }

  private void where(String what, Map<String, Integer> counts) {
    told.put(what, counts.values().stream().mapToInt(it -> it).sum());
    ObjectNode where = told.putObject(what + "_where");
    new TreeMap<>(counts).forEach(where::put);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      out.println(told);
    } else {
      told.properties().forEach(each -> out.printf("%-24s %s%n", each.getKey(), each.getValue()));
    }
  }
}
