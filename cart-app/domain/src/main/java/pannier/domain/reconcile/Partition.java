package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import pannier.domain.evidence.WeightStep;

/**
 * Cuts crossings and steps, both in time order, into moves, so that all evidence together is
 * likeliest: the product of the moves' evidence is the largest.
 */
final class Partition {
  private static final int MOST = 3;

  private Partition() {}

  /**
   * @param logEvidence of a move, the logarithm of the sum of its stories' scores
   * @return moves in time order; none for no evidence
   */
  static List<Move> best(
      List<Crossing> crossings, List<WeightStep> steps, ToDoubleFunction<Move> logEvidence) {
    int n = crossings.size();
    int m = steps.size();
    Cut[][] best = new Cut[n + 1][m + 1];
    best[0][0] = new Cut(0, null, 0, 0);
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        if (i + j > 0) {
          best[i][j] = bestCut(crossings, steps, logEvidence, best, i, j);
        }
      }
    }
    List<Move> moves = new ArrayList<>();
    int i = n;
    int j = m;
    while (i + j > 0) {
      Cut cut = best[i][j];
      if (cut.move != null) {
        moves.addFirst(cut.move);
      }
      i = cut.fromCrossing;
      j = cut.fromStep;
    }
    return moves;
  }

  private record Cut(double score, @Nullable Move move, int fromCrossing, int fromStep) {}

  private static Cut bestCut(
      List<Crossing> crossings,
      List<WeightStep> steps,
      ToDoubleFunction<Move> logEvidence,
      Cut[][] best,
      int i,
      int j) {
    Cut found = null;
    for (int a = Math.max(0, i - MOST); a <= i; a++) {
      for (int b = Math.max(0, j - MOST); b <= j; b++) {
        if (a == i && b == j) {
          continue;
        }
        Move move = new Move(crossings.subList(a, i), steps.subList(b, j));
        double score = best[a][b].score + logEvidence.applyAsDouble(move);
        if (found == null || score > found.score) {
          found = new Cut(score, move, a, b);
        }
      }
    }
    return java.util.Objects.requireNonNull(found);
  }
}
