package pannier.vision;

import java.util.List;

/** Says what product the pictures of one item show. Used by one thread at a time. */
public interface Recogniser {
  /**
   * Ranks the products that these pictures of <em>one</em> item may show. The same pictures give
   * the same ranking.
   *
   * @param crops best first, at most a handful; empty when the item was never seen well, which
   *     gives {@link Ranking#nothing}
   */
  Ranking recognise(List<Crop> crops);
}
