package pannier.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pannier.app.BadInputException;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Handling;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.simulator.art.Gtin;
import pannier.simulator.script.Words;
import pannier.simulator.shop.ShopFiles;

/** The products of a scenario: the n-th costs 1.00 + n cents and has the n-th code. */
final class Shelf {
  /** What a label may ask less than the shelf, in percent, of what has one. */
  private static final int MOST_REDUCED = 50;

  private final Map<String, Product> products = new TreeMap<>();

  /** {@code beer 521 3 age:18} (grams, their spread, who may buy it) or {@code grapes kg}. */
  void add(Words words) throws BadInputException {
    String name = words.word("a product's name");
    String grams = words.word("its mass in grams, or kg");
    boolean loose = grams.equals("kg");
    double mean = loose ? 500 : words.number(grams, "its mass in grams, or kg");
    double spread = loose ? 300 : words.number("the spread of its mass in grams");
    if (!(mean > 0) || !(spread >= 0) || products.containsKey(name)) {
      throw words.bad(name + " " + grams, "a new product with a mass above zero");
    }
    int age = 0;
    for (String years : words.options("age:")) {
      age = (int) words.number(years, "years");
    }
    if (age < 0 || age > Handling.OLDEST) {
      throw words.bad("age:" + age, "0 to " + Handling.OLDEST);
    }
    int number = products.size() + 1;
    List<String> codes = new ArrayList<>(List.of(Gtin.of(number)));
    List<String> labels = words.options("label:");
    codes.addAll(labels);
    Product product =
        new Product(
            new ProductId(name),
            name,
            loose ? SaleUnit.KILOGRAM : SaleUnit.PIECE,
            new Money(100 + number, ShopFiles.EURO),
            new MassSpread(Mass.ofGrams(mean), spread),
            codes,
            new Handling(0, age, Handling.Embedded.NOTHING, labels.isEmpty() ? 0 : MOST_REDUCED));
    products.put(name, product);
  }

  /** The product of that name. */
  Product product(String name, Words words) throws BadInputException {
    Product product = products.get(name);
    if (product == null) {
      throw words.bad("'" + name + "'", "one of " + String.join(", ", products.keySet()));
    }
    return product;
  }

  /** {@code water 0.99}: another price, as the gate has it. */
  void price(Words words) throws BadInputException {
    Product product = product(words.word("a product's name"), words);
    String price = words.word("its price, as in 0.99");
    if (!price.matches("[0-9]{1,5}[.][0-9]{2}")) {
      throw words.bad("'" + price + "'", "a price, as in 0.99");
    }
    Money money = new Money(Long.parseLong(price.replace(".", "")), ShopFiles.EURO);
    products.put(
        product.id().value(),
        new Product(
            product.id(),
            product.name(),
            product.unit(),
            money,
            product.pieceMass(),
            product.codes(),
            product.handling()));
  }

  /** The same products, to be priced anew. */
  Shelf copy() {
    Shelf copy = new Shelf();
    copy.products.putAll(products);
    return copy;
  }

  Catalogue catalogue() {
    return new Catalogue(ShopFiles.EURO, new ArrayList<>(products.values()));
  }
}
