package pannier.domain.evidence;

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
}
