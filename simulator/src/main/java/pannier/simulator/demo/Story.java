package pannier.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the cart told, one JSON object a line, in order. */
final class Story {
  private final List<JsonNode> events = new ArrayList<>();

  void add(JsonNode event) {
    events.add(event);
  }

  /** All events of a name. */
  List<JsonNode> list(String name) {
    return events.stream().filter(event -> event.path("event").asText().equals(name)).toList();
  }

  /** The last event of a name. */
  Optional<JsonNode> last(String name) {
    List<JsonNode> found = list(name);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }
}
