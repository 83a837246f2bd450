package pannier.gate;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;
import org.tinylog.configuration.Configuration;
import pannier.domain.catalogue.Catalogue;
import pannier.gate.audit.Drawing;
import pannier.gate.console.Desks;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.paper.ReceiptRoutes;
import pannier.gate.paper.ReceiptSeal;
import pannier.gate.seal.SealBook;
import pannier.gate.settlement.Barrier;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.OfflineDesk;
import pannier.gate.settlement.ShopPrices;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.csv.BadCatalogueException;
import pannier.pricing.csv.CatalogueFile;
import pannier.pricing.json.BadJsonException;
import pannier.pricing.json.PriceList;
import pannier.web.Pages;
import pannier.web.Routes;
import pannier.web.WebServer;
import pannier.web.supervise.ProgramVersion;
import pannier.web.supervise.Supervisor;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The exit gate in a process of its own, until it is told to end. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Runs the exit gate: carts settle their bills here over CoAP on DTLS.")
public final class GateMain implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "JSON with port, data, catalogue, currency")
  private Path config = Path.of("gate.json");

  @Option(names = "--json", description = "standard output is one JSON object a line")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    logToStandardError();
    CommandLine line = new CommandLine(new GateMain());
    line.setParameterExceptionHandler(GateMain::badUsage);
    System.exit(line.execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter errors = spec.commandLine().getErr();
    try {
      GateConfig read = GateConfigFile.read(config);
      Assortment shop = CatalogueFile.open(read.catalogue());
      requireCurrency(read, shop.catalogue());
      run(read, shop);
      return 0;
    } catch (BadGateConfigException | BadCatalogueException | BadJsonException e) {
      errors.println(e.getMessage());
      return BAD_INPUT;
    } catch (IOException e) {
      errors.println(e.getMessage());
      return FAILED;
    }
  }

  private void run(GateConfig read, Assortment shop) throws IOException, InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    makeFolder(read);
    GateProviders providers = GateProviders.open(read);
    GateParts parts = parts(read, shop, providers);
    Desks desks = Desks.open(parts, providers.till(), read.shelf());
    Gate gate = start(parts, providers, desks, read);
    Optional<Served> served =
        read.console().isPresent()
            ? Optional.of(serve(gate, parts, desks, read))
            : Optional.empty();
    Thread end =
        Thread.ofPlatform().name("end").unstarted(() -> end(gate, served, providers, desks, ended));
    Runtime.getRuntime().addShutdownHook(end);
    PrintWriter out = spec.commandLine().getOut();
    served.ifPresent(console -> tell(out, console));
    String ready = json ? "{\"event\":\"ready\",\"port\":%d}" : "gate is ready on port %d";
    out.println(ready.formatted(gate.port()));
    out.flush();
    watch(ended);
  }

  /** Tells a service manager that the gate lives, until it ends. */
  private static void watch(CountDownLatch ended) throws InterruptedException {
    Supervisor supervisor = Supervisor.of(System.getenv(), System::nanoTime);
    supervisor.ready();
    while (!ended.await(1, TimeUnit.SECONDS)) {
      supervisor.alive();
    }
  }

  private static Gate start(GateParts parts, GateProviders providers, Desks desks, GateConfig read)
      throws IOException {
    Doorkeeper keeper = Doorkeeper.open(read.data(), read.shelf(), parts.clock());
    Gate.Extras extras =
        new Gate.Extras(
            providers::reservations,
            Optional.of(desks.disputes()),
            Optional.of(desks.checkpoints()),
            Optional.of(desks.masses()),
            new Gate.Folders(read.gallery(), read.release()));
    return Gate.start(parts, read.listen(), keeper, read.readers(), extras);
  }

  /** A console and the server that it is behind. */
  private record Served(StaffDesk desk, WebServer server) {
    void close() {
      desk.close();
      server.close();
    }
  }

  private static Served serve(Gate gate, GateParts parts, Desks desks, GateConfig read)
      throws IOException {
    ConsolePlace place = read.console().orElseThrow();
    StaffDesk.Tools tools =
        new StaffDesk.Tools(
            gate,
            read.ledger(),
            desks,
            read.currency(),
            Optional.of(read.catalogue()).filter(file -> file.toString().endsWith(".csv")));
    StaffDesk desk = StaffDesk.open(tools, read.shelf());
    Routes first = new Routes();
    WebServer server = WebServer.start(place.listen(), names(place), first);
    Routes routes = new Routes().get("/shared/*", Pages.shared()::byRest);
    desk.addTo(routes);
    new ReceiptRoutes(
            parts.ledger(),
            ReceiptSeal.open(read.sealFile(), read.shelf()),
            parts.prices().rules().zone(),
            place.reachable(server.port()) + "/receipt/")
        .addTo(routes);
    server.replace(routes);
    return new Served(desk, server);
  }

  /** The name in the link is one by which browsers call. */
  private static Set<String> names(ConsolePlace place) {
    return place.link().map(link -> Set.of(URI.create(link).getHost())).orElse(Set.of());
  }

  /** The first password is printed here, once, and kept nowhere. */
  private void tell(PrintWriter out, Served console) {
    String name = console.desk.firstPassword().isPresent() ? StaffDesk.FIRST : "";
    String password = console.desk.firstPassword().orElse("");
    int port = console.server.port();
    if (json) {
      out.println(
          "{\"event\":\"console\",\"port\":%d,\"name\":\"%s\",\"password\":\"%s\"}"
              .formatted(port, name, password));
    } else {
      out.println("the staff console is on port %d, /staff".formatted(port));
      if (!password.isEmpty()) {
        out.println("sign in as %s with %s (shown this once)".formatted(name, password));
      }
    }
  }

  private static void end(
      Gate gate,
      Optional<Served> served,
      GateProviders providers,
      Desks desks,
      CountDownLatch ended) {
    served.ifPresent(Served::close);
    providers.close();
    gate.close();
    desks.close();
    ended.countDown();
  }

  private void makeFolder(GateConfig read) throws IOException {
    try {
      Files.createDirectories(read.data());
    } catch (IOException e) {
      throw new BadGateConfigException(
          config.toString(), "data", read.data().toString(), "a folder that can be made");
    }
  }

  private static GateParts parts(GateConfig read, Assortment shop, GateProviders providers)
      throws IOException {
    PriceList prices = prices(read, shop);
    GateParts parts =
        new GateParts(
            read.ledger().open(),
            providers.all(),
            barrier(read),
            shop.catalogue(),
            InstantSource.system(),
            ShopPrices.of(prices),
            offline(read),
            Optional.of(SealBook.open(read.shelf(), InstantSource.system())));
    return read.spotChecks()
        .map(odds -> parts.with(new Drawing(odds, new SecureRandom())))
        .orElse(parts);
  }

  private static Optional<OfflineDesk> offline(GateConfig read) throws IOException {
    return read.offline().isPresent()
        ? Optional.of(OfflineDesk.open(read.data(), read.offline().get()))
        : Optional.empty();
  }

  private static Barrier barrier(GateConfig read) throws IOException {
    return read.barrier().isPresent()
        ? FileBarrier.open(read.barrier().get())
        : (key, receiptId) -> Logger.info("barrier opens: {} {}", key, receiptId);
  }

  private static PriceList prices(GateConfig read, Assortment shop) throws BadJsonException {
    return read.rules().isPresent() ? PriceList.of(read.rules().get(), shop) : PriceList.of(shop);
  }

  private void requireCurrency(GateConfig read, Catalogue catalogue) throws BadGateConfigException {
    if (!catalogue.currency().equals(read.currency())) {
      throw new BadGateConfigException(
          config.toString(),
          "currency",
          read.currency().toString(),
          "%s, as in %s".formatted(catalogue.currency(), read.catalogue()));
    }
  }

  private static int badUsage(ParameterException e, String[] args) {
    e.getCommandLine().getErr().println(e.getMessage());
    return BAD_INPUT;
  }

  /** Standard output belongs to what the caller reads. */
  private static void logToStandardError() {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("writer.format", "{date: HH:mm:ss.SSS} {level} {class-name}: {message}");
    Configuration.set("level", "info");
    Configuration.set("level@org.eclipse.californium", "warn");
    Configuration.set("level@org.flywaydb", "warn");
  }
}
