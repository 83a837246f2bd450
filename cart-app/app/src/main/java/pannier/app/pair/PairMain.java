package pannier.app.pair;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tinylog.configuration.Configuration;
import pannier.app.Exit;
import pannier.app.json.JsonPlace;
import pannier.payment.cart.coap.CartPairing;
import pannier.wire.PairingCode;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./pannier pair --config CART.json}: pairs a cart from a shell, with the code that staff
 * show. With {@code --gate-config} the gate's own command of that name makes the code.
 */
@Command(
    name = "pair",
    mixinStandardHelpOptions = true,
    description = {
      "Pairs a cart with a store: on the cart, with a code that staff show.",
      "On the gate (--gate-config FILE) it shows a code, lists carts, unpairs or revokes them."
    })
public final class PairMain implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "the cart's JSON; of it, cart (its name) and data (its folder)")
  private Path config = Path.of("cart.json");

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  @Option(names = "--json", description = "standard output is one JSON object a line")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Where the code is. */
  private static final class Source {
    @Option(names = "--code", paramLabel = "TEXT", description = "the code's text: PANNIER/P1/…")
    private @Nullable String text;

    @Option(names = "--image", paramLabel = "FILE", description = "a photo of the code")
    private @Nullable Path image;
  }

  private PairMain() {}

  public static void main(String[] args) {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("level", "warn");
    System.exit(Exit.run(new CommandLine(new PairMain()), args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    JsonPlace settings = JsonPlace.read(config);
    String cartId = settings.get("cart").text();
    Path folder = config.toAbsolutePath().resolveSibling(settings.get("data").text()).normalize();
    CartPairing.Paired paired = new CartPairing(folder).pair(cartId, code());
    PrintWriter out = spec.commandLine().getOut();
    String gate = paired.gate().getHostString() + ":" + paired.gate().getPort();
    String key = paired.key().publicKey().toString();
    if (json) {
      out.println(
          new ObjectMapper()
              .createObjectNode()
              .put("event", "paired")
              .put("cart", cartId)
              .put("gate", gate)
              .put("key", paired.key().publicKey().hex()));
    } else {
      out.println("%s is paired with the gate at %s by its %s".formatted(cartId, gate, key));
    }
    out.flush();
    return 0;
  }

  private PairingCode code() throws IOException {
    Path image = source.image;
    if (image != null) {
      return ShownCode.inPhoto(image);
    }
    String text = source.text;
    return ShownCode.parse("--code", text == null ? "" : text);
  }
}
