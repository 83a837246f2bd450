package pannier.simulator.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.opencv.core.Mat;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.parallel.Workers;
import pannier.simulator.shop.Article;
import pannier.simulator.world.Chance;
import pannier.simulator.world.Wardrobe;
import pannier.vision.cache.CacheFolder;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Enrolment;
import pannier.vision.gallery.Gallery;
import pannier.vision.gallery.GalleryException;
import pannier.vision.gallery.GalleryFile;

/**
 * The gallery of a made-up shop: its products are drawn as staff would photograph them and as the
 * cart's own camera sees them put in, and embedded. It is kept in the user's cache folder under
 * what it depends on: the model, the articles, and how three of them are drawn to the pixel.
 */
public final class ShopGallery {
  private static final int SAMPLED = 3;

  /** How often staff put each product into the cart. */
  private static final int PUT_IN = 3;

  private final List<Article> articles;
  private final int photosEach;

  /**
   * @param photosEach 1 to 99 of each product
   */
  public ShopGallery(List<Article> articles, int photosEach) {
    this.articles = List.copyOf(articles);
    this.photosEach = photosEach;
  }

  /**
   * Reads it, or makes and keeps it.
   *
   * @param threads that draw and embed
   * @throws IOException if the model cannot be used
   */
  public Gallery open(int threads, Enrolment.Progress progress) throws IOException {
    EmbeddingModel model = EmbeddingModel.bundled();
    String digest = digest(model);
    Path file = CacheFolder.folder("galleries").resolve(digest + ".gallery");
    if (Files.exists(file)) {
      try {
        return GalleryFile.read(file, model.description());
      } catch (GalleryException e) {
        Files.deleteIfExists(file);
      }
    }
    Gallery gallery = make(model, threads, progress);
    GalleryFile.write(file, gallery, model.description().sha256());
    return gallery;
  }

  private Gallery make(EmbeddingModel model, int threads, Enrolment.Progress progress)
      throws IOException {
    SortedMap<ProductId, List<float[]>> references = new ConcurrentSkipListMap<>();
    AtomicInteger next = new AtomicInteger();
    Callable<Integer> worker =
        () -> {
          int done = 0;
          try (Embedder embedder = Embedder.open(model);
              CartViews cart = new CartViews()) {
            for (int i = next.getAndIncrement(); i < articles.size(); i = next.getAndIncrement()) {
              references.put(articles.get(i).id(), embed(embedder, cart, articles.get(i)));
              progress.photos(references.size() * photosEach, articles.size() * photosEach);
              done++;
            }
          }
          return done;
        };
    Workers.runAll(Collections.nCopies(threads, worker));
    try (Embedder embedder = Embedder.open(model)) {
      return new Enrolment(embedder).gallery(new TreeMap<>(references));
    }
  }

  private List<float[]> embed(Embedder embedder, CartViews cart, Article article) {
    Wardrobe wardrobe = new Wardrobe(List.of(article), new Chance(0));
    List<float[]> embeddings = new ArrayList<>();
    cartViews(cart, wardrobe, article).forEach(view -> embeddings.add(embedded(embedder, view)));
    for (Supplier<Mat> photo : photos(wardrobe, article)) {
      embeddings.add(embedded(embedder, photo.get()));
    }
    return embeddings;
  }

  private static float[] embedded(Embedder embedder, Mat picture) {
    float[] embedding = embedder.embed(picture);
    picture.release();
    return embedding;
  }

  private static List<Mat> cartViews(CartViews cart, Wardrobe wardrobe, Article article) {
    RandomGenerator random = new Chance(2).of("cart " + article.id().value());
    return cart.of(wardrobe.model(article.id()), PUT_IN, random);
  }

  private List<Supplier<Mat>> photos(Wardrobe wardrobe, Article article) {
    return new EnrolmentPhotos(wardrobe, new Chance(1)).of(article.id(), photosEach);
  }

  private static void add(MessageDigest sha, Mat picture) {
    byte[] pixels = new byte[(int) picture.total() * picture.channels()];
    picture.get(0, 0, pixels);
    picture.release();
    sha.update(pixels);
  }

  private String digest(EmbeddingModel model) throws IOException {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String recipe = model.description().sha256() + photosEach + " " + PUT_IN + articles;
      sha.update(recipe.getBytes(StandardCharsets.UTF_8));
      try (CartViews cart = new CartViews()) {
        for (int i = 0; i < Math.min(SAMPLED, articles.size()); i++) {
          Article sample = articles.get(i * articles.size() / SAMPLED);
          Wardrobe wardrobe = new Wardrobe(List.of(sample), new Chance(0));
          add(sha, photos(wardrobe, sample).getFirst().get());
          cartViews(cart, wardrobe, sample).forEach(view -> add(sha, view));
        }
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
