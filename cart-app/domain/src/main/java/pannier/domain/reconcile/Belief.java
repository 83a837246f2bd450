package pannier.domain.reconcile;

import java.util.List;
import java.util.Optional;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.WeightStep;

/**
 * What the reconciler knows between two ticks. An immutable value.
 *
 * @param sightings not yet settled, oldest first
 * @param steps not yet settled, oldest first
 * @param settled sightings of the latest episodes, kept to know them again when another camera is
 *     late
 * @param open questions and holds ({@link Decision.Asked}, {@link Decision.Held}), oldest first
 * @param counts of decisions and episodes so far
 */
public record Belief(
    List<Sighting> sightings,
    List<WeightStep> steps,
    List<Sighting> settled,
    List<Decision> open,
    Counts counts) {
  /** Before any evidence. */
  public static final Belief START =
      new Belief(List.of(), List.of(), List.of(), List.of(), new Counts(0, 0));

  public Belief {
    sightings = List.copyOf(sightings);
    steps = List.copyOf(steps);
    settled = List.copyOf(settled);
    open = List.copyOf(open);
  }

  /** How many there were. */
  public record Counts(int decisions, int episodes) {}

  /** There is evidence that no decision has used. */
  public boolean pending() {
    return !sightings.isEmpty() || !steps.isEmpty();
  }

  /** The open question or hold with this decision number. */
  public Optional<Decision> findOpen(int number) {
    return open.stream().filter(decision -> decision.number() == number).findFirst();
  }
}
