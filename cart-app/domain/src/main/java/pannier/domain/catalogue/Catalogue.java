package pannier.domain.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a shop sells, in one currency. Immutable; a trip keeps the one that it started with. */
public final class Catalogue {
  private final Currency currency;
  private final Map<ProductId, Product> products;
  private final Map<String, Product> byCode;

  /**
   * @throws IllegalArgumentException on a repeated product or code, or a price in another currency
   */
  public Catalogue(Currency currency, Collection<Product> products) {
    this.currency = currency;
    this.products = LinkedHashMap.newLinkedHashMap(products.size());
    this.byCode = new HashMap<>();
    for (Product product : products) {
      if (!product.price().currency().equals(currency)) {
        throw new IllegalArgumentException(
            "%s is not priced in %s".formatted(product.id(), currency));
      }
      if (this.products.put(product.id(), product) != null) {
        throw new IllegalArgumentException("%s stands twice".formatted(product.id()));
      }
      for (String code : product.codes()) {
        if (byCode.put(code, product) != null) {
          throw new IllegalArgumentException("code %s names two products".formatted(code));
        }
      }
    }
  }

  public Currency currency() {
    return currency;
  }

  public Collection<Product> products() {
    return Collections.unmodifiableCollection(products.values());
  }

  public Optional<Product> find(ProductId id) {
    return Optional.ofNullable(products.get(id));
  }

  public Optional<Product> findByCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * @throws IllegalArgumentException if the shop does not have it
   */
  public Product get(ProductId id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no product %s".formatted(id)));
  }
}
