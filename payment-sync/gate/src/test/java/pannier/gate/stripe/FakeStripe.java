package pannier.gate.stripe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stripe's PaymentIntents as its public API reference describes them, as far as the adapter uses
 * them, with state, idempotency keys and its error shapes. {@code pm_card_chargeDeclined} is its
 * own test token of a card that is declined.
 */
final class FakeStripe implements AutoCloseable {
  /** A request, for tests to look at. */
  record Seen(String path, String body, String idempotencyKey) {}

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, ObjectNode> intents = new LinkedHashMap<>();
  private final Map<String, String> bodies = new HashMap<>();
  private final Map<String, Reply> replies = new HashMap<>();
  private final HttpServer server;
  final List<Seen> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
  private Optional<Reply> next = Optional.empty();
  private boolean loseNextReply;

  /** A status and a body. */
  record Reply(int status, String body) {}

  FakeStripe() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next request gets this instead. */
  void answerNext(int status, String body) {
    next = Optional.of(new Reply(status, body));
  }

  /** The next request is done, and nobody hears of it. */
  void loseNextReply() {
    loseNextReply = true;
  }

  long reserved() {
    return intents.values().stream().mapToLong(it -> it.path("amount_capturable").asLong()).sum();
  }

  long taken() {
    return intents.values().stream().mapToLong(it -> it.path("amount_received").asLong()).sum();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String key =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key")).orElse("");
    String path = exchange.getRequestURI().getPath();
    seen.add(new Seen(path, body, key));
    Reply reply = next.orElseGet(() -> once(path, body, key));
    next = Optional.empty();
    if (loseNextReply) {
      loseNextReply = false;
      exchange.close();
      return;
    }
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Reply once(String path, String body, String key) {
    if (key.isEmpty()) {
      return route(path, form(body));
    }
    if (replies.containsKey(key) && !(path + body).equals(bodies.get(key))) {
      return error(400, "idempotency_error", "", "Keys for idempotent requests can only be used…");
    }
    bodies.put(key, path + body);
    return replies.computeIfAbsent(key, _ -> route(path, form(body)));
  }

  private Reply route(String path, Map<String, String> form) {
    String[] parts = path.split("/", -1);
    if (parts[2].equals("refunds")) {
      return refund(form);
    }
    if (parts.length == 3) {
      return create(form);
    }
    ObjectNode intent = intents.get(parts[3]);
    if (intent == null) {
      return error(404, "invalid_request_error", "resource_missing", "No such payment_intent");
    }
    if (parts.length == 4) {
      return ok(intent);
    }
    return switch (parts[4]) {
      case "confirm" -> confirm(intent, form);
      case "capture" -> capture(intent, form);
      case "cancel" -> cancel(intent);
      default -> raise(intent, form);
    };
  }

  private Reply create(Map<String, String> form) {
    String id = "pi_" + (intents.size() + 1);
    ObjectNode intent = json.createObjectNode().put("id", id).put("object", "payment_intent");
    intent.put("amount", Long.parseLong(form.get("amount"))).put("currency", form.get("currency"));
    intent.put("capture_method", form.get("capture_method"));
    intent.put("status", "requires_payment_method").put("amount_capturable", 0);
    intents.put(id, intent.put("amount_received", 0));
    return ok(intent);
  }

  private Reply confirm(ObjectNode intent, Map<String, String> form) {
    String token = form.getOrDefault("payment_method", "");
    if (token.equals("pm_card_chargeDeclined")) {
      return new Reply(402, Recorded.CARD_DECLINED);
    }
    if (token.startsWith("pm_missing")) {
      return error(400, "invalid_request_error", "resource_missing", "No such PaymentMethod");
    }
    if (token.equals("pm_card_authenticationRequired")) {
      return ok(intent.put("status", "requires_action"));
    }
    long amount = intent.path("amount").asLong();
    long reserved = token.equals("pm_partial") ? amount / 2 : amount;
    return ok(intent.put("status", "requires_capture").put("amount_capturable", reserved));
  }

  private Reply capture(ObjectNode intent, Map<String, String> form) {
    if (!intent.path("status").asText().equals("requires_capture")) {
      return unexpected();
    }
    intent.put("status", "succeeded").put("amount_capturable", 0);
    return ok(intent.put("amount_received", Long.parseLong(form.get("amount_to_capture"))));
  }

  private Reply cancel(ObjectNode intent) {
    if (List.of("succeeded", "canceled").contains(intent.path("status").asText())) {
      return unexpected();
    }
    return ok(intent.put("status", "canceled").put("amount_capturable", 0));
  }

  private Reply raise(ObjectNode intent, Map<String, String> form) {
    long amount = Long.parseLong(form.get("amount"));
    if (amount > 10_000) {
      return new Reply(402, Recorded.INSUFFICIENT_FUNDS);
    }
    return ok(intent.put("amount", amount).put("amount_capturable", amount));
  }

  private Reply refund(Map<String, String> form) {
    ObjectNode refund = json.createObjectNode().put("id", "re_1").put("object", "refund");
    return ok(refund.put("amount", Long.parseLong(form.get("amount"))).put("status", "succeeded"));
  }

  private Reply unexpected() {
    return error(
        400, "invalid_request_error", "payment_intent_unexpected_state", "This PaymentIntent's…");
  }

  private Reply error(int status, String type, String code, String message) {
    ObjectNode error = json.createObjectNode();
    error.putObject("error").put("type", type).put("code", code).put("message", message);
    return new Reply(status, error.toString());
  }

  private Reply ok(ObjectNode object) {
    return new Reply(200, object.toString());
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
