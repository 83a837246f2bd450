package pannier.simulator.cart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tinylog.configuration.Configuration;
import pannier.app.Exit;
import pannier.app.bill.BillPrices;
import pannier.app.bill.PriceLists;
import pannier.app.gate.CartIdentity;
import pannier.app.gate.GateSettlements;
import pannier.app.gate.GateWay;
import pannier.app.journal.Journal;
import pannier.app.loop.Cart;
import pannier.app.pair.ShownCode;
import pannier.app.sight.Eyes;
import pannier.domain.catalogue.Catalogue;
import pannier.payment.cart.coap.CartPairing;
import pannier.pricing.csv.CatalogueCsv;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shopper.DemoTrip;
import pannier.simulator.shopper.Shopper;
import pannier.simulator.world.Chance;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.WorldSpec;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.opencv.OpenCv;
import pannier.wire.TenderOffer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A cart above simulated devices in a process of its own: one trip, told as JSON lines. */
@Command(
    name = "simulated-cart",
    mixinStandardHelpOptions = true,
    description = "Plays the demonstration's trip on a simulated cart against a gate.")
public final class SimulatedCartMain implements Callable<Integer> {
  /** The sandbox provider pays with it. */
  private static final TenderOffer CARD = new TenderOffer("card", "sandbox-ok");

  @Option(names = "--shop", required = true, description = "folder: catalogue.csv and enrol/")
  private Path shop = Path.of("shop");

  @Option(names = "--data", required = true, description = "folder for journal and outbox")
  private Path data = Path.of("data");

  @Option(names = "--cart", required = true, description = "the cart's id")
  private String cartId = "cart";

  @Option(names = "--code", required = true, description = "the pairing code's text")
  private String code = "";

  @Option(names = "--trip", required = true, description = "the trip's id, unique for ever")
  private String tripId = "trip";

  @Option(names = "--seed", description = "of everything left to chance (default 1)")
  private long seed = 1;

  @Option(names = "--speed", description = "simulated seconds in a real one; 0: no limit")
  private double speed;

  private SimulatedCartMain() {}

  public static void main(String[] arguments) {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("level", "warn");
    System.exit(Exit.run(new CommandLine(new SimulatedCartMain()), arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    OpenCv.load();
    Files.createDirectories(data);
    Catalogue catalogue = CatalogueCsv.open(shop.resolve("catalogue.csv"));
    CartPairing.Paired paired = new CartPairing(data).pair(cartId, ShownCode.parse("--code", code));
    CartEvents events = new CartEvents(new PrintStream(System.out, false, StandardCharsets.UTF_8));
    try (Eyes eyes =
            Eyes.open(
                List.of(shop.resolve("enrol")), PrintedCodes.of(catalogue), (done, of) -> {});
        SimulatedWorld world = new SimulatedWorld(WorldSpec.simple(DemoShop.articles(), seed));
        Journal journal = Journal.open(data.resolve("journal.db"))) {
      BillPrices prices = new BillPrices(cartId, catalogue, PriceLists.in(data));
      GateSettlements settlements =
          GateSettlements.open(
              GateWay.of(CartIdentity.of(paired), data),
              prices,
              CARD,
              new Chance(seed).of("retries"));
      try (Cart cart = CartWiring.cart(world, eyes, catalogue, journal, settlements)) {
        Shopper shopper = new Shopper(world, DemoTrip.script());
        SimulatedCart.Telling telling = new SimulatedCart.Telling(events, prices, speed);
        events.paired(cartId, tripId);
        SimulatedCart simulated =
            new SimulatedCart(world, shopper, cart, settlements::receipt, telling);
        return simulated.run(tripId) ? 0 : 1;
      }
    }
  }
}
