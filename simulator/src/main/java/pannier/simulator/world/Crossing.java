package pannier.simulator.world;

import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Direction;

/**
 * The truth about one item that went over the rim.
 *
 * @param nanos when its middle crossed the rim line in the first camera's picture
 * @param massGrams of this very piece, above zero
 */
public record Crossing(long nanos, Direction direction, ProductId product, double massGrams) {}
