package pannier.domain.evidence;

import java.util.List;
import pannier.domain.catalogue.ProductId;

/**
 * One product that a picture may show.
 *
 * @param probability 0 to 1; over all candidates and <em>unknown</em> it sums to at most 1
 */
public record Candidate(ProductId product, double probability) {
  public Candidate {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability %s".formatted(probability));
    }
  }

  /** What a list gives a product; 0 if it does not name it. */
  public static double probabilityOf(List<Candidate> candidates, ProductId product) {
    for (Candidate candidate : candidates) {
      if (candidate.product().equals(product)) {
        return candidate.probability();
      }
    }
    return 0;
  }
}
