package pannier.simulator.world;

import pannier.domain.catalogue.ProductId;
import pannier.simulator.geometry.Pose;
import pannier.simulator.render.Model;

/**
 * A piece that lies in the basket, or is on its way to there.
 *
 * @param pose in which it lies
 * @param restNanos when it was, or will be, let go
 */
public record Lying(ProductId product, Model model, Pose pose, long restNanos) {}
