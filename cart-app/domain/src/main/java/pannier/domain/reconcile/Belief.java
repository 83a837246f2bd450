package pannier.domain.reconcile;

import java.util.List;
import java.util.Optional;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.WeightStep;

/**
 * What the reconciler knows between two ticks. An immutable value.
 *
 * @param sightings not yet settled, oldest first
 * @param steps not yet settled, oldest first
 * @param memory of the latest episodes
 * @param open questions and holds ({@link Decision.Asked}, {@link Decision.Held}), oldest first
 * @param counts of decisions and episodes so far
 */
public record Belief(
    List<Sighting> sightings,
    List<WeightStep> steps,
    Memory memory,
    List<Decision> open,
    Counts counts) {
  /** Before any evidence. */
  public static final Belief START =
      new Belief(List.of(), List.of(), Memory.NONE, List.of(), new Counts(0, 0));

  public Belief {
    sightings = List.copyOf(sightings);
    steps = List.copyOf(steps);
    open = List.copyOf(open);
  }

  /** How many there were. */
  public record Counts(int decisions, int episodes) {}

  /**
   * Settled evidence that may still explain what comes later.
   *
   * @param seen sightings of closed episodes: another camera may be late with the same item
   * @param idle those of them that led to nothing: their weight may be late
   * @param removed what was taken out lately, and may come back
   */
  public record Memory(List<Sighting> seen, List<Sighting> idle, List<Gone> removed) {
    static final Memory NONE = new Memory(List.of(), List.of(), List.of());

    public Memory {
      seen = List.copyOf(seen);
      idle = List.copyOf(idle);
      removed = List.copyOf(removed);
    }

    Memory since(long nanos) {
      if (seen.isEmpty() && removed.isEmpty()) {
        return this;
      }
      return new Memory(
          seen.stream().filter(s -> s.timestampNanos() >= nanos).toList(),
          idle.stream().filter(s -> s.timestampNanos() >= nanos).toList(),
          removed.stream().filter(g -> g.nanos() >= nanos).toList());
    }
  }

  /** A product that was taken out. */
  public record Gone(ProductId product, long nanos) {}

  /** There is evidence that no decision has used. */
  public boolean pending() {
    return !sightings.isEmpty() || !steps.isEmpty();
  }

  /** The open question or hold with this decision number. */
  public Optional<Decision> findOpen(int number) {
    return open.stream().filter(decision -> decision.number() == number).findFirst();
  }

  Belief opened(List<Decision> nowOpen, Counts nowCounted) {
    return new Belief(sightings, steps, memory, nowOpen, nowCounted);
  }
}
