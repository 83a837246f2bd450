package pannier.domain.reconcile;

import java.util.List;
import pannier.domain.evidence.Candidate;

/** What an open question or hold is about: its mass, zero if none was measured, and its names. */
record Matter(double grams, List<Candidate> candidates) {
  static Matter of(Decision open) {
    return switch (open) {
      case Decision.Asked asked -> new Matter(asked.change().mass().grams(), asked.candidates());
      case Decision.Held held -> new Matter(held.mass().grams(), List.of());
      case Decision.Added _, Decision.Removed _, Decision.Resolved _ -> new Matter(0, List.of());
    };
  }
}
