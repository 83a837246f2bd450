package pannier.domain.evidence;

import java.util.List;

/**
 * What belongs to one move, complete: nothing is added to it once it is published.
 *
 * @param number counts the episodes of a trip from 1
 * @param closedNanos the tick at which it was settled
 * @param sightings oldest first; two cameras that saw one item both have theirs here
 * @param steps oldest first
 */
public record Episode(
    int number, long closedNanos, List<Sighting> sightings, List<WeightStep> steps) {
  public Episode {
    sightings = List.copyOf(sightings);
    steps = List.copyOf(steps);
  }
}
