package pannier.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One response, whole in memory. Immutable. */
public final class Response implements Answer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Response(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /** Nothing to say but that it was done. */
  public static Response done() {
    return new Response(204, Map.of(), new byte[0]);
  }

  /** Bytes of a media type; not kept by the browser unless a header says so. */
  public static Response bytes(String type, byte[] body) {
    return new Response(200, Map.of("Content-Type", type), body.clone());
  }

  /** Text in UTF-8. */
  public static Response text(String type, String body) {
    return bytes(type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  /** Anything that Jackson can write: a record, a map, a node. */
  public static Response json(Object value) {
    return text("application/json", write(value));
  }

  /** Elsewhere, by GET. */
  public static Response redirect(String path) {
    return new Response(303, Map.of("Location", path), new byte[0]);
  }

  /** The browser has it already. */
  static Response notModified() {
    return new Response(304, Map.of(), new byte[0]);
  }

  static Response problem(HttpProblem problem) {
    ObjectNode body = JSON.createObjectNode();
    body.put("status", problem.status()).put("detail", problem.detail());
    if (!problem.code().isEmpty()) {
      body.put("code", problem.code());
    }
    return new Response(
        problem.status(),
        Map.of("Content-Type", "application/problem+json"),
        write(body).getBytes(StandardCharsets.UTF_8));
  }

  /** The same with one more header, or with another value of it. */
  public Response with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body);
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public byte[] body() {
    return body.clone();
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
