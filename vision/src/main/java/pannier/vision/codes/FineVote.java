package pannier.vision.codes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up, over the pictures of one item, by how much each number's bars fit better than others.
 */
final class FineVote {
  /** In units of the noise's variance: pictures of the same bars err alike. */
  private static final double LEAST_LEAD = 20;

  /** Of a rival's. */
  private static final double TIMES = 3;

  private final Map<Integer, FineBars.Fit> best = new HashMap<>();
  private final Map<Integer, Double> leads = new HashMap<>();

  void add(FineBars.Fit fit) {
    if (fit.isPossible()) {
      best.merge(fit.index(), fit, (one, other) -> one.lead() >= other.lead() ? one : other);
      leads.merge(fit.index(), fit.lead(), Double::sum);
    }
  }

  /** The number that leads clearly. */
  Optional<FineBars.Fit> accepted() {
    return best.values().stream().filter(this::leads).findFirst();
  }

  private boolean leads(FineBars.Fit fit) {
    double own = sum(fit.index());
    return own >= LEAST_LEAD
        && leads.keySet().stream()
            .allMatch(other -> other == fit.index() || own >= TIMES * sum(other));
  }

  private double sum(int index) {
    return leads.getOrDefault(index, 0.0);
  }
}
