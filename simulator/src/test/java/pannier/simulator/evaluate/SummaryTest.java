package pannier.simulator.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Direction;
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
                List.of(), new PlayedTrip.Troubles(0, 1, true), new Looks(0, 0), 60, List.of()));
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
            booked, new PlayedTrip.Troubles(0, 0, false), new Looks(4, 3), 60, List.of()));
  }

  private static JsonNode figures(PlayedTrip trip) {
    return new Summary(List.of(trip)).figures(1, 2, new Summary.Setting("own", 2, 12, 0));
  }
}
