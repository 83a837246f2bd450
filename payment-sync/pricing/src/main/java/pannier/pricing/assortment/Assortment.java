package pannier.pricing.assortment;

import java.util.Map;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;
import pannier.pricing.rule.SaleTerms;

/** A catalogue with what its products need beside name, price and mass. Immutable. */
public record Assortment(
    Catalogue catalogue, Map<ProductId, SaleTerms> terms, Map<ProductId, Handling> handling) {
  public Assortment {
    terms = Map.copyOf(terms);
    handling = Map.copyOf(handling);
  }

  public SaleTerms termsOf(ProductId product) {
    return terms.getOrDefault(product, SaleTerms.PLAIN);
  }

  public Handling handlingOf(ProductId product) {
    return handling.getOrDefault(product, Handling.PLAIN);
  }
}
