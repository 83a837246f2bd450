package pannier.app.live;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tinylog.configuration.Configuration;
import pannier.app.BadInputException;
import pannier.app.Exit;
import pannier.app.bill.BillPrices;
import pannier.app.bill.PriceLists;
import pannier.app.devices.CartDevices;
import pannier.app.devices.DeviceSettings;
import pannier.app.devices.DeviceSettingsFile;
import pannier.app.devices.Radio;
import pannier.app.gate.CartIdentity;
import pannier.app.gate.GateSettlements;
import pannier.app.gate.GateWay;
import pannier.app.gate.StaffLine;
import pannier.app.gate.StoreGallery;
import pannier.app.gate.StoreMasses;
import pannier.app.gate.Tabs;
import pannier.app.journal.Journal;
import pannier.app.loop.Cart;
import pannier.app.pair.ShownCode;
import pannier.app.proof.KeptProofs;
import pannier.app.proof.ProofBook;
import pannier.app.proof.Witness;
import pannier.app.scale.ScaleFiles;
import pannier.app.scale.SealedSettlements;
import pannier.app.screen.AtGate;
import pannier.app.screen.Exhibits;
import pannier.app.screen.ProductPictures;
import pannier.app.screen.ShopperScreen;
import pannier.app.sight.Eyes;
import pannier.app.sight.ShownCodes;
import pannier.app.timeline.ReadableEvents;
import pannier.app.workshop.Workshop;
import pannier.domain.catalogue.Catalogue;
import pannier.hal.Camera;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.coap.CartPairing;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.coap.RefusedPairingException;
import pannier.pricing.csv.CatalogueCsv;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.opencv.OpenCv;
import pannier.vision.recognise.Terminal;
import pannier.web.Pages;
import pannier.web.Routes;
import pannier.web.WebServer;
import pannier.web.supervise.ProgramVersion;
import pannier.web.supervise.Supervisor;
import pannier.wire.CartStatus;
import pannier.wire.PairingCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./pannier cart}: the cart on its own devices, until it is switched off. */
@Command(
    name = "cart",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description =
        "Runs the cart on its cameras and load cells. Type at its terminal: " + Touch.WORDS + ".")
public final class CartMain implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description =
          "JSON with cart, data, catalogue, enrol, labels, card_token, tenders, cameras, screen, and the"
              + " devices scale, motion, battery, lamp, beeper, brake, backlight"
              + " (hardware-docs/configuration.md)")
  private Path config = Path.of("cart.json");

  private final SecureRandom random = new SecureRandom();
  private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

  private CartMain() {}

  public static void main(String[] args) {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("level", "warn");
    System.exit(Exit.run(new CommandLine(new CartMain()), args));
  }

  @Override
  public Integer call() throws IOException {
    CartSettings settings = CartSettingsFile.read(config).asShown();
    DeviceSettings fitted = DeviceSettingsFile.read(config);
    Catalogue shop = CatalogueCsv.open(settings.shop().catalogue());
    makeFolder(settings.data());
    Catalogue catalogue = StoreMasses.in(settings.data()).learntBy(shop);
    OpenCv.load();
    Terminal terminal = new Terminal(System.err);
    List<Path> enrol = enrol(settings);
    try (Eyes eyes =
            Eyes.open(
                enrol,
                PrintedCodes.of(catalogue),
                (done, of) -> terminal.progress("enrolling photo", done, of));
        Journal journal = Journal.open(settings.data().resolve("journal.db"))) {
      ScaleFiles scale = scale(settings, fitted);
      LiveWiring.Known known =
          new LiveWiring.Known(
              catalogue, eyes.modelDigest(), fitted.scale().isPresent() ? scale.seal() : "");
      LiveWiring wiring = LiveWiring.of(journal, settings, fitted, known);
      run(new Fitted(settings, fitted, scale), wiring, eyes, journal);
    }
    return 0;
  }

  /** The store's gallery, once it came whole; until then what the cart was given. */
  private static List<Path> enrol(CartSettings settings) {
    return StoreGallery.in(settings.data()).latest().map(List::of).orElse(settings.shop().enrol());
  }

  /** Who the cart is; one that is not paired yet waits until staff show it a code. */
  private CartIdentity identity(CartSettings settings, Supervisor supervisor) throws IOException {
    CartPairing pairing = new CartPairing(settings.data());
    Optional<CartPairing.Paired> known = pairing.find();
    while (known.isEmpty() || !known.get().cartId().equals(settings.cartId())) {
      requireCamera(settings);
      supervisor.ready(); // waiting for staff is what it is there for
      out.println(
          "this cart is not paired with a store: show the code from the staff console to its camera");
      out.flush();
      try (Camera camera = LiveWiring.camera(settings.cameras().getFirst())) {
        PairingCode code =
            ShownCode.before(camera, supervisor::alive)
                .orElseThrow(() -> new IOException("switched off"));
        known = Optional.of(pairing.pair(settings.cartId(), code));
      } catch (RefusedPairingException e) {
        out.println("not paired: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("switched off", e);
      }
    }
    return CartIdentity.of(known.get());
  }

  private void requireCamera(CartSettings settings) throws BadInputException {
    if (settings.cameras().isEmpty()) {
      throw new BadInputException(
          config.toString(),
          "cameras",
          "none on a cart that is not paired",
          "a camera that reads the code, or ./pannier pair first");
    }
  }

  /** Its calibration; a change of what bears on weighing is counted before anything is weighed. */
  private static ScaleFiles scale(CartSettings settings, DeviceSettings fitted) throws IOException {
    ScaleFiles scale = ScaleFiles.in(settings.data());
    if (fitted.scale().isPresent()) {
      scale.configured(fitted.scale().get().legal(), Instant.now(), "start");
    }
    return scale;
  }

  /** What the cart is fitted with, and how its scale was calibrated. */
  private record Fitted(CartSettings settings, DeviceSettings devices, ScaleFiles scale) {}

  private void run(Fitted of, LiveWiring wiring, Eyes eyes, Journal journal) throws IOException {
    CartSettings settings = of.settings();
    DeviceSettings fitted = of.devices();
    ScaleFiles scale = of.scale();
    Supervisor supervisor = Supervisor.of(System.getenv(), System::nanoTime);
    CartIdentity identity = identity(settings, supervisor);
    BillPrices prices =
        new BillPrices(identity.cartId(), wiring.catalogue(), PriceLists.in(settings.data()));
    GateWay way = GateWay.of(identity, settings.data());
    GateSettlements settlements =
        GateSettlements.open(way, prices, settings.tenders().getFirst(), random);
    Screen screen = new Screen(out, new ReadableEvents(out, true), prices, settlements::receipt);
    ProductPictures pictures = ProductPictures.of(enrol(settings));
    Routes routes = new Routes();
    try (CartDevices devices = CartDevices.open(fitted, wiring.clock());
        Workshop workshop = workshop(settings, fitted, devices);
        ProofBook book = ProofBook.open(settings.data().resolve("proofs.db"), way.news());
        KeptProofs proofs =
            new KeptProofs(book, wiring.catalogue(), connection(identity, settings.data()));
        ShopperScreen page =
            new ShopperScreen(
                prices,
                new Exhibits(pictures, proofs, Optional.of(workshop)),
                new AtGate(settlements::receipt, settings.screen().phonePage(), settings.tenders()),
                way.news(),
                random);
        StaffLine staff =
            StaffLine.open(
                way,
                new Tabs(prices, settings.tenders().getFirst()),
                new StaffWishes(proofs, workshop, condition(devices)));
        ShownCodes phones = new ShownCodes(PrintedCodes.of(wiring.catalogue()));
        LiveCart.Watchers watchers =
            new LiveCart.Watchers(
                page,
                staff,
                phones,
                new Witness(book, way.news()),
                new Updates(way.release(), devices::charging, System::nanoTime));
        Cart cart =
            wiring.cart(
                new LiveWiring.Seeing(
                    settings.cameras(), eyes, phones, watchers.witness()::keep, workshop),
                journal,
                new LiveWiring.Hardware(
                    devices,
                    devices.loadCells(scale),
                    fitted.scale().isPresent()
                        ? new SealedSettlements(settlements, scale.seal())
                        : settlements));
        WebServer server = serve(settings.screen().address(), page, routes)) {
      screen.say("the shopper's screen is on port %d, /cart".formatted(server.port()));
      screen.say(wiring.goesOn() ? "the trip goes on" : "this cart is free");
      Touch touch = new Touch(() -> UUID.randomUUID().toString());
      LiveCart.Terminal terminal =
          new LiveCart.Terminal(TypedLines.reading(System.in), touch, screen);
      supervisor.ready();
      new LiveCart(cart, wiring.clock(), terminal, watchers).run(supervisor::alive);
    }
  }

  private static Workshop workshop(
      CartSettings settings, DeviceSettings fitted, CartDevices devices) {
    return new Workshop(
        new Workshop.Place(
            settings.data(),
            settings.cameras().stream().map(CartSettings.Eye::rim).toList(),
            fitted.scale().map(_ -> devices.beside())),
        InstantSource.system());
  }

  /** How the battery and the radio are. */
  private static Supplier<Optional<CartStatus.Condition>> condition(CartDevices devices) {
    Radio radio = new Radio(Radio.KERNEL, System::nanoTime);
    return () -> {
      CartStatus.Condition it =
          new CartStatus.Condition(devices.chargePercent(), radio.signalDbm());
      return it.chargePercent().isEmpty() && it.signalDbm().isEmpty()
          ? Optional.empty()
          : Optional.of(it);
    };
  }

  /** A session of its own: a dispute with its pictures must not hold up a payment. */
  private static GateConnection connection(CartIdentity identity, Path data) throws IOException {
    return CoapGateConnection.open(identity.link(), data.resolve("session-disputes"));
  }

  private static WebServer serve(InetSocketAddress address, ShopperScreen page, Routes routes)
      throws IOException {
    page.addTo(routes);
    routes.get("/shared/*", Pages.shared()::byRest);
    return WebServer.start(address, Set.of(), routes);
  }

  private void makeFolder(Path data) throws BadInputException {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new BadInputException(
          config.toString(), "data", data.toString(), "a folder that can be made");
    }
  }
}
