package pannier.simulator.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pannier.app.bill.BillPrices;
import pannier.app.screen.AtGate;
import pannier.app.screen.Exhibits;
import pannier.app.screen.ProductPictures;
import pannier.app.screen.ShopperScreen;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.VisionReport;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.Sensors;
import pannier.domain.trip.TickRecord;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shop.ShopFiles;
import pannier.web.Pages;
import pannier.web.Routes;
import pannier.web.WebServer;

/**
 * What the shopper's screen adds to the cart's process: memory and start. The same heart ticks in a
 * process of its own, bare, and with its pages served and one of them read; in turns. Run it with
 * the tests' class path.
 */
final class WebCost {
  private static final int ROUNDS = 5;
  private static final int TICKS = 500;
  private static final long TICK = 20_000_000L;

  private WebCost() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0) {
      measure(args[0].equals("web"));
      return;
    }
    List<long[]> bare = new ArrayList<>();
    List<long[]> web = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      bare.add(child("bare"));
      web.add(child("web"));
    }
    String[] names = {
      "ready, ms after the JVM's start",
      "processor time until then, ms",
      "resident, KiB",
      "heap, KiB"
    };
    for (int i = 0; i < names.length; i++) {
      long without = median(bare, i);
      long with = median(web, i);
      System.out.printf(
          "%s: bare %d, with pages %d (+%d)%n", names[i], without, with, with - without);
    }
    System.out.println("load: " + Files.readString(Path.of("/proc/loadavg")).strip());
  }

  private static long median(List<long[]> runs, int at) {
    long[] sorted = runs.stream().mapToLong(it -> it[at]).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static long[] child(String how) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WebCost.class.getName(),
                how)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      String line = out.lines().reduce("", (before, now) -> now);
      if (process.waitFor() != 0) {
        throw new IOException(how + " failed: " + line);
      }
      return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }
  }

  /** Prints what it took: milliseconds, milliseconds of the processor, resident, heap. */
  private static void measure(boolean pages) throws IOException {
    Catalogue catalogue =
        new Catalogue(ShopFiles.EURO, DemoShop.articles().stream().map(Article::product).toList());
    CartCore core = new CartCore(catalogue, CartConfig.standard(new Sensors(1, false)));
    CartState state = core.start(0);
    Optional<ShopperScreen> screen = pages ? Optional.of(screen(catalogue)) : Optional.empty();
    Optional<WebServer> server =
        screen.isPresent() ? Optional.of(serve(screen.get())) : Optional.empty();
    if (server.isPresent()) {
      int port = server.get().port();
      for (String path :
          List.of("/cart", "/cart/page/cart.js", "/cart/page/cart.css", "/shared/words.js")) {
        read(port, path);
      }
    }
    long readyMillis =
        System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    long processorMillis = processorMillis();
    for (int tick = 1; tick <= TICKS; tick++) {
      List<Input> inputs = screen.isPresent() ? screen.get().drain() : List.of();
      VisionReport report = new VisionReport(0, tick * TICK, false, CameraState.TRUSTED, List.of());
      CartCore.Step step =
          core.tick(
              state, new TickRecord(tick * TICK, List.of(), List.of(), List.of(report), inputs));
      state = step.state();
      screen.ifPresent(it -> it.show(step));
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%d %d %d %d%n",
        readyMillis,
        processorMillis,
        residentKib(),
        (runtime.totalMemory() - runtime.freeMemory()) / 1024);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static ShopperScreen screen(Catalogue catalogue) throws IOException {
    return new ShopperScreen(
        new BillPrices("cart-1", catalogue),
        Exhibits.of(ProductPictures.of(List.of())),
        new AtGate(Optional::empty),
        InstantSource.system(),
        new SecureRandom());
  }

  private static WebServer serve(ShopperScreen screen) throws IOException {
    Routes routes = new Routes().get("/shared/*", Pages.shared()::byRest);
    screen.addTo(routes);
    return WebServer.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Set.of(), routes);
  }

  private static void read(int port, String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".formatted(path);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (!answer.startsWith("HTTP/1.1 200")) {
          throw new IOException(path + ": " + answer.lines().findFirst().orElse("nothing"));
        }
      }
    }
  }

  private static long processorMillis() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1_000_000
        : 0;
  }

  private static long residentKib() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(it -> it.startsWith("VmRSS:"))
        .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
