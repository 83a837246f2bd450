package pannier.simulator.evaluate;

import java.util.List;
import pannier.domain.evidence.Sighting;
import pannier.simulator.world.Crossing;

/**
 * How well the cameras recognised what truly crossed.
 *
 * @param seen sightings with a true crossing of their direction within a second
 * @param right those whose likeliest product is a true one's
 */
record Looks(int seen, int right) {
  private static final long WITHIN_NANOS = 1_000_000_000L;

  static Looks of(List<Sighting> sightings, List<Crossing> crossings) {
    int seen = 0;
    int right = 0;
    for (Sighting sighting : sightings) {
      List<Crossing> near =
          crossings.stream()
              .filter(each -> each.direction() == sighting.direction())
              .filter(each -> Math.abs(each.nanos() - sighting.timestampNanos()) < WITHIN_NANOS)
              .toList();
      if (!near.isEmpty()) {
        seen++;
        right += isRight(sighting, near) ? 1 : 0;
      }
    }
    return new Looks(seen, right);
  }

  private static boolean isRight(Sighting sighting, List<Crossing> near) {
    return !sighting.candidates().isEmpty()
        && near.stream()
            .anyMatch(each -> each.product().equals(sighting.candidates().getFirst().product()));
  }
}
