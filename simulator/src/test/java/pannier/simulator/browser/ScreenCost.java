package pannier.simulator.browser;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import pannier.app.bill.BillPrices;
import pannier.app.screen.AtGate;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shop.ShopFiles;

/**
 * What the shopper's screen costs: bytes on its stream, processor time of the cart's process beside
 * the same ticks without a page, and time of the browser's main thread; while nothing happens, and
 * for each thing that goes in (a question, its answer, a line). Run it with the tests' class path.
 */
final class ScreenCost {
  private static final int IDLE_TICKS = 1_000;
  private static final int THINGS = 30;

  private ScreenCost() {}

  public static void main(String[] args) throws IOException {
    List<ProductId> products = DemoShop.articles().stream().map(Article::id).toList();
    Catalogue catalogue =
        new Catalogue(ShopFiles.EURO, DemoShop.articles().stream().map(Article::product).toList());
    try (HeartScreen heart =
        new HeartScreen(new BillPrices("cart-1", catalogue), new AtGate(Optional::empty), false)) {
      idle(heart);
      long bare = processorNanos();
      idle(heart);
      bare = processorNanos() - bare;
      AtomicLong bytes = new AtomicLong();
      try (Browser browser = Browser.open(1280, 800);
          Socket stream = listen(heart, bytes)) {
        browser.go(heart.url());
        browser.await("return !!document.querySelector('[data-key=start]')");
        browser.touch("[data-key='start']");
        heart.reach(browser, "[data-key='pay']");
        idle(heart);
        Reading before = Reading.now(browser, bytes);
        idle(heart);
        Reading idle = Reading.now(browser, bytes).minus(before);
        double seconds = IDLE_TICKS * HeartScreen.TICK / 1e9;
        System.out.printf(
            "idle, a second: %.0f bytes, %.2f ms of the cart's processor (ticks without a page:"
                + " %.2f ms), %.2f ms of the page%n",
            idle.bytes / seconds,
            (idle.processorNanos - bare) / 1e6 / seconds,
            bare / 1e6 / seconds,
            idle.pageMillis / seconds);
        before = Reading.now(browser, bytes);
        for (int i = 0; i < THINGS; i++) {
          heart.putIn(products.get(i % products.size()));
          int lines = Math.min(i + 1, products.size());
          browser.await(
              "return document.querySelectorAll('#lines > li').length === arguments[0]", lines);
        }
        Reading things = Reading.now(browser, bytes).minus(before);
        System.out.printf(
            "a thing that goes in: %.0f bytes, %.1f ms of the cart's processor, %.1f ms of the"
                + " page; %d lines in the end%n",
            (double) things.bytes / THINGS,
            things.processorNanos / 1e6 / THINGS,
            things.pageMillis / THINGS,
            Math.min(THINGS, products.size()));
        stream.shutdownInput();
      }
    }
    System.out.println("load: " + Files.readString(Path.of("/proc/loadavg")).strip());
  }

  /** So many ticks in their own time, in which nothing happens. */
  private static void idle(HeartScreen heart) {
    for (int i = 0; i < IDLE_TICKS; i++) {
      heart.play(1);
      LockSupport.parkNanos(HeartScreen.TICK);
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /** Another screen, which counts what it hears. */
  private static Socket listen(HeartScreen heart, AtomicLong bytes) throws IOException {
    URI page = URI.create(heart.url());
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.getPort());
    String request =
        "GET /cart/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    Thread.ofVirtual()
        .start(
            () -> {
              byte[] some = new byte[8192];
              try {
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                  bytes.addAndGet(read);
                }
              } catch (IOException e) {
                // It was closed: that is all that was to be heard.
                return;
              }
            });
    return socket;
  }

  private record Reading(long bytes, long processorNanos, double pageMillis) {
    static Reading now(Browser browser, AtomicLong bytes) {
      return new Reading(bytes.get(), ScreenCost.processorNanos(), browser.busyMillis());
    }

    Reading minus(Reading before) {
      return new Reading(
          bytes - before.bytes,
          processorNanos - before.processorNanos,
          pageMillis - before.pageMillis);
    }
  }
}
