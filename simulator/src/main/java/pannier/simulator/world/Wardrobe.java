package pannier.simulator.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.render.Model;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.Look;

/** The shop's articles with their drawn packs, each painted when it is first needed. */
public final class Wardrobe {
  private final Map<ProductId, Article> articles = new HashMap<>();
  private final Map<ProductId, Model> models = new HashMap<>();
  private final Chance chance;

  /**
   * @param chance of the print, by the product's name
   */
  public Wardrobe(List<Article> articles, Chance chance) {
    articles.forEach(article -> this.articles.put(article.id(), article));
    this.chance = chance;
  }

  /**
   * @throws IllegalArgumentException if the shop does not sell it
   */
  public Article article(ProductId id) {
    Article article = articles.get(id);
    if (article == null) {
      throw new IllegalArgumentException("the shop does not sell %s".formatted(id));
    }
    return article;
  }

  /**
   * One piece of it.
   *
   * @param random which photo it wears, where pieces look different
   */
  public Model piece(ProductId id, RandomGenerator random) {
    Article article = article(id);
    return switch (article.look()) {
      case Look.Painted _ -> model(id);
      case Look.Photographed _ -> Model.of(article, random);
    };
  }

  /** Its body in its pack, as it always looks. */
  public Model model(ProductId id) {
    return models.computeIfAbsent(
        id, key -> Model.of(article(key), chance.of("print " + key.value())));
  }
}
