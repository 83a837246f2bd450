package pannier.simulator.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.pricing.csv.CatalogueCsv;

class DemoShopTest {
  @Test
  void theCatalogueIsReadBackAsItWasWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("catalogue.csv");
    List<Article> articles = DemoShop.articles();
    ShopFiles.writeCatalogue(file, articles);
    Catalogue read = CatalogueCsv.open(file);
    assertEquals(articles.stream().map(Article::product).toList(), List.copyOf(read.products()));
  }

  @Test
  void theTwoTeasDifferInNothingThatAScaleCouldTell() {
    Product mint = find(DemoShop.TEA_MINT.value());
    Product verbena = find(DemoShop.TEA_VERBENA.value());
    assertEquals(mint.pieceMass(), verbena.pieceMass());
    assertTrue(mint.price().compareTo(verbena.price()) != 0, "the answer must matter");
  }

  private static Product find(String id) {
    return DemoShop.articles().stream()
        .map(Article::product)
        .filter(product -> product.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
