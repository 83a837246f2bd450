package pannier.simulator.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;

/** Writes a shop's catalogue as the CSV that a cart imports. */
public final class ShopFiles {
  /** The shop's currency. */
  public static final Currency EURO = Currency.getInstance("EUR");

  private ShopFiles() {}

  /** Columns: product, name, unit, price, currency, mass_g, mass_sd_g, codes (EAN-13). */
  public static void writeCatalogue(Path file, List<Article> articles) throws IOException {
    StringBuilder csv = new StringBuilder();
    csv.append("product,name,unit,price,currency,mass_g,mass_sd_g,codes\n");
    for (Article article : articles) {
      csv.append(row(article.product())).append('\n');
    }
    Files.writeString(file, csv);
  }

  private static String row(Product product) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%s,%s,%s,%.1f,%.1f,%s",
        product.id(),
        quoted(product.name()),
        product.unit() == SaleUnit.PIECE ? "piece" : "kg",
        product.price().toDecimal(),
        product.price().currency(),
        product.pieceMass().mean().grams(),
        product.pieceMass().standardDeviationGrams(),
        String.join(" ", product.codes()));
  }

  private static String quoted(String text) {
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
