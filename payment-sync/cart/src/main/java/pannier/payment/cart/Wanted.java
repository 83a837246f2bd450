package pannier.payment.cart;

import java.util.Optional;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Part;

/** Something long that the cart wants of the store. */
public sealed interface Wanted {
  /**
   * A document in its newest version.
   *
   * @param name as {@link pannier.wire.DocumentName} has it
   * @param have the version that the cart has
   */
  record Document(String name, Optional<Message> have) implements Wanted {}

  /** A piece by its content, such as a photo. */
  record Piece(Part part) implements Wanted {}

  /** What came of it, whole and with the right digest. */
  record Fetched(Wanted wanted, Message content) {}
}
