package pannier.simulator.looks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.opencv.core.Mat;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.enrolment.CartViews;
import pannier.simulator.render.Model;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.Look;
import pannier.simulator.shop.PhotoShop;
import pannier.simulator.world.Chance;
import pannier.vision.embed.Embedder;
import pannier.vision.gallery.Gallery;
import pannier.vision.gallery.Match;
import pannier.vision.gallery.View;
import pannier.vision.photo.Photo;

/**
 * What rendering costs the recogniser: each photo of a shop's {@code appear} is recognised as it
 * is, and as the simulated cameras see an item that wears it.
 */
final class DomainGap {
  private final PhotoShop shop;
  private final Embedder embedder;
  private final Gallery gallery;

  /**
   * @param gallery of the shop's {@code enrol}
   * @param embedder stays the caller's
   */
  DomainGap(PhotoShop shop, Embedder embedder, Gallery gallery) {
    this.shop = shop;
    this.embedder = embedder;
    this.gallery = gallery;
  }

  /**
   * First guesses that were right.
   *
   * @param real photos as they are
   * @param views single views of the rendered cameras
   * @param pooled all views of one way into the basket together, as the cart takes them
   */
  record Figures(Share real, Share views, Share pooled) {
    /** The points that rendering costs: real less pooled. */
    double gap() {
      return Math.round(1e5 * (real.fraction() - pooled.fraction())) / 1e5;
    }
  }

  /** Told after each product. */
  @FunctionalInterface
  interface Progress {
    void product(int done, int of);
  }

  Figures measure(long seed, Progress progress) throws IOException {
    Figures figures = new Figures(new Share(), new Share(), new Share());
    int done = 0;
    try (CartViews cart = new CartViews()) {
      for (Article article : shop.articles()) {
        RandomGenerator random = new Chance(seed).of(article.id().value());
        for (Path photo : ((Look.Photographed) article.look()).photos()) {
          real(article.id(), photo, figures);
          rendered(cart, article, photo, random, figures);
        }
        progress.product(++done, shop.articles().size());
      }
    }
    return figures;
  }

  private void real(ProductId product, Path photo, Figures figures) throws IOException {
    Mat picture = Photo.read(photo);
    figures.real.add(isFirst(product, gallery.match(embedder.embed(picture))));
    picture.release();
  }

  private void rendered(
      CartViews cart, Article article, Path photo, RandomGenerator random, Figures figures) {
    Look look = new Look.Photographed(List.of(photo));
    Model model = Model.of(new Article(article.product(), article.body(), look), random);
    List<View> views = new ArrayList<>();
    for (Mat picture : cart.of(model, 1, random)) {
      float[] embedding = embedder.embed(picture);
      picture.release();
      figures.views.add(isFirst(article.id(), gallery.match(embedding)));
      views.add(new View(embedding, 1));
    }
    if (!views.isEmpty()) {
      figures.pooled.add(isFirst(article.id(), gallery.match(views)));
    }
  }

  private static boolean isFirst(ProductId product, Match match) {
    return match.candidates().getFirst().product().equals(product);
  }
}
