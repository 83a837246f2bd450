package pannier.vision.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What looks like one product of a gallery may be another: learned from its own references, each
 * left out in turn and told from its product's nearest rivals. Where a picture is poor, its ranking
 * is worth no more than that. Immutable.
 */
final class LookAlikes {
  /** So many products come near one at most. */
  private static final int RIVALS = 8;

  /** So many of a product's references speak. */
  private static final int HEARD = 6;

  private final int[][] truly;
  private final double[][] shares;

  /**
   * @param truly for each product that a picture looks like, the numbers of those it may be
   * @param shares how likely it is each of them; they sum to 1
   */
  LookAlikes(List<int[]> truly, List<double[]> shares) {
    this.truly = truly.stream().map(int[]::clone).toArray(int[][]::new);
    this.shares = shares.stream().map(double[]::clone).toArray(double[][]::new);
  }

  /** Every product is taken for itself alone. */
  static LookAlikes none(int products) {
    List<int[]> truly = new ArrayList<>();
    List<double[]> shares = new ArrayList<>();
    for (int product = 0; product < products; product++) {
      truly.add(new int[] {product});
      shares.add(new double[] {1});
    }
    return new LookAlikes(truly, shares);
  }

  /** Of a gallery whose products have these handicaps; none where its rules ask for none. */
  static LookAlikes of(
      References references, Calibration.Basis basis, double[] handicap, GalleryRules rules) {
    int products = references.products().size();
    if (rules.views().lookAlikes() == 0) {
      return none(products);
    }
    Contest contest = new Contest(references, basis, handicap, rules);
    Likeness prototypes = contest.prototypes();
    List<List<Integer>> truly = new ArrayList<>();
    List<List<Double>> shares = new ArrayList<>();
    for (int product = 0; product < products; product++) {
      truly.add(new ArrayList<>());
      shares.add(new ArrayList<>());
    }
    for (int product = 0; product < products; product++) {
      int[] rivals = contest.rivals(product, prototypes);
      double[] taken = contest.takenFor(product, rivals);
      for (int i = 0; i < rivals.length; i++) {
        truly.get(rivals[i]).add(product);
        shares.get(rivals[i]).add(taken[i]);
      }
      truly.get(product).add(product);
      shares.get(product).add(taken[rivals.length]);
    }
    return new LookAlikes(
        truly.stream().map(own -> own.stream().mapToInt(Integer::intValue).toArray()).toList(),
        shares.stream().map(LookAlikes::scaled).toList());
  }

  private static double[] scaled(List<Double> shares) {
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    double[] scaled = new double[shares.size()];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = shares.get(i) / sum;
    }
    return scaled;
  }

  /** What that which looks like this product may be; a copy. */
  int[] truly(int product) {
    return truly[product].clone();
  }

  /** How likely it is each of them; a copy. */
  double[] shares(int product) {
    return shares[product].clone();
  }

  /**
   * A picture's ranking, which is believed as far as the picture is not in doubt.
   *
   * @param ranking of all products, with the sum 1
   * @param doubt 0 (as it is) to 1 (no more than the gallery's own references tell)
   */
  double[] blurred(double[] ranking, double doubt) {
    double[] blurred = new double[ranking.length];
    for (int product = 0; product < ranking.length; product++) {
      blurred[product] += (1 - doubt) * ranking[product];
      for (int i = 0; i < truly[product].length; i++) {
        blurred[truly[product][i]] += doubt * ranking[product] * shares[product][i];
      }
    }
    return blurred;
  }

  /** References against references. */
  private static final class Contest {
    private final References references;
    private final Calibration.Basis basis;
    private final double[] handicap;
    private final Pooling pooling;
    private final double temperature;

    Contest(References references, Calibration.Basis basis, double[] handicap, GalleryRules rules) {
      this.references = references;
      this.basis = basis;
      this.handicap = handicap;
      this.pooling = new Pooling(rules.pooling());
      this.temperature = rules.views().lookAlikes();
    }

    /** Of each product, the mean of its references, each at the same distance from the middle. */
    Likeness prototypes() {
      List<float[]> means = new ArrayList<>();
      for (int product = 0; product < references.products().size(); product++) {
        means.add(prototype(product));
      }
      EmbeddingMatrix matrix = new EmbeddingMatrix(means, references.matrix().dimensions());
      return Likeness.of(matrix, basis.metric());
    }

    private float[] prototype(int product) {
      List<float[]> rows = references.rows(product);
      float[] lengths = lengths(product);
      float[] middle = basis.metric().mean();
      double[] sum = new double[middle.length];
      for (int row = 0; row < lengths.length; row++) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += (rows.get(row)[i] - middle[i]) / (double) lengths[row] / rows.size();
        }
      }
      double square = Arrays.stream(sum).map(value -> value * value).sum();
      double scale = basis.metric().isPlain() ? 1 / Math.sqrt(Math.max(square, 1e-24)) : 1;
      float[] prototype = new float[sum.length];
      for (int i = 0; i < sum.length; i++) {
        prototype[i] = (float) (middle[i] + sum[i] * scale);
      }
      return prototype;
    }

    /** The products that come nearest, the nearest first. */
    int[] rivals(int product, Likeness prototypes) {
      float[] own = prototypes.row(product);
      float[] cosines = prototypes.cosines(basis.metric().turn(own));
      int[] nearest = new int[Math.min(RIVALS, cosines.length - 1)];
      int found = 0;
      cosines[product] = Float.NEGATIVE_INFINITY;
      for (int other = 0; other < cosines.length; other++) {
        int at = found;
        while (at > 0 && cosines[nearest[at - 1]] < cosines[other]) {
          at--;
        }
        if (at < nearest.length && other != product) {
          System.arraycopy(nearest, at, nearest, at + 1, Math.min(found, nearest.length - 1) - at);
          nearest[at] = other;
          found = Math.min(found + 1, nearest.length);
        }
      }
      return nearest;
    }

    /** The mean share that its references, each left out, give to each rival and, last, to it. */
    double[] takenFor(int product, int[] rivals) {
      double[] taken = new double[rivals.length + 1];
      List<float[]> own = references.rows(product);
      if (own.size() < 2) {
        taken[rivals.length] = 1;
        return taken;
      }
      List<List<float[]>> theirs = Arrays.stream(rivals).mapToObj(references::rows).toList();
      int every = (own.size() + HEARD - 1) / HEARD;
      int heard = (own.size() + every - 1) / every;
      for (int row = 0; row < own.size(); row += every) {
        Metric.Turned turned = basis.metric().turn(own.get(row));
        double[] scores = new double[taken.length];
        for (int i = 0; i < rivals.length; i++) {
          scores[i] = score(turned, rivals[i], theirs.get(i), -1);
        }
        scores[rivals.length] = score(turned, product, own, row);
        double[] shares = Gallery.shares(scores, temperature);
        for (int i = 0; i < taken.length; i++) {
          taken[i] += shares[i] / heard;
        }
      }
      return taken;
    }

    /** Of its references, by the metric. */
    private float[] lengths(int product) {
      return basis.likeness().lengths(references.firstRow(product), references.count(product));
    }

    private double score(Metric.Turned turned, int product, List<float[]> rows, int left) {
      float[] lengths = lengths(product);
      double sum = 0;
      for (int row = 0; row < rows.size(); row++) {
        if (row != left) {
          sum += pooling.near(turned.cosine(rows.get(row), lengths[row]));
        }
      }
      int count = rows.size() - (left < 0 ? 0 : 1);
      return pooling.score(sum / count) - handicap[product];
    }
  }
}
