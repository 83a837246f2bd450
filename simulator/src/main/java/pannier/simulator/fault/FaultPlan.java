package pannier.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults of one device or machine, past and planned. */
public final class FaultPlan<F extends Fault> {
  private final List<F> faults = new ArrayList<>();

  public void add(F fault) {
    faults.add(fault);
  }

  /** It is mended: as if it had never been, from now on. */
  public void remove(F fault) {
    faults.remove(fault);
  }

  /** The one that holds at an instant; the first of several. */
  public Optional<F> at(long nanos) {
    return at(nanos, fault -> true);
  }

  /** The first that holds at an instant and is such a one. */
  public Optional<F> at(long nanos, Predicate<F> such) {
    for (F fault : faults) {
      if (fault.span().holdsAt(nanos) && such.test(fault)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** All, in the order in which they were added. */
  public List<F> all() {
    return List.copyOf(faults);
  }
}
