package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.WeightStep;

/**
 * What the reconciler knows between two ticks. An immutable value.
 *
 * @param evidence not yet settled
 * @param memory of the latest episodes
 * @param open questions and holds ({@link Decision.Asked}, {@link Decision.Held}), oldest first
 * @param personal holds that were declared to be the shopper's own: not billed, but weighed
 * @param counts of decisions and episodes so far
 */
public record Belief(
    Evidence evidence,
    Memory memory,
    List<Decision> open,
    List<Decision.Held> personal,
    Counts counts) {
  /** Before any evidence. */
  public static final Belief START =
      new Belief(Evidence.NONE, Memory.NONE, List.of(), List.of(), new Counts(0, 0));

  public Belief {
    open = List.copyOf(open);
    personal = List.copyOf(personal);
  }

  /** What no decision has used yet, oldest first. */
  public record Evidence(List<Sighting> sightings, List<WeightStep> steps) {
    static final Evidence NONE = new Evidence(List.of(), List.of());

    public Evidence {
      sightings = List.copyOf(sightings);
      steps = List.copyOf(steps);
    }
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
    return !evidence.sightings().isEmpty() || !evidence.steps().isEmpty();
  }

  /** The open question or hold with this decision number. */
  public Optional<Decision> findOpen(int number) {
    return open.stream().filter(decision -> decision.number() == number).findFirst();
  }

  List<Sighting> sightings() {
    return evidence.sightings();
  }

  List<WeightStep> steps() {
    return evidence.steps();
  }

  /** Everything that may be taken out again without being on a line. */
  List<Decision> unbilled() {
    List<Decision> all = new ArrayList<>(open);
    all.addAll(personal);
    return all;
  }

  /** The mass of what is open or personal, in grams. */
  public double unbilledGrams() {
    return unbilled().stream().mapToDouble(decision -> Matter.of(decision).grams()).sum();
  }

  Belief counted(Counts now) {
    return new Belief(evidence, memory, open, personal, now);
  }

  Belief with(List<Decision> nowOpen, List<Decision.Held> nowPersonal) {
    return new Belief(evidence, memory, nowOpen, nowPersonal, counts);
  }

  Belief with(Evidence now, Memory remembered) {
    return new Belief(now, remembered, open, personal, counts);
  }

  /** Without the open or personal matter of this number. */
  Belief without(int number) {
    return with(
        open.stream().filter(d -> d.number() != number).toList(),
        personal.stream().filter(d -> d.number() != number).toList());
  }

  /** With one more open matter. */
  Belief opened(Decision decision) {
    List<Decision> now = new ArrayList<>(open);
    now.add(decision);
    return with(now, personal);
  }
}
