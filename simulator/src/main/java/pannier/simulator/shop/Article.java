package pannier.simulator.shop;

import java.util.Optional;
import java.util.random.RandomGenerator;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.art.Livery;
import pannier.simulator.body.Body;

/** A product as the cart's catalogue knows it, with the body and the pack that only eyes know. */
public record Article(Product product, Body body, Look look) {
  /** With a pack that our own code draws. */
  public Article(Product product, Body body, Livery livery) {
    this(product, body, new Look.Painted(livery));
  }

  public ProductId id() {
    return product.id();
  }

  /** The first of its codes, which is printed on its back. */
  public Optional<String> gtin() {
    return product.codes().stream().findFirst();
  }

  /** One piece's true mass in grams: the catalogue's mean and spread, never below a tenth of it. */
  public double drawMassGrams(RandomGenerator random) {
    double mean = product.pieceMass().mean().grams();
    double spread = product.pieceMass().standardDeviationGrams();
    return Math.max(mean / 10, mean + spread * random.nextGaussian());
  }
}
