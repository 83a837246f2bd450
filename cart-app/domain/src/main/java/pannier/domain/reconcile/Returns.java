package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.evidence.Candidate;
import pannier.domain.reconcile.Explanation.Return;

/**
 * Stories in which what a question or hold is about goes back where it came from: its mass with the
 * opposite sign. Up to three of them may go together.
 */
final class Returns {
  private static final double PRIOR = 0.3;

  /** The uncertainty of a mass that was held: the step that it came from, rounded up. */
  private static final double VARIANCE = 2;

  /** Unseen: the mass alone speaks. */
  void of(Move move, List<Decision> open, List<Explanation> to) {
    List<Decision> weighed =
        open.stream().filter(decision -> Matter.of(decision).grams() != 0).toList();
    subsets(move, weighed, 0, new ArrayList<>(), 0, to);
  }

  /** Seen: it must also look like what it was taken for, or like nothing that is known. */
  void of(Move move, List<Decision> open, Crossing crossing, List<Explanation> to) {
    for (Decision decision : open) {
      Matter matter = Matter.of(decision);
      if (matter.grams() != 0) {
        double alike = Math.min(1, 0.1 + crossing.unknown() + alike(matter, crossing));
        double fits =
            MassFit.fits(move.netGrams() + matter.grams(), move.varianceGrams2() + VARIANCE);
        add(List.of(decision.number()), PRIOR * alike * fits, to);
      }
    }
  }

  private static double alike(Matter matter, Crossing crossing) {
    double sum = 0;
    for (Candidate candidate : matter.candidates()) {
      sum += Math.min(candidate.probability(), crossing.probability(candidate.product()));
    }
    return sum;
  }

  private static void subsets(
      Move move,
      List<Decision> open,
      int from,
      List<Integer> chosen,
      double grams,
      List<Explanation> to) {
    if (!chosen.isEmpty()) {
      double variance = move.varianceGrams2() + VARIANCE * chosen.size();
      double several = StrictMath.pow(0.3, chosen.size() - 1);
      double fits = MassFit.fits(move.netGrams() + grams, variance);
      add(List.copyOf(chosen), PRIOR * several * fits, to);
    }
    if (chosen.size() == 3) {
      return;
    }
    for (int i = from; i < Math.min(open.size(), 12); i++) {
      chosen.add(open.get(i).number());
      subsets(move, open, i + 1, chosen, grams + Matter.of(open.get(i)).grams(), to);
      chosen.removeLast();
    }
  }

  private static void add(List<Integer> numbers, double score, List<Explanation> to) {
    if (score > 1e-12) {
      to.add(new Explanation(List.of(new Return(numbers)), score));
    }
  }
}
