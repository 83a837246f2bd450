package pannier.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.Semaphore;
import pannier.domain.money.CardNumbers;

/** Takes each request through fence and routes, and sends what comes of it. */
final class Exchanges implements AutoCloseable {
  /** More requests at once are turned away, so that a flood costs a bounded amount of memory. */
  private static final int MOST_AT_ONCE = 128;

  /** A screen that leaves unnoticed keeps its stream for a heartbeat or two. */
  private static final int MOST_STREAMS = 64;

  /** Short enough for a browser to notice within seconds that a cart is gone. */
  private static final long HEARTBEAT_MILLIS = 5_000;

  private static final System.Logger LOG = System.getLogger("pannier.web");
  private static final Map<String, String> SECURITY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
              + " frame-ancestors 'self'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), microphone=(), geolocation=()");

  private volatile Routes routes;
  private final Fence fence;
  private final EventWriter events = new EventWriter(HEARTBEAT_MILLIS);
  private final Semaphore requests = new Semaphore(MOST_AT_ONCE);
  private final Semaphore streams = new Semaphore(MOST_STREAMS);

  Exchanges(Routes routes, Fence fence) {
    this.routes = routes;
    this.fence = fence;
  }

  void replace(Routes next) {
    routes = next;
  }

  void answer(HttpExchange exchange) {
    try (exchange) {
      Answer answer = limited(exchange);
      switch (answer) {
        case Response response -> send(exchange, response);
        case EventStream stream -> stream(exchange, stream);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a browser left", e);
    }
  }

  private Answer limited(HttpExchange exchange) {
    if (!requests.tryAcquire()) {
      return Response.problem(new HttpProblem(503, "too much at once; try again"));
    }
    try {
      return routed(exchange);
    } catch (HttpProblem e) {
      return Response.problem(e);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, CardNumbers.masked(exchange.getRequestURI().getPath()), e);
      return Response.problem(new HttpProblem(500, "our fault; it is in the log"));
    } finally {
      requests.release();
    }
  }

  private Answer routed(HttpExchange exchange) throws HttpProblem {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    fence.check(method, exchange.getRequestHeaders());
    Routes now = routes;
    Routes.Route route = now.find(method, path).orElse(null);
    if (route == null) {
      throw now.knows(path)
          ? new HttpProblem(405, "method: found %s".formatted(method))
          : new HttpProblem(404, "no such page");
    }
    return route.handler().answer(new Request(exchange, route.rest(path)));
  }

  private void send(HttpExchange exchange, Response response) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Cache-Control", "no-store");
    SECURITY.forEach(headers::set);
    response.headers().forEach(headers::set);
    byte[] body = response.body();
    boolean bare = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), bare ? -1 : body.length);
    if (!bare) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private void stream(HttpExchange exchange, EventStream stream) throws IOException {
    if (!streams.tryAcquire()) {
      send(exchange, Response.problem(new HttpProblem(503, "too many screens; try again")));
      return;
    }
    try {
      Headers headers = exchange.getResponseHeaders();
      SECURITY.forEach(headers::set);
      headers.set("Content-Type", "text/event-stream; charset=utf-8");
      headers.set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(200, 0);
      String seen = exchange.getRequestHeaders().getFirst("Last-Event-ID");
      events.write(stream, seen == null ? "" : seen, exchange.getResponseBody());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      streams.release();
    }
  }

  @Override
  public void close() {
    events.close();
  }
}
