package pannier.simulator.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import org.tinylog.configuration.Configuration;
import pannier.app.Exit;
import pannier.gate.StaffDesk;
import pannier.simulator.desk.Workshop.Folders;
import pannier.simulator.enrolment.EnrolledShop;
import pannier.vision.opencv.OpenCv;
import pannier.vision.recognise.Terminal;
import pannier.web.WebServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./pannier sim}: the simulator as a page on this machine. */
@Command(
    name = "sim",
    mixinStandardHelpOptions = true,
    description = "The desktop simulator: a page with the shop, the cart and all that it decides.")
public final class SimMain implements Callable<Integer> {
  @Option(names = "--port", description = "of the page on this machine (default 8800; 0: any)")
  private int port = 8800;

  @Option(
      names = "--seed",
      description = "of the first trip (default 1); each next one has the next")
  private long seed = 1;

  @Option(names = "--products", description = "of the simulator's own shop (default 60)")
  private int products = 60;

  @Option(
      names = "--shop",
      paramLabel = "DIR",
      description = "a shop of real photos: catalogue.csv, enrol/PRODUCT, appear/PRODUCT")
  private @Nullable Path shop;

  @Option(
      names = "--trip",
      paramLabel = "DIR",
      description = "load this recorded trip at once (see: pannier replay)")
  private @Nullable Path trip;

  @Option(
      names = "--recordings",
      paramLabel = "FOLDER",
      description = "where trips are saved (default pannier-trips in the temporary folder)")
  private Path recordings = Path.of(System.getProperty("java.io.tmpdir"), "pannier-trips");

  @Option(names = "--json", description = "standard output is one JSON object a line")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private SimMain() {}

  public static void main(String[] arguments) {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("writer.format", "{date: HH:mm:ss.SSS} {level} {class-name}: {message}");
    Configuration.set("level", "info");
    Configuration.set("level@org.eclipse.californium", "warn");
    System.exit(Exit.run(new CommandLine(new SimMain()), arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    require(port >= 0 && port <= 65_535, "--port", port, "0 to 65535");
    require(products >= 20 && products <= 1000, "--products", products, "20 to 1000");
    OpenCv.load();
    Path data = Files.createTempDirectory("pannier-sim-");
    CountDownLatch ended = new CountDownLatch(1);
    Workshop workshop = new Workshop(new Folders(data, recordings), seed);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      workshop.close();
                      delete(data);
                      ended.countDown();
                    }));
    Screens screens = new Screens(workshop);
    try (WebServer server = WebServer.start(address(), Set.of(), screens.routes())) {
      workshop.mountAt(
          screen -> server.replace(screens.routesWith(screen)),
          "http://localhost:%d/phone".formatted(server.port()));
      tell(server.port());
      workshop.open(shop(workshop));
      tellStaff(workshop.firstPassword());
      if (trip != null) {
        workshop.load(trip);
      }
      ended.await();
    }
    return 0;
  }

  private InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private EnrolledShop shop(Workshop workshop) throws IOException {
    Terminal terminal = new Terminal(System.err);
    String what = "the cart gets to know the products";
    workshop.begin(what);
    if (shop != null) {
      return EnrolledShop.ofPhotos(
          shop,
          (done, of) -> {
            terminal.progress("enrolling photo", done, of);
            workshop.progress(what, done, of);
          });
    }
    return EnrolledShop.own(
        products,
        Runtime.getRuntime().availableProcessors(),
        (done, of) -> {
          terminal.progress("enrolling photo", done, of);
          workshop.progress(what, done, of);
        });
  }

  private void tell(int taken) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String page = "http://localhost:%d/".formatted(taken);
    if (json) {
      out.println(
          JsonNodeFactory.instance
              .objectNode()
              .put("event", "ready")
              .put("port", taken)
              .put("page", page));
    } else {
      out.println("the simulator is at " + page);
    }
  }

  private void tellStaff(String password) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        json
            ? JsonNodeFactory.instance
                .objectNode()
                .put("event", "staff")
                .put("name", StaffDesk.FIRST)
                .put("password", password)
                .toString()
            : "staff sign in as %s with %s".formatted(StaffDesk.FIRST, password));
  }

  private void require(boolean usable, String option, Object found, String wanted) {
    if (!usable) {
      throw new ParameterException(
          spec.commandLine(), "%s: found %s; expected %s".formatted(option, found, wanted));
    }
  }

  private static void delete(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      Logger.warn(e, "{} was left behind", root);
    }
  }
}
