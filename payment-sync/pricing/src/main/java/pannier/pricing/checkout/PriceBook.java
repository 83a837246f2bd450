package pannier.pricing.checkout;

import java.util.List;
import java.util.Map;
import pannier.domain.catalogue.ProductId;
import pannier.pricing.PriceTable;
import pannier.pricing.promotion.Promotion;
import pannier.pricing.rule.SaleTerms;
import pannier.pricing.rule.SnapRestriction;
import pannier.pricing.tax.TaxRules;

/** All that a shop's money goes by: prices and the dated tables beside them. Immutable. */
public record PriceBook(
    PriceTable prices,
    Map<ProductId, SaleTerms> terms,
    List<Promotion> promotions,
    TaxRules taxes,
    List<SnapRestriction> restrictions) {
  public PriceBook {
    terms = Map.copyOf(terms);
    promotions = List.copyOf(promotions);
    restrictions = List.copyOf(restrictions);
  }

  /** Prices alone. */
  public static PriceBook of(PriceTable prices) {
    return new PriceBook(prices, Map.of(), List.of(), TaxRules.NONE, List.of());
  }

  public SaleTerms termsOf(ProductId product) {
    return terms.getOrDefault(product, SaleTerms.PLAIN);
  }
}
