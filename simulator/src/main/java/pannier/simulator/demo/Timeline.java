package pannier.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pannier.domain.catalogue.Product;
import pannier.simulator.shop.Article;

/** The cart's events as lines for a person. */
final class Timeline {
  private static final double LEAST_SHOWN = 0.01;

  private final Map<String, Product> products;

  Timeline(List<Article> articles) {
    this.products =
        articles.stream()
            .map(Article::product)
            .collect(Collectors.toMap(product -> product.id().value(), product -> product));
  }

  /** The lines of one event; none for what a person need not see. */
  List<String> lines(JsonNode event) {
    return switch (event.path("event").asText()) {
      case "paired" ->
          line(
              event,
              "start",
              "cart %s is paired, trip %s".formatted(text(event, "cart"), text(event, "trip")));
      case "added" -> line(event, "in", booked(event));
      case "removed" -> line(event, "out", booked(event));
      case "asked" -> line(event, "ask", "which one was it?  " + candidates(event));
      case "answered" ->
          line(event, "answer", event.path("product").isNull() ? "none of these" : name(event));
      case "held" -> line(event, "hold", text(event, "reason"));
      case "untrusted", "trusted" ->
          line(event, text(event, "event"), text(event, "sensor") + ": " + text(event, "reason"));
      case "said" -> line(event, "screen", text(event, "text"));
      case "pay" -> line(event, "pay", "the shopper touches Pay");
      case "bill" -> line(event, "bill", "frozen: " + total(event));
      case "exit" -> line(event, "exit", "at the gate");
      case "declined" -> line(event, "refused", text(event, "reason"));
      case "receipt" -> receipt(event);
      default -> List.of();
    };
  }

  private static List<String> line(JsonNode event, String what, String text) {
    long tenths = Math.round(event.path("t_ms").asLong() / 100.0);
    return List.of(
        String.format(
            Locale.ROOT, "%02d:%04.1f  %-7s %s", tenths / 600, tenths % 600 / 10.0, what, text));
  }

  private String booked(JsonNode event) {
    Product product = products.get(text(event, "product"));
    String price = product == null ? "" : product.price().toDecimal();
    return String.format(
        Locale.ROOT,
        "%-26s %6s   sure %.0f %%",
        name(event),
        price,
        100 * event.path("probability").asDouble());
  }

  private String candidates(JsonNode event) {
    List<String> names = new ArrayList<>();
    for (JsonNode candidate : event.path("candidates")) {
      double probability = candidate.path("probability").asDouble();
      if (probability >= LEAST_SHOWN) {
        names.add(String.format(Locale.ROOT, "%s %.0f %%", name(candidate), 100 * probability));
      }
    }
    return String.join(", ", names);
  }

  private static List<String> receipt(JsonNode event) {
    List<String> lines = new ArrayList<>(line(event, "paid", "the gate opens, " + total(event)));
    lines.add("");
    text(event, "text").lines().forEach(lines::add);
    return lines;
  }

  private static String total(JsonNode event) {
    return String.format(
        Locale.ROOT,
        "%.2f %s",
        event.path("total_minor").asLong() / 100.0,
        text(event, "currency"));
  }

  private String name(JsonNode event) {
    String id = text(event, "product");
    Product product = products.get(id);
    return product == null ? id : product.name();
  }

  private static String text(JsonNode event, String field) {
    return event.path(field).asText();
  }
}
