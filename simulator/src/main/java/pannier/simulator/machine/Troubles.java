package pannier.simulator.machine;

import java.util.ArrayList;
import java.util.List;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.Fault.Machine;

/** What goes wrong with one machine, asked by it as time passes. */
final class Troubles {
  private final Machine machine;
  private final List<Fault.Death> deaths = new ArrayList<>();
  private final List<Fault> others;
  private long nowNanos;
  private long offUntilNanos = Long.MIN_VALUE;

  Troubles(Machine machine, List<Fault.OfSystem> faults) {
    this.machine = machine;
    this.others = List.copyOf(faults);
    for (Fault.OfSystem fault : faults) {
      if (fault instanceof Fault.Death death && death.machine() == machine) {
        deaths.add(death);
      }
    }
  }

  /**
   * Lets time pass.
   *
   * @throws PowerLoss if its power goes now
   */
  void advanceTo(long nanos) {
    nowNanos = nanos;
    strike(Fault.Death.AT_ONCE);
  }

  /** The instant to which time has passed. */
  long nanos() {
    return nowNanos;
  }

  /** Whether it has no power. */
  boolean off() {
    return nowNanos < offUntilNanos;
  }

  /**
   * A boundary between two writes.
   *
   * @throws PowerLoss if its power goes here
   */
  void strike(String moment) {
    for (Fault.Death death : List.copyOf(deaths)) {
      if (death.span().fromNanos() <= nowNanos && death.moment().equals(moment)) {
        deaths.remove(death);
        offUntilNanos = nowNanos + death.span().lengthNanos();
        throw new PowerLoss(moment);
      }
    }
  }

  /** Ends without a loss of power: a program that gave up is started again after a while. */
  void endedFor(long nanos) {
    offUntilNanos = nowNanos + nanos;
  }

  boolean diskFull() {
    return others.stream()
        .anyMatch(
            fault ->
                fault instanceof Fault.FullDisk disk
                    && disk.machine() == machine
                    && disk.span().holdsAt(nowNanos));
  }

  boolean offline() {
    return others.stream()
        .anyMatch(
            fault ->
                fault instanceof Fault.Offline offline
                    && offline.machine() == machine
                    && offline.span().holdsAt(nowNanos));
  }

  /** By how much its clock is wrong. */
  long clockNanos() {
    long sum = 0;
    for (Fault fault : others) {
      if (fault instanceof Fault.ClockJump jump
          && jump.machine() == machine
          && jump.span().holdsAt(nowNanos)) {
        sum += jump.byNanos();
      }
    }
    return sum;
  }

  /** Whether its program stands still: the gap that its clock will show has just begun. */
  boolean stalled() {
    return others.stream()
        .anyMatch(
            fault ->
                fault instanceof Fault.ClockJump jump
                    && jump.machine() == machine
                    && nowNanos >= jump.span().fromNanos()
                    && nowNanos < jump.span().fromNanos() + jump.byNanos());
  }
}
