package pannier.simulator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.ProductId;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Gallery;
import pannier.vision.gallery.GalleryRules;

/** The gallery's search beside the loop that anybody would write first. */
final class GalleryContest {
  private static final int REFERENCES_EACH = 10;

  private GalleryContest() {}

  static Contest open(int references) throws Exception {
    EmbeddingModel model = EmbeddingModel.bundled();
    int dimensions = model.description().dimensions();
    Random random = new Random(references);
    SortedMap<ProductId, List<float[]>> products = new TreeMap<>();
    List<float[]> rows = new ArrayList<>();
    for (int product = 0; product < references / REFERENCES_EACH; product++) {
      List<float[]> own = new ArrayList<>();
      float[] centre = unit(random, dimensions, null);
      for (int i = 0; i < REFERENCES_EACH; i++) {
        own.add(unit(random, dimensions, centre));
      }
      rows.addAll(own);
      products.put(new ProductId("product-%06d".formatted(product)), own);
    }
    Gallery gallery =
        Gallery.of(products, List.of(), GalleryRules.parse(model.description().gallery()));
    float[] query = unit(random, dimensions, rows.getFirst());
    PlainLoop loop = new PlainLoop(rows.toArray(float[][]::new), REFERENCES_EACH);
    return new Contest(
        List.of(
            Contender.of("gallery", () -> gallery.match(query)),
            Contender.of("plain loop", () -> loop.nearest(query))),
        () -> {});
  }

  private static float[] unit(Random random, int dimensions, float @Nullable [] near) {
    float[] values = new float[dimensions];
    double square = 0;
    for (int i = 0; i < dimensions; i++) {
      values[i] = (float) random.nextGaussian() + (near == null ? 0 : 20 * near[i]);
      square += values[i] * values[i];
    }
    for (int i = 0; i < dimensions; i++) {
      values[i] /= (float) Math.sqrt(square);
    }
    return values;
  }
}
