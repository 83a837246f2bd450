package pannier.vision.gallery;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How embeddings are compared in one gallery: by the cosine between their differences from the
 * products' mean, in a space in which pictures of one product spread alike in all directions (the
 * inner product of Mahalanobis's distance). What tells this shop's products apart counts, what
 * changes between pictures of one product does not. Immutable.
 */
final class Metric {
  /** So many references tell the spread well enough. */
  static final int MOST_ROWS = 10_000;

  private final float[] mean;
  private final @Nullable EmbeddingMatrix inverse;

  /** An embedding made ready to be compared with others. */
  static final class Turned {
    private final float[] vector;
    private final float offset;
    private final float length;

    private Turned(float[] vector, float offset, float length) {
      this.vector = vector;
      this.offset = offset;
      this.length = length;
    }

    /**
     * Its inner product with another embedding, less {@link #offset} and divided by both lengths,
     * is their cosine.
     */
    float[] vector() {
      return vector;
    }

    float offset() {
      return offset;
    }

    float length() {
      return length;
    }

    double cosine(float[] other, float otherLength) {
      return (Calibration.inner(vector, other) - offset) / ((double) length * otherLength);
    }
  }

  /**
   * @param inverse of the covariance, row by row, each of the mean's length; null compares
   *     embeddings of length 1 as they are
   */
  Metric(float[] mean, @Nullable List<float[]> inverse) {
    this.mean = mean.clone();
    this.inverse = inverse == null ? null : new EmbeddingMatrix(inverse, mean.length);
  }

  /** The plain cosine. */
  static Metric plain(int dimensions) {
    return new Metric(new float[dimensions], null);
  }

  /**
   * Of a gallery's references, drawn towards the plain cosine by imagined ones.
   *
   * @param imagined infinitely many leave the plain cosine
   */
  static Metric of(References references, GalleryRules.Imagined imagined) {
    int dimensions = references.matrix().dimensions();
    if (Double.isInfinite(imagined.references())) {
      return plain(dimensions);
    }
    Spread spread = new Spread(dimensions);
    int products = references.products().size();
    int every = (references.matrix().rows() + MOST_ROWS - 1) / MOST_ROWS;
    for (int product = 0; product < products; product += every) {
      spread.add(references.rows(product));
    }
    return new Metric(
        spread.mean(imagined.products()), spread.inverseCovariance(imagined.references()));
  }

  boolean isPlain() {
    return inverse == null;
  }

  /** To be taken off an embedding. */
  float[] mean() {
    return mean.clone();
  }

  /** Of a metric that is not plain: copies of the rows of the covariance's inverse. */
  List<float[]> rows() {
    EmbeddingMatrix rows = inverse;
    return rows == null ? List.of() : IntStream.range(0, rows.rows()).mapToObj(rows::row).toList();
  }

  Turned turn(float[] embedding) {
    EmbeddingMatrix rows = inverse;
    if (rows == null) {
      return new Turned(embedding, 0, 1);
    }
    float[] difference = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      difference[i] = embedding[i] - mean[i];
    }
    float[] vector = rows.inner(difference);
    double square = Calibration.inner(vector, difference);
    float length = (float) StrictMath.sqrt(Math.max(square, Float.MIN_NORMAL));
    return new Turned(vector, (float) Calibration.inner(vector, mean), length);
  }

  /** What is known of how embeddings spread, product after product. */
  private static final class Spread {
    private final double[][] within;
    private final double[] sumOfMeans;
    private int products;
    private int rows;

    Spread(int dimensions) {
      within = new double[dimensions][dimensions];
      sumOfMeans = new double[dimensions];
    }

    void add(List<float[]> own) {
      int dimensions = sumOfMeans.length;
      double[] mean = new double[dimensions];
      for (float[] row : own) {
        for (int i = 0; i < dimensions; i++) {
          mean[i] += row[i] / (double) own.size();
        }
      }
      for (int i = 0; i < dimensions; i++) {
        sumOfMeans[i] += mean[i];
      }
      double[] difference = new double[dimensions];
      for (float[] row : own) {
        for (int i = 0; i < dimensions; i++) {
          difference[i] = row[i] - mean[i];
        }
        addSquares(difference);
      }
      products++;
      rows += own.size();
    }

    /** Below the diagonal and on it. */
    private void addSquares(double[] difference) {
      for (int i = 0; i < difference.length; i++) {
        double[] sums = within[i];
        double times = difference[i];
        for (int j = 0; j <= i; j++) {
          sums[j] += times * difference[j];
        }
      }
    }

    /** The mean of the products' means, drawn towards 0. */
    float[] mean(double imaginedProducts) {
      float[] mean = new float[sumOfMeans.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (float) (sumOfMeans[i] / (products + imaginedProducts));
      }
      return mean;
    }

    /** Scaled so that the imagined references, which spread alike everywhere, spread by 1. */
    List<float[]> inverseCovariance(double imaginedReferences) {
      int freedom = rows - products;
      double trace = 0;
      for (int i = 0; i < within.length; i++) {
        trace += within[i][i];
      }
      double usual = trace > 0 ? trace / within.length / freedom : 1;
      for (int i = 0; i < within.length; i++) {
        for (int j = 0; j <= i; j++) {
          double own = within[i][j] / usual;
          within[i][j] = (own + (i == j ? imaginedReferences : 0)) / (imaginedReferences + freedom);
        }
      }
      return Arrays.stream(Cholesky.inverse(within)).map(Metric::floats).toList();
    }
  }

  private static float[] floats(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
