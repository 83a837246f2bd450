package pannier.app.screen;

import java.util.Optional;
import pannier.app.proof.Proofs;
import pannier.app.workshop.Workshop;

/**
 * What the screen can show besides words: products, what was seen of this trip, and what staff do
 * at a free cart.
 *
 * @param workshop empty on a cart that staff do not work at
 */
public record Exhibits(ProductPictures products, Proofs proofs, Optional<Workshop> workshop) {
  /** Where staff do not work. */
  public Exhibits(ProductPictures products, Proofs proofs) {
    this(products, proofs, Optional.empty());
  }

  /** On a cart that keeps nothing. */
  public static Exhibits of(ProductPictures products) {
    return new Exhibits(products, Proofs.NONE);
  }
}
