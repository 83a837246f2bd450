package pannier.simulator.torture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tinylog.configuration.Configuration;
import pannier.app.Exit;
import pannier.simulator.load.Folders;
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
  private static final Path MEMORY = Path.of("/dev/shm");

  @Option(names = "--settlements", description = "trips to be paid (default 100000)")
  private int settlements = 100_000;

  @Option(names = "--seed", description = "of everything left to chance (default 1)")
  private long seed = 1;

  @Option(names = "--json", description = "one JSON object a line, and nothing else")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Terminal terminal = new Terminal(System.err);

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
      tell(outcome);
      return outcome.faults().none() ? 0 : 1;
    } finally {
      Folders.delete(folder);
    }
  }

  private void tell(Torture.Outcome outcome) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("settlements", outcome.paid());
    node.put("attempts", outcome.attempts());
    node.put("openings", outcome.openings());
    node.put("crashes", outcome.crashes().values().stream().mapToInt(it -> it).sum());
    node.put("lost", outcome.faults().lost());
    node.put("charged_twice", outcome.faults().chargedTwice());
    node.put("opened_without_record", outcome.faults().openedWithoutRecord());
    ObjectNode where = node.putObject("crashed_where");
    new TreeMap<>(outcome.crashes()).forEach(where::put);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      out.println(node);
    } else {
      node.properties().forEach(each -> out.printf("%-24s %s%n", each.getKey(), each.getValue()));
    }
  }
}
