package pannier.simulator.scenario;

import java.util.List;
import java.util.Optional;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.Input;
import pannier.simulator.fault.Fault;

/**
 * One scenario, read.
 *
 * @param catalogue of the shop
 * @param cart that it is played on
 * @param till that it pays at
 * @param events in the order of the file
 * @param outcome that the file states
 */
record Scenario(Catalogue catalogue, Cart cart, Till till, List<Event> events, Outcome outcome) {
  Scenario {
    events = List.copyOf(events);
  }

  /**
   * The cart at the start.
   *
   * @param cameras 0 or more
   * @param holding what lies in the basket and is to be paid
   * @param lyingGrams what else lies in it
   */
  record Cart(int cameras, List<Content> holding, double lyingGrams) {
    Cart {
      holding = List.copyOf(holding);
    }
  }

  /**
   * Where and how it is paid.
   *
   * @param gates 0 (the script speaks for the gate), 1 or 2 on one ledger
   * @param prices the gate's own
   * @param token of the card, which says how the sandbox provider answers
   */
  record Till(int gates, Catalogue prices, String token) {}

  /**
   * What should come of it.
   *
   * @param expected the line that should come out; empty if none is stated
   * @param today the line that comes out until a known fault is mended; empty if there is none
   * @param shown what the line tells beside decisions, basket and state
   */
  record Outcome(Optional<String> expected, Optional<String> today, List<Shown> shown) {
    Outcome {
      shown = List.copyOf(shown);
    }
  }

  /** What a line may tell besides. */
  enum Shown {
    /** What staff were told. */
    STAFF,
    /** The sentences on the shopper's screen. */
    SAID,
    /** The remarks on the bill. */
    FLAGS,
    /** What was weighed for sale: product, net grams. */
    WEIGHED,
    /** How the last trip ended or why the last start was refused. */
    NOTE
  }

  /** When the last event begins. */
  long lastNanos() {
    return events.stream().mapToLong(Event::nanos).max().orElse(0);
  }

  /** Whether the script starts its trip itself. */
  boolean startsItself() {
    return events.stream()
        .anyMatch(
            event ->
                event instanceof Event.PhoneShown
                    || (event instanceof Event.Done done && done.input() instanceof Input.Start));
  }

  /** What goes wrong with machines and links. */
  List<Fault.OfSystem> systemFaults() {
    return events.stream()
        .filter(Event.Failed.class::isInstance)
        .map(event -> ((Event.Failed) event).fault())
        .filter(Fault.OfSystem.class::isInstance)
        .map(Fault.OfSystem.class::cast)
        .toList();
  }
}
