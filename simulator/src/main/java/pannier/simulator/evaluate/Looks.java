package pannier.simulator.evaluate;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Sighting;
import pannier.simulator.world.Crossing;

/**
 * What the cameras made of what truly crossed.
 *
 * @param all sightings with a true crossing of their direction within a second
 */
record Looks(List<Look> all) {
  private static final long WITHIN_NANOS = 1_000_000_000L;

  Looks {
    all = List.copyOf(all);
  }

  /**
   * A sighting.
   *
   * @param truth what it may have been of, one or more
   */
  record Look(Sighting sighting, List<ProductId> truth) {
    /** Its likeliest product is a true one. */
    boolean right() {
      return !sighting.candidates().isEmpty()
          && truth.contains(sighting.candidates().getFirst().product());
    }
  }

  static Looks of(List<Sighting> sightings, List<Crossing> crossings) {
    List<Look> all = new ArrayList<>();
    for (Sighting sighting : sightings) {
      List<ProductId> near =
          crossings.stream()
              .filter(each -> each.direction() == sighting.direction())
              .filter(each -> Math.abs(each.nanos() - sighting.timestampNanos()) < WITHIN_NANOS)
              .map(Crossing::product)
              .toList();
      if (!near.isEmpty()) {
        all.add(new Look(sighting, near));
      }
    }
    return new Looks(all);
  }

  int seen() {
    return all.size();
  }

  int right() {
    return (int) all.stream().filter(Look::right).count();
  }
}
