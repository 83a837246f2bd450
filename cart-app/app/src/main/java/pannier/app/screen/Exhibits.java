package pannier.app.screen;

import pannier.app.proof.Proofs;

/** What the screen can show besides words: products, and what was seen of this trip. */
public record Exhibits(ProductPictures products, Proofs proofs) {
  /** On a cart that keeps nothing. */
  public static Exhibits of(ProductPictures products) {
    return new Exhibits(products, Proofs.NONE);
  }
}
