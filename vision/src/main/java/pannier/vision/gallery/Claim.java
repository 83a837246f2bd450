package pannier.vision.gallery;

import java.util.Arrays;

/**
 * How strongly the leading product claims a picture: its score plus kappa times its lead over the
 * mean of the runners-up, less its handicap some more times. Backgrounds (pictures of no product)
 * may run up but never lead.
 */
final class Claim {
  private final int rivals;
  private final double leadWeight;
  private final double claimHandicap;
  private final double[] handicap;

  Claim(GalleryRules rules, double[] handicap) {
    this.rivals = rules.rivals();
    this.leadWeight = rules.leadWeight();
    this.claimHandicap = rules.claimHandicap();
    this.handicap = handicap;
  }

  /** Of the product scores but the one numbered {@code left}, which is left out; −1 leaves none. */
  double without(double[] scores, int left, float[] backgrounds) {
    double leader = Double.NEGATIVE_INFINITY;
    double leaderHandicap = 0;
    double[] behind = new double[rivals];
    Arrays.fill(behind, Double.NEGATIVE_INFINITY);
    for (int product = 0; product < scores.length; product++) {
      if (product == left) {
        continue;
      }
      double score = scores[product];
      if (score > leader) {
        insert(behind, leader);
        leader = score;
        leaderHandicap = handicap[product];
      } else {
        insert(behind, score);
      }
    }
    for (double background : backgrounds) {
      insert(behind, background);
    }
    return leader + leadWeight * lead(leader, behind) - claimHandicap * leaderHandicap;
  }

  double of(double[] scores, float[] backgrounds) {
    return without(scores, -1, backgrounds);
  }

  private static double lead(double leader, double[] behind) {
    double sum = 0;
    int count = 0;
    for (double score : behind) {
      if (score != Double.NEGATIVE_INFINITY) {
        sum += score;
        count++;
      }
    }
    return count == 0 ? 0 : leader - sum / count;
  }

  /** Keeps the largest values, the largest first. */
  private static void insert(double[] largest, double value) {
    int at = largest.length;
    while (at > 0 && largest[at - 1] < value) {
      at--;
    }
    if (at < largest.length) {
      System.arraycopy(largest, at, largest, at + 1, largest.length - 1 - at);
      largest[at] = value;
    }
  }
}
