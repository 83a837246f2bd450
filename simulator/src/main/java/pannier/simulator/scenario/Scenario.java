package pannier.simulator.scenario;

import java.util.List;
import java.util.Optional;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.Catalogue;

/**
 * One scenario, read.
 *
 * @param catalogue of the shop
 * @param cart that it is played on
 * @param events in the order of the file
 * @param outcome that the file states
 */
record Scenario(Catalogue catalogue, Cart cart, List<Event> events, Outcome outcome) {
  Scenario {
    events = List.copyOf(events);
  }

  /**
   * The cart at the start.
   *
   * @param cameras 0 or more
   * @param holding what lies in the basket and is to be paid
   */
  record Cart(int cameras, List<Content> holding) {
    Cart {
      holding = List.copyOf(holding);
    }
  }

  /**
   * What should come of it.
   *
   * @param expected the line that should come out; empty if none is stated
   * @param today the line that comes out until a known fault is mended; empty if there is none
   */
  record Outcome(Optional<String> expected, Optional<String> today) {}

  /** When the last event begins. */
  long lastNanos() {
    return events.stream().mapToLong(Event::nanos).max().orElse(0);
  }
}
