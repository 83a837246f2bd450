package pannier.app.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import pannier.domain.catalogue.Product;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.enrol.MovingItem;
import pannier.vision.enrol.ProductViews;
import pannier.vision.enrol.Progress;
import pannier.vision.enrol.ViewRules;

/**
 * A product that somebody turns before the cart's camera. Only its crops are kept, as photos like
 * those that a shop brings, so that the next start enrols them as it does those.
 */
final class Turning implements AutoCloseable {
  private static final String ANYTHING = "turn";

  private final Product product;
  private final Embedder embedder;
  private final MovingItem item = new MovingItem();
  private final ProductViews views;
  private final List<byte[]> photos = new ArrayList<>();
  private Bench.Views shown;

  private Turning(Product product, Embedder embedder) {
    this.product = product;
    this.embedder = embedder;
    this.views = new ProductViews(embedder::embed, ViewRules.turned());
    this.shown = new Bench.Views(product.id().value(), product.name(), 0, ANYTHING, false, false);
  }

  static Turning of(Product product) throws IOException {
    return new Turning(product, Embedder.open(EmbeddingModel.bundled()));
  }

  /** The next picture of the camera. */
  synchronized void look(Mat bgr) {
    Optional<Rect> place = item.find(bgr);
    if (place.isEmpty()) {
      shown = shown("nothing_moves", shown.kept(), shown.enough());
      return;
    }
    Mat part = bgr.submat(place.get());
    try {
      Progress progress = views.offer(part);
      if (progress.refusal().isEmpty()) {
        photos.add(LivePicture.file(part));
      }
      String advice =
          progress.refusal().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(ANYTHING);
      shown = shown(advice, progress.kept(), progress.enough());
    } finally {
      part.release();
    }
  }

  private Bench.Views shown(String advice, int kept, boolean enough) {
    return new Bench.Views(shown.product(), shown.name(), kept, advice, enough, shown.done());
  }

  synchronized Bench.Views shown() {
    return shown;
  }

  /**
   * Writes the photos.
   *
   * @param folder of all products
   */
  synchronized void keep(Path folder) throws IOException {
    Path own = folder.resolve(product.id().value());
    if (!own.normalize().startsWith(folder) || photos.isEmpty()) {
      throw new IOException("%s: nothing to keep".formatted(product.id()));
    }
    Files.createDirectories(own);
    for (int i = 0; i < photos.size(); i++) {
      Files.write(own.resolve("shown-%02d.jpg".formatted(i)), photos.get(i));
    }
    shown = new Bench.Views(shown.product(), shown.name(), shown.kept(), ANYTHING, true, true);
  }

  @Override
  public synchronized void close() {
    item.close();
    embedder.close();
  }
}
