package pannier.payment.cart;

import java.util.Optional;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Part;

/** Something long that the cart wants of the store. */
public sealed interface Wanted {
  /** The shop's prices and rules. */
  String PRICE_LIST = "price-list";

  /** The photos by which products are known, as a list. */
  String GALLERY = "gallery";

  /** A version of the cart's program, as a list of pieces of files. */
  String RELEASE = "release";

  /** What weighings taught of products' masses. */
  String MASSES = "masses";

  /**
   * A document in its newest version.
   *
   * @param name such as {@link #PRICE_LIST}
   * @param have the version that the cart has
   */
  record Document(String name, Optional<Message> have) implements Wanted {}

  /** A piece by its content, such as a photo. */
  record Piece(Part part) implements Wanted {}

  /** What came of it, whole and with the right digest. */
  record Fetched(Wanted wanted, Message content) {}
}
