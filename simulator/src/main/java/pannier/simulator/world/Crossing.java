package pannier.simulator.world;

import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Direction;

/**
 * The truth about one item that went over the rim.
 *
 * @param nanos when its middle crossed the rim line in the first camera's picture
 * @param restNanos when it came to rest: let go in the basket, or wholly out of it
 * @param massGrams of this very piece, above zero
 */
public record Crossing(
    long nanos, long restNanos, Direction direction, ProductId product, double massGrams) {}
