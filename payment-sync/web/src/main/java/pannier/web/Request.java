package pannier.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a browser asks for. Used by the thread that answers it. */
public final class Request {
  private final HttpExchange exchange;
  private final String rest;

  Request(HttpExchange exchange, String rest) {
    this.exchange = exchange;
    this.rest = rest;
  }

  public String method() {
    return exchange.getRequestMethod();
  }

  public String path() {
    return exchange.getRequestURI().getPath();
  }

  /** What follows the prefix of a route that ends in {@code /*}; empty with other routes. */
  public String rest() {
    return rest;
  }

  /** The address that asks: text without a port. */
  public String from() {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }

  /** Whether it comes from this very machine. */
  public boolean local() {
    return exchange.getRemoteAddress().getAddress().isLoopbackAddress();
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** The first value of a name in the query. */
  public Optional<String> query(String name) throws HttpProblem {
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : query == null ? List.<String>of() : List.of(query.split("&", -1))) {
      if (pair.startsWith(name + "=")) {
        String value = pair.substring(name.length() + 1);
        return Optional.of(
            HttpProblem.uncarded(name, URLDecoder.decode(value, StandardCharsets.UTF_8)));
      }
    }
    return Optional.empty();
  }

  public Optional<String> cookie(String name) {
    for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (String pair : header.split(";", -1)) {
        if (pair.strip().startsWith(name + "=")) {
          return Optional.of(pair.strip().substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }

  /** The body as a JSON object. */
  public JsonBody json() throws HttpProblem {
    String type = header("Content-Type").orElse("none");
    if (!type.split(";", 2)[0].strip().equals("application/json")) {
      throw new HttpProblem(
          415, "Content-Type: found %s; expected application/json".formatted(type));
    }
    return JsonBody.parse(body(JsonBody.MOST_BYTES));
  }

  /** The body, read to its end. */
  public byte[] body(int mostBytes) throws HttpProblem {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(mostBytes + 1);
      if (body.length > mostBytes) {
        throw new HttpProblem(413, "body: found more than %d bytes".formatted(mostBytes));
      }
      return body;
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException e) {
      throw new HttpProblem(400, "body: it ended early");
    }
  }
}
