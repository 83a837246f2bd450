package pannier.app.journal;

import java.util.List;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;

/**
 * What a trip ran with, whole, so that it can be played again years later.
 *
 * @param version of the program that ran it
 * @param modelDigest SHA-256 of the embedding model, hexadecimal
 * @param currency ISO 4217
 */
public record TripSetup(
    String version,
    String modelDigest,
    String currency,
    List<Product> products,
    CartConfig config) {
  public TripSetup {
    products = List.copyOf(products);
  }

  public Catalogue catalogue() {
    return new Catalogue(java.util.Currency.getInstance(currency), products);
  }

  /** The core as it ran. */
  public CartCore core() {
    return new CartCore(catalogue(), config);
  }
}
