package pannier.vision.recognise;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.ProductId;

/**
 * What the recogniser reached on a set of photos.
 *
 * @param products how many the gallery holds
 * @param all over all photos
 * @param byProduct over those of each product
 * @param times of one photo
 * @param openSet null when no photos of unknown things were given
 */
record Measurement(
    int products,
    Tally all,
    SortedMap<ProductId, Tally> byProduct,
    Times times,
    @Nullable OpenSet openSet) {

  /**
   * Medians in milliseconds.
   *
   * @param photoMillis from decoded pixels to ranked products
   * @param invokeMillis of the bare interpreter
   */
  record Times(double photoMillis, double invokeMillis) {}
}
