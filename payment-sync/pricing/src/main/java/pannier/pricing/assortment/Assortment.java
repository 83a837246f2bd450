package pannier.pricing.assortment;

import java.util.List;
import java.util.Map;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;
import pannier.pricing.rule.SaleTerms;

/**
 * A catalogue with what its products need beside name, price, mass and handling. Immutable.
 *
 * @param photos folders or files to enrol, by product
 */
public record Assortment(
    Catalogue catalogue, Map<ProductId, SaleTerms> terms, Map<ProductId, List<String>> photos) {
  public Assortment {
    terms = Map.copyOf(terms);
    photos = Map.copyOf(photos);
  }

  public SaleTerms termsOf(ProductId product) {
    return terms.getOrDefault(product, SaleTerms.PLAIN);
  }

  public List<String> photosOf(ProductId product) {
    return photos.getOrDefault(product, List.of());
  }
}
