package pannier.wire;

import java.util.Comparator;
import java.util.List;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Handling;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;

/**
 * Names a catalogue by what its products are and cost, whatever their order. What pieces weigh is
 * left out: it is learnt, differs from cart to cart for a while, and changes no bill.
 */
public final class CatalogueDigest {
  private CatalogueDigest() {}

  public static Digest of(Catalogue catalogue) {
    List<CborFields> products =
        catalogue.products().stream()
            .sorted(Comparator.comparing(Product::id))
            .map(CatalogueDigest::product)
            .toList();
    return Digest.of(
        new CborFields()
            .put(0, Limits.VERSION)
            .put(1, catalogue.currency().getCurrencyCode())
            .put(2, products)
            .encode());
  }

  private static CborFields product(Product product) {
    CborFields fields =
        new CborFields()
            .put(0, product.id().value())
            .put(1, product.name())
            .put(2, product.unit() == SaleUnit.PIECE ? "piece" : "kg")
            .put(3, product.price().minor())
            .put(6, product.codes());
    Handling handling = product.handling();
    return handling.equals(Handling.PLAIN) ? fields : fields.put(7, handling(handling));
  }

  private static CborFields handling(Handling handling) {
    return new CborFields()
        .put(0, Mass.ofGrams(handling.tareGrams()).milligrams())
        .put(1, handling.ageLimit())
        .put(2, handling.embedded().word())
        .put(3, handling.mostReductionPercent());
  }
}
