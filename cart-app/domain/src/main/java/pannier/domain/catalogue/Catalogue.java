package pannier.domain.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pannier.domain.mass.MassSpread;

/** What a shop sells, in one currency. Immutable; a trip keeps the one that it started with. */
public final class Catalogue {
  /** Digits of prefix and item; price or mass has at least four, with check digits after it. */
  private static final int LONGEST_ITEM = 8;

  private static final int SHORTEST_ITEM = 6;

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

  /** The same with other masses of pieces; those of products that it does not have are left. */
  public Catalogue weighing(Map<ProductId, MassSpread> pieceMasses) {
    return new Catalogue(
        currency,
        products.values().stream()
            .map(
                product -> {
                  MassSpread mass = pieceMasses.get(product.id());
                  return mass == null ? product : product.weighing(mass);
                })
            .toList());
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
   * The product of a number of the shop's own with a price or a mass in it (EAN-13 or UPC-A with
   * prefix 02 or 20 to 29): the one of whose codes the number begins with, the longest first.
   */
  public Optional<Product> findByOwnNumber(String number) {
    String full = number.length() == 12 ? "0" + number : number;
    if (full.length() != 13 || !(full.startsWith("02") || full.startsWith("2"))) {
      return Optional.empty();
    }
    for (int digits = LONGEST_ITEM; digits >= SHORTEST_ITEM; digits--) {
      Product product = byCode.get(full.substring(0, digits));
      if (product != null) {
        return Optional.of(product);
      }
    }
    return Optional.empty();
  }

  /**
   * @throws IllegalArgumentException if the shop does not have it
   */
  public Product get(ProductId id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no product %s".formatted(id)));
  }
}
