package pannier.pricing.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.money.Money;
import pannier.pricing.UnitPrice;
import pannier.pricing.promotion.Promotion;
import pannier.pricing.promotion.Terms;

/** Reads promotions. */
final class PromotionsJson {
  private static final Set<String> KEYS =
      Set.of(
          "kind",
          "name",
          "product",
          "products",
          "n",
          "m",
          "percent",
          "amount",
          "price",
          "least",
          "from",
          "to",
          "code",
          "loyalty");

  private static final String KINDS =
      "n_for_m, mix_and_match, percent, amount_off, special_price or loyalty_price";

  private static final int MOST_PIECES = 1_000;

  private final PriceBookJson book;
  private final Map<ProductId, UnitPrice> prices;

  PromotionsJson(PriceBookJson book, Map<ProductId, UnitPrice> prices) {
    this.book = book;
    this.prices = prices;
  }

  List<Promotion> read(List<JsonPlace> rows) throws BadJsonException {
    List<Promotion> promotions = new ArrayList<>();
    for (JsonPlace row : rows) {
      promotions.add(read(row));
    }
    return promotions;
  }

  private Promotion read(JsonPlace row) throws BadJsonException {
    JsonPlace kind = row.get("kind", KINDS);
    book.passOver(row, KEYS);
    Set<ProductId> products = products(row);
    return switch (kind.text(KINDS)) {
      case "n_for_m" -> nForM(row, products);
      case "mix_and_match" -> row.has("price") ? nAtPrice(row, products) : nForM(row, products);
      case "percent" -> {
        BigDecimal percent = percent(row.get("percent", "a number from 0 to 100"));
        String name = percent.stripTrailingZeros().toPlainString() + " %";
        yield new Promotion.PercentOff(terms(row, name, false), products, percent);
      }
      case "amount_off" -> {
        Money amount = row.get("amount", "an amount").money(book.currency());
        Optional<JsonPlace> least = row.find("least");
        Money from = least.isPresent() ? least.get().money(book.currency()) : zero();
        Terms terms = terms(row, "-" + amount.toDecimal(), false);
        yield new Promotion.AmountOff(terms, products, amount, from);
      }
      case "special_price" -> specialPrice(row, products, false);
      case "loyalty_price" -> specialPrice(row, products, true);
      default -> throw kind.wrong(KINDS);
    };
  }

  private Promotion nForM(JsonPlace row, Set<ProductId> products) throws BadJsonException {
    requirePieces(row, products);
    int n = (int) row.get("n", "a whole number").whole(2, MOST_PIECES, "a whole number");
    int m = (int) row.get("m", "a whole number").whole(1, n - 1L, "a whole number below n,");
    Terms terms = terms(row, "%d for %d".formatted(n, m), false);
    return new Promotion.NForM(terms, products, n, m);
  }

  private Promotion nAtPrice(JsonPlace row, Set<ProductId> products) throws BadJsonException {
    requirePieces(row, products);
    int n = (int) row.get("n", "a whole number").whole(1, MOST_PIECES, "a whole number");
    Money price = row.get("price", "an amount").money(book.currency());
    Terms terms = terms(row, "%d for %s".formatted(n, price.toDecimal()), false);
    return new Promotion.NAtPrice(terms, products, n, price);
  }

  private Promotion specialPrice(JsonPlace row, Set<ProductId> products, boolean loyalty)
      throws BadJsonException {
    if (products.isEmpty()) {
      throw new BadJsonException(row.file(), row.place() + ".product", "nothing", "a product");
    }
    Money price = row.get("price", "an amount").money(book.currency());
    return new Promotion.SpecialPrice(terms(row, price.toDecimal(), loyalty), products, price);
  }

  private Terms terms(JsonPlace row, String name, boolean loyalty) throws BadJsonException {
    return new Terms(
        PriceBookJson.textOr(row, "name", name),
        book.validity(row),
        PriceBookJson.textOr(row, "code", ""),
        loyalty || PriceBookJson.truth(row, "loyalty"));
  }

  private Set<ProductId> products(JsonPlace row) throws BadJsonException {
    Set<ProductId> products = new LinkedHashSet<>();
    Optional<JsonPlace> one = row.find("product");
    if (one.isPresent()) {
      products.add(product(one.get()));
    }
    for (JsonPlace several : row.list("products")) {
      products.add(product(several));
    }
    return products;
  }

  private ProductId product(JsonPlace place) throws BadJsonException {
    ProductId id = new ProductId(place.text("a product of the catalogue"));
    if (!prices.containsKey(id)) {
      throw place.wrong("a product of the catalogue");
    }
    return id;
  }

  private void requirePieces(JsonPlace row, Set<ProductId> products) throws BadJsonException {
    if (products.isEmpty()) {
      throw new BadJsonException(row.file(), row.place() + ".product", "nothing", "a product");
    }
    for (ProductId product : products) {
      UnitPrice price = prices.get(product);
      if (price == null || price.unit() != SaleUnit.PIECE) {
        throw new BadJsonException(
            row.file(), row.place(), product.value(), "products that are sold by piece");
      }
    }
  }

  private static BigDecimal percent(JsonPlace place) throws BadJsonException {
    BigDecimal percent = place.decimal("a number from 0 to 100");
    if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw place.wrong("a number from 0 to 100");
    }
    return percent;
  }

  private Money zero() {
    Currency currency = book.currency();
    return Money.zero(currency);
  }
}
