package pannier.vision.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import pannier.domain.catalogue.ProductId;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.embed.ModelDescription;

/**
 * For developers: how long a match takes in galleries of 1,000 to 100,000 references (ten a
 * product), beside a plain loop that only takes the inner product of the query with each.
 *
 * <p>Medians of this thread's processor time.
 */
public final class SearchBench {
  private static final int REFERENCES_OF_A_PRODUCT = 10;
  private static final int ROUNDS = 41;

  private SearchBench() {}

  /** Prints a line for each size. */
  public static void main(String[] arguments) throws Exception {
    ModelDescription model = EmbeddingModel.bundled().description();
    System.out.printf(
        "%10s %12s %12s %12s %8s%n", "references", "plain ms", "cosines ms", "match ms", "ratio");
    for (int size : new int[] {1_000, 10_000, 100_000}) {
      measure(size, model);
    }
  }

  private static void measure(int size, ModelDescription model) throws Exception {
    Random random = new Random(size);
    float[][] plain = new float[size][];
    SortedMap<ProductId, List<float[]>> references = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      plain[i] = unit(random, model.dimensions());
      references
          .computeIfAbsent(
              new ProductId("p%06d".formatted(i / REFERENCES_OF_A_PRODUCT)), _ -> new ArrayList<>())
          .add(plain[i]);
    }
    // Calibrated from a sample, as ever; only the search is measured.
    Gallery gallery =
        Gallery.of(references, model.backgrounds(), GalleryRules.parse(model.gallery()));
    EmbeddingMatrix matrix = new EmbeddingMatrix(Arrays.asList(plain), model.dimensions());
    float[] query = unit(random, model.dimensions());
    double loop = millis(query, asked -> plainLoop(plain, asked));
    double cosines = millis(query, asked -> matrix.inner(asked)[0]);
    double match = millis(query, asked -> gallery.match(asked).unknown());
    System.out.printf(
        "%10d %12.3f %12.3f %12.3f %8.2f%n", size, loop, cosines, match, match / loop);
  }

  private static double plainLoop(float[][] references, float[] query) {
    double best = -1;
    for (float[] reference : references) {
      float sum = 0;
      for (int i = 0; i < query.length; i++) {
        sum += reference[i] * query[i];
      }
      best = Math.max(best, sum);
    }
    return best;
  }

  private static double millis(float[] query, ToDoubleFunction<float[]> search) {
    long[] nanos = new long[ROUNDS];
    double seen = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long started = cpuNanos();
      seen += search.applyAsDouble(query);
      nanos[round] = cpuNanos() - started;
    }
    if (Double.isNaN(seen)) {
      throw new AssertionError("no result");
    }
    Arrays.sort(nanos);
    return nanos[ROUNDS / 2] / 1e6;
  }

  private static long cpuNanos() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static float[] unit(Random random, int dimensions) {
    float[] vector = new float[dimensions];
    double squares = 0;
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < dimensions; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}
