package pannier.domain.reconcile;

import java.util.List;
import pannier.domain.evidence.WeightStep;

/**
 * Evidence that is explained together: what belongs to one move of a hand.
 *
 * @param crossings none to three, oldest first
 * @param steps none to three, oldest first
 */
record Move(List<Crossing> crossings, List<WeightStep> steps) {
  Move {
    crossings = List.copyOf(crossings);
    steps = List.copyOf(steps);
  }

  double netGrams() {
    double net = 0;
    for (WeightStep step : steps) {
      net += step.change().mean().grams();
    }
    return net;
  }

  double varianceGrams2() {
    double variance = 0;
    for (WeightStep step : steps) {
      variance += step.change().varianceGrams2();
    }
    return variance;
  }

  boolean seen() {
    return !crossings.isEmpty();
  }

  boolean weighed() {
    return !steps.isEmpty();
  }

  /** When it happened: the first crossing, else the first step. */
  long timestampNanos() {
    return seen() ? crossings.getFirst().timestampNanos() : steps.getFirst().startNanos();
  }

  /** The latest that is known of it. */
  long latestNanos() {
    long latest = Long.MIN_VALUE;
    for (Crossing crossing : crossings) {
      latest = Math.max(latest, crossing.timestampNanos());
    }
    for (WeightStep step : steps) {
      latest = Math.max(latest, step.settledNanos());
    }
    return latest;
  }

  /** A load whose centre lies outside the cells leans on the rim or hangs on the side. */
  boolean offTheFloor() {
    return steps.stream().anyMatch(WeightStep::offTheCells);
  }
}
