package pannier.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pannier.app.Exit;
import pannier.gate.GateMain;
import pannier.simulator.cart.SimulatedCartMain;
import pannier.simulator.process.ChildProcess;
import pannier.simulator.shop.DemoShop;
import pannier.vision.opencv.OpenCv;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./pannier demo}: a gate, a cart, a shopper, a receipt. Status 0 only when ledger, receipt,
 * bill and basket agree.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "One whole trip: gate up, cart paired, items in and out, pay, exit, receipt.")
public final class DemoMain implements Callable<Integer> {
  private static final String CART = "cart-1";
  private static final Duration START_PATIENCE = Duration.ofMinutes(1);
  private static final Duration LINE_PATIENCE = Duration.ofMinutes(2);
  private static final Duration END_PATIENCE = Duration.ofSeconds(20);

  @Option(names = "--json", description = "one JSON object a line, and nothing else")
  private boolean json;

  @Option(names = "--seed", description = "of everything left to chance (default 1)")
  private long seed = 1;

  @Option(names = "--speed", description = "simulated seconds in a real one; 0 (default): no limit")
  private double speed;

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "keep journal, ledger and shop here")
  private @Nullable Path keep;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final ObjectMapper mapper = new ObjectMapper();
  private final Timeline timeline = new Timeline(DemoShop.articles());
  private final Story story = new Story();

  private DemoMain() {}

  public static void main(String[] arguments) {
    System.exit(Exit.run(new CommandLine(new DemoMain()), arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireUsable();
    OpenCv.load();
    System.err.println("drawing the shop and its enrolment photos");
    Path root = keep == null ? Files.createTempDirectory("pannier-demo-") : keep;
    try {
      DemoFolder folder = new DemoFolder(root);
      folder.write(DemoShop.articles());
      return play(folder);
    } finally {
      if (keep == null) {
        delete(root);
      }
    }
  }

  private void requireUsable() {
    if (!(speed >= 0 && speed <= 1000)) {
      throw new ParameterException(
          spec.commandLine(), "--speed: found %s; expected 0 to 1000".formatted(speed));
    }
    if (keep != null && Files.exists(keep) && !Files.isDirectory(keep)) {
      throw new ParameterException(
          spec.commandLine(), "--keep: found the file %s; expected a folder".formatted(keep));
    }
  }

  private int play(DemoFolder folder) throws IOException, InterruptedException {
    List<String> failures = new ArrayList<>();
    List<String> gateArguments = List.of("--json", "--config", folder.gateConfig().toString());
    try (ChildProcess gate = ChildProcess.start(GateMain.class, gateArguments)) {
      awaitReady(gate);
      System.err.println("the gate is up; staff show the cart a code, and it looks at the photos");
      List<String> arguments = cart(folder, PairingShown.toCamera(folder.gateData()));
      try (ChildProcess cart = ChildProcess.start(SimulatedCartMain.class, arguments)) {
        tell(cart);
        Optional<Integer> status = cart.status(END_PATIENCE);
        if (!status.equals(Optional.of(0))) {
          failures.add(
              "the cart " + status.map(s -> "ended with status " + s).orElse("did not end"));
        }
      }
      failures.addAll(new DemoChecks(story, folder.ledger()).failures());
    }
    failures.forEach(failure -> System.err.println("pannier demo: " + failure));
    if (failures.isEmpty() && !json) {
      out.println("\nledger, receipt, bill and basket agree");
    }
    return failures.isEmpty() ? 0 : 1;
  }

  private void awaitReady(ChildProcess gate) throws IOException, InterruptedException {
    String line =
        gate.nextLine(START_PATIENCE).orElseThrow(() -> new IOException("the gate did not start"));
    if (json) {
      out.println(line);
    }
  }

  private List<String> cart(DemoFolder folder, String code) {
    return List.of(
        "--shop=" + folder.shop(),
        "--data=" + folder.cartData(),
        "--code=" + code,
        "--cart=" + CART,
        "--trip=demo-" + UUID.randomUUID(),
        "--seed=" + seed,
        "--speed=" + speed);
  }

  private void tell(ChildProcess cart) throws IOException, InterruptedException {
    Optional<String> line = cart.nextLine(LINE_PATIENCE);
    while (line.isPresent()) {
      JsonNode event = mapper.readTree(line.get());
      story.add(event);
      if (json) {
        out.println(line.get());
      } else {
        timeline.lines(event).forEach(out::println);
      }
      line = cart.nextLine(LINE_PATIENCE);
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
