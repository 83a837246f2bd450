package pannier.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A listening server. Its routes' feeds stay their owners'. */
public final class WebServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final Exchanges exchanges;

  private WebServer(HttpServer server, ExecutorService threads, Exchanges exchanges) {
    this.server = server;
    this.threads = threads;
    this.exchanges = exchanges;
  }

  /**
   * Starts to listen.
   *
   * @param address port 0 takes any that is free
   * @param names host names by which browsers may call this machine, besides its addresses and
   *     {@code localhost}
   * @throws IOException if the port is taken
   */
  public static WebServer start(InetSocketAddress address, Set<String> names, Routes routes)
      throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new IOException("cannot listen on %s; is its port taken?".formatted(address), e);
    }
    Exchanges exchanges = new Exchanges(routes, new Fence(names));
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("web-", 0).factory());
    server.setExecutor(threads);
    server.createContext("/", (HttpExchange exchange) -> exchanges.answer(exchange));
    server.start();
    return new WebServer(server, threads, exchanges);
  }

  /** Other handlers from the next request on; streams that are open stay with their feeds. */
  public void replace(Routes routes) {
    exchanges.replace(routes);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Ends all streams, then all connections. */
  @Override
  public void close() {
    exchanges.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
