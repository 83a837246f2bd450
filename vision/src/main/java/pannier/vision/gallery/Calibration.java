package pannier.vision.gallery;

import java.util.ArrayList;
import java.util.List;

/**
 * What a gallery learns from its own references.
 *
 * <p>Products whose pictures are all alike score high against everything that resembles them at
 * all; their handicap takes a share of that off again, which is also what keeps products that the
 * network was trained on from winning over new ones.
 */
final class Calibration {
  private final Basis basis;
  private final double[] handicap;
  private final LogisticCurve curve;
  private final LookAlikes lookAlikes;

  Calibration(Basis basis, double[] handicap, LogisticCurve curve, LookAlikes lookAlikes) {
    this.basis = basis;
    this.handicap = handicap;
    this.curve = curve;
    this.lookAlikes = lookAlikes;
  }

  /** How references are compared. */
  record Basis(Metric metric, Likeness likeness) {
    static Basis of(References references, GalleryRules.Imagined imagined) {
      Metric metric = Metric.of(references, imagined);
      return new Basis(metric, Likeness.of(references.matrix(), metric));
    }
  }

  Basis basis() {
    return basis;
  }

  /** To be taken off each product's score, in the products' order. */
  double[] handicap() {
    return handicap;
  }

  /** From the leader's claim to the probability of being known. */
  LogisticCurve curve() {
    return curve;
  }

  /** What products are taken for. */
  LookAlikes lookAlikes() {
    return lookAlikes;
  }

  static Calibration of(References references, EmbeddingMatrix backgrounds, GalleryRules rules) {
    Basis basis = Basis.of(references, rules.imagined());
    double[] handicap = handicap(references, basis, rules);
    Scorer scorer =
        new Scorer(references, backgrounds, basis, handicap, new Pooling(rules.pooling()));
    return new Calibration(
        basis,
        handicap,
        curve(references, handicap, scorer, rules),
        LookAlikes.of(references, basis, handicap, rules));
  }

  /** The mean score of a product's references against its others, drawn towards all products'. */
  private static double[] handicap(References references, Basis basis, GalleryRules rules) {
    int products = references.products().size();
    double[] total = new double[products];
    double usual = 0;
    int several = 0;
    for (int product = 0; product < products; product++) {
      if (references.count(product) > 1) {
        List<Metric.Turned> own =
            references.rows(product).stream().map(basis.metric::turn).toList();
        total[product] = ownScores(references.rows(product), own, new Pooling(rules.pooling()));
        usual += total[product] / references.count(product);
        several++;
      }
    }
    if (several == 0) {
      return total;
    }
    usual /= several;
    double mean = 0;
    for (int product = 0; product < products; product++) {
      int heard = references.count(product) > 1 ? references.count(product) : 0;
      total[product] = (total[product] + rules.ownPrior() * usual) / (heard + rules.ownPrior());
      mean += total[product] / products;
    }
    for (int product = 0; product < products; product++) {
      total[product] = rules.ownWeight() * (total[product] - mean);
    }
    return total;
  }

  /** The sum of each reference's score against the product's others. */
  private static double ownScores(List<float[]> rows, List<Metric.Turned> turned, Pooling pooling) {
    double[] sums = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < i; j++) {
        double near = pooling.near(turned.get(i).cosine(rows.get(j), turned.get(j).length()));
        sums[i] += near;
        sums[j] += near;
      }
    }
    double total = 0;
    for (double sum : sums) {
      total += pooling.score(sum / (rows.size() - 1));
    }
    return total;
  }

  /**
   * Known: references, each with itself left out. Unknown: the same, each with its whole product
   * left out.
   */
  private static LogisticCurve curve(
      References references, double[] handicap, Scorer scorer, GalleryRules rules) {
    Claim claim = new Claim(rules, handicap);
    List<Double> known = new ArrayList<>();
    List<Double> unknown = new ArrayList<>();
    int step = (references.matrix().rows() + rules.sample() - 1) / rules.sample();
    int owner = 0;
    for (int row = 0; row < references.matrix().rows(); row += step) {
      while (references.firstRow(owner + 1) <= row) {
        owner++;
      }
      Scores scores = scorer.leavingOut(row, owner);
      if (references.count(owner) > 1) {
        known.add(claim.of(scores.products(), scores.backgrounds()));
      }
      if (handicap.length > 1) {
        unknown.add(claim.without(scores.products(), owner, scores.backgrounds()));
      }
    }
    GalleryRules.Prior prior = rules.prior();
    List<LogisticCurve.Observation> observations = new ArrayList<>();
    observe(observations, true, known, prior.known(), prior.weight(), 1 - prior.unknownShare());
    observe(observations, false, unknown, prior.unknown(), prior.weight(), prior.unknownShare());
    return LogisticCurve.fit(observations);
  }

  /** Own and imagined claims, with weights whose sum is {@code share}. */
  private static void observe(
      List<LogisticCurve.Observation> observations,
      boolean known,
      List<Double> own,
      List<Double> imagined,
      double imaginedWeight,
      double share) {
    double unit = share / (own.size() + imaginedWeight);
    own.forEach(claim -> observations.add(new LogisticCurve.Observation(claim, known, unit)));
    double each = unit * imaginedWeight / imagined.size();
    imagined.forEach(claim -> observations.add(new LogisticCurve.Observation(claim, known, each)));
  }

  static double inner(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
