package pannier.app.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import pannier.app.screen.CartView.Item;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;

/** The shop's products as the screen shows them. */
record Items(Catalogue catalogue, ProductPictures pictures) {
  /** More are not looked through with a finger. */
  private static final int MOST_FOUND = 24;

  Item item(ProductId id) {
    return item(catalogue.get(id));
  }

  private Item item(Product product) {
    return new Item(
        product.id().value(),
        product.name(),
        product.price().minor(),
        product.unit() == SaleUnit.KILOGRAM,
        pictures.has(product.id().value()),
        product.handling().tareGrams());
  }

  /** Products whose name holds all the words, or one of whose codes is given; by name. */
  List<Item> search(String words) {
    List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
    List<Item> found = new ArrayList<>();
    for (Product product : catalogue.products()) {
      String name = product.name().toLowerCase(Locale.ROOT);
      if (wanted.stream().allMatch(name::contains) || product.codes().contains(words.strip())) {
        found.add(item(product));
      }
    }
    found.sort(Comparator.comparing(Item::name));
    return found.subList(0, Math.min(MOST_FOUND, found.size()));
  }
}
