package pannier.simulator.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Sighting;
import pannier.simulator.machine.SteppedGate.Books;
import pannier.simulator.world.Crossing;

class SummaryTest {
  private static final long SECOND = 1_000_000_000L;
  private static final ProductId TEA = new ProductId("tea");
  private static final ProductId JAM = new ProductId("jam");

  @Test
  void aSwappedProductIsWrongOnceEachWay() {
    JsonNode figures = figures(trip(Map.of(TEA, 1), Optional.of(Map.of(JAM, 1)), List.of()));
    assertEquals(0, figures.get("receipts_exact").asDouble());
    assertEquals(1, figures.get("wrong_against_shopper").asInt());
    assertEquals(1, figures.get("wrong_against_store").asInt());
    assertEquals(1, figures.get("lines").asInt());
  }

  @Test
  void anUnpaidTripWithAHoldIsHeldAndNotExact() {
    PlayedTrip held =
        new PlayedTrip(
            0,
            Map.of(TEA, 1),
            Optional.empty(),
            List.of(),
            new PlayedTrip.Log(
                new PlayedTrip.Made(List.of(), List.of()),
                new PlayedTrip.Troubles(0, 1, true),
                new Looks(List.of()),
                new PlayedTrip.End(60, Optional.empty()),
                List.of()));
    JsonNode figures = figures(held);
    assertEquals(0, figures.get("receipts_exact").asDouble());
    assertEquals(1, figures.get("exact_or_held").asDouble());
    assertEquals(1, figures.get("staff_trips").asInt());
  }

  @Test
  void aBookingIsMatchedWithTheCrossingThatItNames() {
    List<Booked> booked = List.of(in(TEA, 10 * SECOND), in(JAM, 10 * SECOND), in(TEA, 40 * SECOND));
    JsonNode figures = figures(trip(Map.of(TEA, 1), Optional.of(Map.of(TEA, 1)), booked));
    assertEquals(1.0 / 3, figures.get("event_precision").asDouble(), 1e-4);
    assertEquals(1, figures.get("event_recall").asDouble());
    assertEquals(0.75, figures.get("sightings_top1").asDouble());
    assertEquals(250, figures.get("decision_p95_ms").asDouble());
    assertEquals(0.05, figures.get("receipts_exact_low95").asDouble(), 1e-4);
  }

  @Test
  void whatTheGateTookIsHeldAgainstItsOwnBooks() {
    assertEquals(
        0,
        figures(settledBy(new Books(2, 1, 229, 229, 1, paid(229)))).get("charged_wrong").asInt());
    assertEquals(
        2, figures(settledBy(new Books(2, 1, 229, 229, 1, paid(229)))).get("gate_bills").asInt());
    for (Books wrong :
        List.of(
            new Books(2, 2, 458, 458, 2, paid(229)),
            new Books(1, 1, 229, 458, 1, paid(229)),
            new Books(1, 1, 229, 229, 2, paid(229)),
            new Books(1, 0, 0, 0, 1, Optional.empty()),
            new Books(1, 0, 0, 229, 0, Optional.empty()),
            new Books(1, 1, 229, 229, 1, paid(199)),
            new Books(1, 0, 0, 0, 0, paid(229)))) {
      assertEquals(1, figures(settledBy(wrong)).get("charged_wrong").asInt(), wrong.toString());
    }
  }

  private static Optional<Long> paid(long minor) {
    return Optional.of(minor);
  }

  private static PlayedTrip settledBy(Books books) {
    return new PlayedTrip(
        0,
        Map.of(TEA, 1),
        Optional.of(Map.of(TEA, 1)),
        List.of(),
        new PlayedTrip.Log(
            new PlayedTrip.Made(List.of(), List.of()),
            new PlayedTrip.Troubles(0, 0, false),
            new Looks(List.of()),
            new PlayedTrip.End(60, Optional.of(books)),
            List.of()));
  }

  @Test
  void reliabilitySaysHowOftenWhatItIsSureOfIsTrue() {
    JsonNode classes =
        figures(trip(Map.of(TEA, 1), Optional.of(Map.of(TEA, 1)), List.of())).get("reliability");
    assertEquals(2, classes.size());
    assertEquals(0.9, classes.get(0).get("from").asDouble());
    assertEquals(2, classes.get(0).get("guesses").asInt());
    assertEquals(1, classes.get(0).get("right").asInt());
    assertEquals(0.995, classes.get(1).get("from").asDouble());
    assertEquals(1, classes.get(1).get("right").asInt());
  }

  /** Two at 0.95, of which one names what did not cross, and a sure one that did. */
  private static final List<Reliability.Guess> GUESSES =
      List.of(
          new Reliability.Guess(10 * SECOND, Direction.IN, TEA, 0.95),
          new Reliability.Guess(10 * SECOND, Direction.IN, JAM, 0.95),
          new Reliability.Guess(11 * SECOND, Direction.IN, TEA, 0.999));

  /** Decided 750 ms after it happened. */
  private static Booked in(ProductId product, long nanos) {
    return new Booked(
        nanos, nanos + 750_000_000, Direction.IN, new Booked.Pieces(product, 1), true);
  }

  private static PlayedTrip trip(
      Map<ProductId, Integer> truth,
      Optional<Map<ProductId, Integer>> receipt,
      List<Booked> booked) {
    List<Crossing> crossings =
        List.of(new Crossing(10 * SECOND, 10_500_000_000L, Direction.IN, TEA, 98));
    return new PlayedTrip(
        0,
        truth,
        receipt,
        crossings,
        new PlayedTrip.Log(
            new PlayedTrip.Made(booked, GUESSES),
            new PlayedTrip.Troubles(0, 0, false),
            new Looks(List.of(look(TEA), look(TEA), look(TEA), look(JAM))),
            new PlayedTrip.End(60, Optional.empty()),
            List.of()));
  }

  /** Of a cart that saw tea. */
  private static Looks.Look look(ProductId likeliest) {
    Sighting sighting =
        new Sighting(
            1,
            0,
            10 * SECOND,
            Direction.IN,
            1,
            List.of(new Candidate(likeliest, 0.6)),
            0.1,
            List.of(),
            0.8);
    return new Looks.Look(sighting, List.of(TEA));
  }

  private static JsonNode figures(PlayedTrip trip) {
    return new Summary(List.of(trip))
        .figures(1, 2, new Summary.Setting("own", 2, Evaluation.Habit.honest(12)));
  }
}
