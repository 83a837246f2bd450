package pannier.simulator.shopper;

import java.util.Optional;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.hand.Style;

/** Something that a shopper does at an instant of the trip. */
public sealed interface Deed {
  /** When; for what is put in or taken out, when the hand is over the rim. */
  long atNanos();

  /** Puts a piece in. Without a style the shopper handles it in some way. */
  record Put(long atNanos, ProductId product, Optional<Style> style) implements Deed {}

  /** Takes a piece out. */
  record Take(long atNanos, ProductId product, Optional<Style> style) implements Deed {}

  /** Touches <em>Pay</em>. */
  record Pay(long atNanos) implements Deed {}

  /** Walks to the gate. */
  record Exit(long atNanos) implements Deed {}
}
