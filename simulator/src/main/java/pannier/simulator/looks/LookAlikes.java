package pannier.simulator.looks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.opencv.core.Mat;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.art.Livery;
import pannier.simulator.enrolment.CartViews;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.Look;
import pannier.simulator.world.Chance;
import pannier.simulator.world.Wardrobe;
import pannier.vision.embed.Embedder;
import pannier.vision.gallery.Gallery;

/**
 * How many products have a look-alike, one of the same brand and kind, or of the same kind of
 * fruit, that the recogniser names instead of them in one of twenty single views or more.
 */
final class LookAlikes {
  /** From that share of single views on, two products are confused. */
  private static final double CONFUSED = 0.05;

  private final List<Article> articles;
  private final Embedder embedder;
  private final Gallery gallery;
  private final Map<ProductId, String> families = new HashMap<>();

  /**
   * @param articles of the simulator's own shop
   * @param gallery of all of them
   * @param embedder stays the caller's
   */
  LookAlikes(List<Article> articles, Embedder embedder, Gallery gallery) {
    this.articles = List.copyOf(articles);
    this.embedder = embedder;
    this.gallery = gallery;
    articles.forEach(article -> families.put(article.id(), family(article)));
  }

  private static String family(Article article) {
    Livery livery = ((Look.Painted) article.look()).livery();
    boolean fruit = livery.words().size().isEmpty();
    return fruit ? livery.words().kind() : livery.brand().name() + " " + livery.words().kind();
  }

  /**
   * What was found of the sampled products.
   *
   * @param alike have a look-alike in the shop
   * @param confused are taken for one look-alike often enough
   * @param views first guesses that were right
   */
  record Figures(Share alike, Share confused, Share views) {}

  /** Told after each product. */
  @FunctionalInterface
  interface Progress {
    void product(int done, int of);
  }

  /**
   * Looks at every so many-th product, put into the basket a few times by different hands.
   *
   * @param every 1 looks at all
   * @param times three views each
   */
  Figures measure(int every, int times, Progress progress) {
    Figures figures = new Figures(new Share(), new Share(), new Share());
    int of = (articles.size() + every - 1) / every;
    try (CartViews cart = new CartViews()) {
      for (int i = 0; i < articles.size(); i += every) {
        look(cart, articles.get(i), times, figures);
        progress.product(figures.alike.of(), of);
      }
    }
    return figures;
  }

  private void look(CartViews cart, Article article, int times, Figures figures) {
    String family = families.getOrDefault(article.id(), "");
    figures.alike.add(families.values().stream().filter(family::equals).count() > 1);
    Wardrobe wardrobe = new Wardrobe(List.of(article), new Chance(0));
    RandomGenerator random = new Chance(3).of("look-alikes " + article.id().value());
    Map<ProductId, Integer> mistaken = new HashMap<>();
    List<Mat> views = cart.of(wardrobe.model(article.id()), times, random);
    for (Mat view : views) {
      ProductId first = gallery.match(embedder.embed(view)).candidates().getFirst().product();
      view.release();
      figures.views.add(first.equals(article.id()));
      if (!first.equals(article.id()) && family.equals(families.get(first))) {
        mistaken.merge(first, 1, Integer::sum);
      }
    }
    figures.confused.add(
        mistaken.values().stream().anyMatch(count -> count >= CONFUSED * views.size()));
  }
}
