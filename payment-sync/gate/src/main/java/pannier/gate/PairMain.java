package pannier.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pannier.gate.console.StaffBook;
import pannier.gate.console.StaffLog;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.pairing.PairedCart;
import pannier.gate.pairing.PairingDesk;
import pannier.gate.paper.QrPicture;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./pannier pair --gate-config GATE.json}: what staff do about carts on the console, from a
 * shell on the gate's machine, beside the running gate.
 */
@Command(
    name = "pair",
    mixinStandardHelpOptions = true,
    description = "Shows a pairing code, lists the store's carts, unpairs or revokes one.")
public final class PairMain implements Callable<Integer> {
  @Option(
      names = "--gate-config",
      required = true,
      paramLabel = "FILE",
      description = "the running gate's JSON")
  private Path config = Path.of("gate.json");

  @ArgGroup(multiplicity = "1")
  private Deed deed = new Deed();

  @Option(
      names = "--cart",
      paramLabel = "ID",
      description = "with --show: the code is for this cart alone, and replaces its key")
  private @Nullable String cart;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "with --show: writes the code as a picture, too")
  private @Nullable Path svg;

  @Option(names = "--by", paramLabel = "NAME", description = "who does it, for the log")
  private String by = System.getProperty("user.name", "shell");

  @Option(names = "--json", description = "standard output is one JSON object a line")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final ObjectMapper mapper = new ObjectMapper();

  /** What is done. */
  private static final class Deed {
    @Option(names = "--show", description = "a code that is good once, for two minutes")
    private boolean show;

    @Option(names = "--list", description = "the carts of the store")
    private boolean list;

    @Option(names = "--unpair", paramLabel = "ID", description = "the cart leaves the store")
    private @Nullable String unpair;

    @Option(
        names = "--revoke",
        paramLabel = "ID",
        description = "the cart was stolen, or its key seen: the key never counts again")
    private @Nullable String revoke;
  }

  public static void main(String[] args) {
    System.exit(StaffCommand.run("pair", new PairMain(), args));
  }

  @Override
  public Integer call() {
    PrintWriter errors = spec.commandLine().getErr();
    try {
      GateConfig read = GateConfigFile.read(config);
      if (!Files.isDirectory(read.data())) {
        throw new BadGateConfigException(
            config.toString(), "data", read.data().toString(), "the folder of a gate that has run");
      }
      try (Doorkeeper keeper = Doorkeeper.open(read.data(), read.shelf(), InstantSource.system());
          StaffBook book = StaffBook.open(read.shelf())) {
        run(keeper, new StaffLog(book, InstantSource.system()));
      }
      return 0;
    } catch (BadGateConfigException e) {
      errors.println("pannier pair: " + e.getMessage());
      return StaffCommand.BAD_INPUT;
    } catch (IOException e) {
      errors.println("pannier pair: " + e.getMessage());
      return StaffCommand.FAILED;
    }
  }

  private void run(Doorkeeper keeper, StaffLog log) throws IOException {
    String unpair = deed.unpair;
    String revoke = deed.revoke;
    if (unpair != null) {
      log.write(new StaffLog.Deed(by, "unpair", unpair, ""));
      ended(unpair, keeper.carts().unpair(unpair, by));
    } else if (revoke != null) {
      log.write(new StaffLog.Deed(by, "revoke", revoke, ""));
      ended(revoke, keeper.carts().revoke(revoke, by));
    } else if (deed.show) {
      String about = cart == null ? "any new cart" : cart;
      log.write(new StaffLog.Deed(by, "pairing-code", about, ""));
      show(
          keeper
              .pairing()
              .show(Optional.ofNullable(cart), by)
              .orElseThrow(
                  () ->
                      new BadGateConfigException(
                          config.toString(), "data", "a gate that never ran", "a running gate")));
    } else if (deed.list) {
      for (PairedCart each : keeper.carts().list()) {
        tell(each);
      }
    }
  }

  private void ended(String cartId, boolean was) throws BadGateConfigException {
    if (!was) {
      throw new BadGateConfigException(
          config.toString(), "cart", cartId, "a paired cart; see --list");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? mapper.createObjectNode().put("event", "ended").put("cart", cartId).toString()
            : cartId + " is not paired any more");
    out.flush();
  }

  private void show(PairingDesk.Shown shown) throws IOException {
    String text = shown.code().text();
    QrPicture picture = QrPicture.of(text);
    if (svg != null) {
      Files.writeString(svg, picture.svg());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode node = mapper.createObjectNode().put("event", "code").put("code", text);
      out.println(node.put("until", shown.until().toString()));
    } else {
      picture.lines().forEach(out::println);
      out.println(text);
      out.println("good once, until " + shown.until());
    }
    out.flush();
  }

  private void tell(PairedCart cart) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode node = mapper.createObjectNode().put("event", "cart").put("cart", cart.cartId());
      node.put("key", cart.key().hex()).put("since", cart.since().toString());
      out.println(node.put("by", cart.staff()));
    } else {
      out.println(
          "%s since %s, by %s, %s"
              .formatted(cart.cartId(), cart.since(), cart.staff(), cart.key()));
    }
    out.flush();
  }
}
