package pannier.web;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * What the server of pages costs a process: {@code WebCost bare} and {@code WebCost web} print the
 * milliseconds from the start of the JVM until all is ready, and the resident memory then. With
 * {@code web} a page was served and a screen listens.
 */
final class WebCost {
  private WebCost() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 1 && args[0].equals("web")) {
      web();
    } else {
      tell("bare");
    }
  }

  private static void web() throws IOException {
    Feed feed = new Feed("{\"at\":0,\"view\":null}");
    Routes routes =
        new Routes()
            .get("/shared/*", Pages.shared()::byRest)
            .get("/events", request -> EventStream.of(feed));
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (WebServer server = WebServer.start(any, Set.of(), routes);
        Socket page = ask(server.port(), "/shared/base.css");
        Socket screen = ask(server.port(), "/events")) {
      if (page.getInputStream().read() < 0 || screen.getInputStream().read() < 0) {
        throw new IOException("nothing is served");
      }
      tell("web");
    }
  }

  private static Socket ask(int port, String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    String request = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".formatted(path);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void tell(String what) throws IOException {
    long millis = ManagementFactory.getRuntimeMXBean().getUptime();
    String resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .findFirst()
            .orElse("VmRSS: unknown");
    System.out.printf("%s: ready after %d ms, %s%n", what, millis, resident);
  }
}
