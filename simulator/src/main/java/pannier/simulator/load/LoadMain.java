package pannier.simulator.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tinylog.configuration.Configuration;
import pannier.app.Exit;
import pannier.vision.recognise.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./pannier load}: carts settle random bills against a gate. Status 0 only when nothing was
 * lost, charged twice, refused, or opened without a record.
 */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = "N carts settling against a gate, beside echoes of the same bytes.")
public final class LoadMain implements Callable<Integer> {
  @Option(names = "--carts", required = true, paramLabel = "N", description = "all at once")
  private int carts;

  @Option(
      names = "--seconds",
      required = true,
      paramLabel = "S",
      description = "of settling, without what comes before and beside it")
  private double seconds;

  @Option(
      names = "--loss",
      paramLabel = "F",
      description = "share of datagrams that are lost, each way (default 0)")
  private double loss;

  @Option(
      names = "--gate",
      paramLabel = "HOST:PORT",
      description = "a gate that runs already, on this machine")
  private @Nullable String gate;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "what that gate runs with (default: found by its command line); carts are paired in its books")
  private @Nullable Path config;

  @Option(names = "--gates", description = "gates to start on one database (default 1)")
  private int gates = 1;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "an empty PostgreSQL database, as ./pannier postgres has (default: a file)")
  private @Nullable String database;

  @Option(
      names = "--hold-off",
      paramLabel = "S",
      description = "carts from cold begin at random within so many seconds (default 0)")
  private double holdOff;

  @Option(names = "--seed", description = "of the bills and the losses (default 1)")
  private long seed = 1;

  @Option(
      names = "--no-peers",
      negatable = false,
      description = "the gate alone, without echoes and HTTPS beside it")
  private boolean alone;

  @Option(names = "--json", description = "one JSON object a line, and nothing else")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Terminal terminal = new Terminal(System.err);

  private LoadMain() {}

  public static void main(String[] arguments) {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("level", "error");
    System.exit(Exit.run(new CommandLine(new LoadMain()), arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    LoadReport report = new LoadRun(plan(), target(), terminal::progress).run();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      out.println(report.json());
    } else {
      report
          .json()
          .properties()
          .forEach(each -> out.printf("%-30s %s%n", each.getKey(), each.getValue()));
    }
    return report.faults().none() && report.answers().refused() == 0 ? 0 : 1;
  }

  private LoadPlan plan() {
    try {
      return new LoadPlan(carts, seconds, loss, seed, !alone && loss == 0);
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  private LoadTarget target() {
    if (gate == null && config == null) {
      try {
        return new LoadTarget.Own(gates, Optional.ofNullable(database), holdOff);
      } catch (IllegalArgumentException e) {
        throw bad(String.valueOf(e.getMessage()));
      }
    }
    if (gate == null) {
      throw bad("--config: found no --gate; expected both, or none to start a gate");
    }
    InetSocketAddress address = address(gate);
    Optional<Path> file = Optional.ofNullable(config);
    return new LoadTarget.Running(
        address,
        file.or(() -> GateOnThisMachine.config(address.getPort()))
            .orElseThrow(
                () ->
                    bad(
                        "--gate: found no gate on this machine with port %d; expected --config FILE"
                            .formatted(address.getPort()))));
  }

  private InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    try {
      InetSocketAddress address =
          new InetSocketAddress(
              text.substring(0, Math.max(0, colon)), Integer.parseInt(text.substring(colon + 1)));
      if (colon < 1 || address.isUnresolved()) {
        throw bad("--gate: found %s; expected HOST:PORT of a known host".formatted(text));
      }
      return address;
    } catch (IllegalArgumentException e) {
      throw bad("--gate: found %s; expected HOST:PORT".formatted(text));
    }
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
