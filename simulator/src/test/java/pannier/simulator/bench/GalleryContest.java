package pannier.simulator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import pannier.domain.catalogue.ProductId;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Gallery;
import pannier.vision.gallery.GalleryRules;

/**
 * The gallery's search beside the loop that anybody would write first. Three of ten products are
 * one family: their references lie nearly as close to each other's as to their own.
 */
final class GalleryContest {
  private static final int REFERENCES_EACH = 10;
  private static final int PRODUCTS_A_FAMILY = 10;
  private static final int LOOK_ALIKES = 3;

  /** Cosine 0.66 to what it is near. */
  private static final float A_VIEW = 20;

  /** Cosine 0.96. */
  private static final float A_FLAVOUR = 80;

  private GalleryContest() {}

  static Contest open(int references) throws Exception {
    EmbeddingModel model = EmbeddingModel.bundled();
    int dimensions = model.description().dimensions();
    Random random = new Random(references);
    SortedMap<ProductId, List<float[]>> products = new TreeMap<>();
    List<float[]> rows = new ArrayList<>();
    float[] family = unit(random, new float[dimensions], 0);
    for (int product = 0; product < references / REFERENCES_EACH; product++) {
      int place = product % PRODUCTS_A_FAMILY;
      family = place == 0 ? unit(random, family, 0) : family;
      float[] centre = unit(random, family, place < LOOK_ALIKES ? A_FLAVOUR : 0);
      List<float[]> own = new ArrayList<>();
      for (int i = 0; i < REFERENCES_EACH; i++) {
        own.add(unit(random, centre, A_VIEW));
      }
      rows.addAll(own);
      products.put(new ProductId("product-%06d".formatted(product)), own);
    }
    Gallery gallery =
        Gallery.of(products, List.of(), GalleryRules.parse(model.description().gallery()));
    float[] query = unit(random, rows.getFirst(), A_VIEW);
    PlainLoop loop = new PlainLoop(rows.toArray(float[][]::new), REFERENCES_EACH);
    return new Contest(
        List.of(
            Contender.of("gallery", () -> gallery.match(query)),
            Contender.of("plain loop", () -> loop.nearest(query))),
        () -> {});
  }

  /** At random, but pulled so strongly towards another. */
  private static float[] unit(Random random, float[] near, float pull) {
    float[] values = new float[near.length];
    double square = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() + pull * near[i];
      square += values[i] * values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= (float) Math.sqrt(square);
    }
    return values;
  }
}
