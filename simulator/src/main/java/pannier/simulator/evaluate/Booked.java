package pannier.simulator.evaluate;

import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Direction;

/**
 * Pieces that the cart booked.
 *
 * @param happenedNanos when the cart says that it happened
 * @param decidedNanos the tick of the basket's change
 * @param unaided whether nobody had to be asked
 */
record Booked(
    long happenedNanos, long decidedNanos, Direction direction, Pieces what, boolean unaided) {
  /** Some of one product. */
  record Pieces(ProductId product, int count) {}
}
