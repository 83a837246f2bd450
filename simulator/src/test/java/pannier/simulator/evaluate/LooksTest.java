package pannier.simulator.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Sighting;
import pannier.simulator.world.Crossing;

class LooksTest {
  private static final long SECOND = 1_000_000_000L;
  private static final ProductId TEA = new ProductId("tea");
  private static final ProductId JAM = new ProductId("jam");

  @Test
  void aSightingIsRightWhenItNamesFirstWhatCrossedThen() {
    List<Crossing> crossings =
        List.of(new Crossing(10 * SECOND, 11 * SECOND, Direction.IN, TEA, 98));
    List<Sighting> sightings =
        List.of(
            seen(TEA, 10, Direction.IN),
            seen(JAM, 10, Direction.IN),
            seen(TEA, 10, Direction.OUT),
            seen(TEA, 30, Direction.IN));
    Looks looks = Looks.of(sightings, crossings);
    assertEquals(2, looks.seen());
    assertEquals(1, looks.right());
  }

  private static Sighting seen(ProductId product, int atSeconds, Direction direction) {
    return new Sighting(
        1,
        0,
        atSeconds * SECOND,
        direction,
        1,
        List.of(new Candidate(product, 0.6)),
        0.1,
        List.of(),
        0.8);
  }
}
