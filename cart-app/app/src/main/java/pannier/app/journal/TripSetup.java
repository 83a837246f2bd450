package pannier.app.journal;

import java.util.Currency;
import java.util.List;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;

/**
 * What a trip ran with, whole, so that it can be played again years later.
 *
 * @param startNanos when the core was started, on the cart's clock
 * @param modelDigest SHA-256 of the embedding model, hexadecimal; empty where nothing was seen
 * @param currency ISO 4217
 */
public record TripSetup(
    long startNanos,
    String modelDigest,
    String currency,
    List<Product> products,
    CartConfig config) {
  public TripSetup {
    products = List.copyOf(products);
  }

  /** For a trip that starts at {@code startNanos} with this catalogue. */
  public static TripSetup of(
      long startNanos, String modelDigest, Catalogue catalogue, CartConfig config) {
    return new TripSetup(
        startNanos,
        modelDigest,
        catalogue.currency().getCurrencyCode(),
        List.copyOf(catalogue.products()),
        config);
  }

  public Catalogue catalogue() {
    return new Catalogue(Currency.getInstance(currency), products);
  }

  /** The core as it ran. */
  public CartCore core() {
    return new CartCore(catalogue(), config);
  }
}
