package pannier.simulator.assortment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.Catalogue;
import pannier.simulator.art.Livery;
import pannier.simulator.body.Tray;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.Look;
import pannier.simulator.shop.ShopFiles;

class AssortmentTest {
  @Test
  void aThousandProductsHaveNamesAndCodesOfTheirOwn() {
    List<Article> articles = Assortment.of(1000);
    assertEquals(1000, articles.size());
    new Catalogue(ShopFiles.EURO, articles.stream().map(Article::product).toList());
  }

  @Test
  void threeInTenHaveALookAlikeThatDiffersInFlavourOrSizeOnly() {
    List<Article> articles = Assortment.of(1000);
    Map<String, Integer> families = new HashMap<>();
    articles.forEach(article -> families.merge(family(article), 1, Integer::sum));
    long alike =
        articles.stream().filter(article -> families.getOrDefault(family(article), 0) > 1).count();
    assertTrue(alike >= 300 && alike <= 500, alike + " of 1000 have a look-alike");
  }

  private static String family(Article article) {
    Livery livery = ((Look.Painted) article.look()).livery();
    boolean fruit = livery.words().size().isEmpty();
    return fruit ? livery.words().kind() : livery.brand().name() + " " + livery.words().kind();
  }

  @Test
  void theSameShopIsMadeUpEachTime() {
    assertEquals(Assortment.of(120), Assortment.of(120));
    assertEquals(Assortment.of(60), Assortment.of(120).subList(0, 60));
  }

  @Test
  void aShopOfAThousandEndsWithFreshGoodsInTrays() {
    List<Article> articles = Assortment.of(1000);
    assertTrue(articles.subList(990, 1000).stream().allMatch(it -> it.body() instanceof Tray));
    assertTrue(articles.subList(0, 990).stream().noneMatch(it -> it.body() instanceof Tray));
    assertEquals(articles.subList(0, 995), Assortment.of(995));
  }

  @Test
  void packsSpreadByAThirdOfWhatTheLawTolerates() {
    assertEquals(1.5, Assortment.spreadGrams(98), 0.01);
    assertEquals(5, Assortment.spreadGrams(517), 0.01);
    assertEquals(7.9, Assortment.spreadGrams(1581), 0.01);
  }
}
