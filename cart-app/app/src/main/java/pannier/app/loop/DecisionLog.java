package pannier.app.loop;

import java.io.IOException;
import java.util.List;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.TickRecord;
import pannier.domain.weighing.Weighing;

/** Where ticks and decisions are made durable. */
@FunctionalInterface
public interface DecisionLog {
  /** When it returns, decisions and weighings will survive a power cut. */
  void append(TickRecord record, List<Decision> decisions, List<Weighing> weighings)
      throws IOException;

  /** For a recording that can be played again: nothing needs to be kept. */
  static DecisionLog none() {
    return (record, decisions, weighings) -> {};
  }
}
