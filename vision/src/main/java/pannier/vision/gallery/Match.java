package pannier.vision.gallery;

import java.util.List;
import pannier.domain.evidence.Candidate;

/**
 * What a gallery says of an item.
 *
 * @param candidates all its products, likeliest first
 * @param unknown probability that it is none of them; with all candidates' the sum is 1
 */
public record Match(List<Candidate> candidates, double unknown) {
  public Match {
    candidates = List.copyOf(candidates);
  }
}
