package pannier.domain.reconcile;

import java.util.List;
import java.util.Map;
import pannier.domain.evidence.Candidate;
import pannier.domain.reconcile.Explanation.Outcome;

/** What to do about a move. */
sealed interface Verdict {
  /** How sure it is, and of what not. */
  Weighed weighed();

  /**
   * @param probability of the likeliest outcome
   * @param runnerUp the second likeliest with its probability; empty if there is none
   */
  record Weighed(Explanation best, double probability, List<Map.Entry<Outcome, Double>> runnerUp) {}

  /** Do what the likeliest outcome says, which may be nothing. */
  record Book(Weighed weighed) implements Verdict {}

  /** Ask which of them it was, likeliest first. */
  record Ask(Weighed weighed, Outcome likeliest, List<Candidate> candidates) implements Verdict {}

  /** Hold the mass. */
  record Hold(Weighed weighed, String reason) implements Verdict {}
}
