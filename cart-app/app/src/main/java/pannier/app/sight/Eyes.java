package pannier.app.sight;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.vision.Ranking;
import pannier.vision.Recogniser;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Enrolment;
import pannier.vision.gallery.Gallery;
import pannier.vision.recognise.ProductRecogniser;

/** The recogniser that all cameras of a cart share, with the native memory that it owns. */
public final class Eyes implements AutoCloseable {
  private final @Nullable Embedder embedder;
  private final Recogniser recogniser;

  private Eyes(@Nullable Embedder embedder, Recogniser recogniser) {
    this.embedder = embedder;
    this.recogniser = recogniser;
  }

  /**
   * With the bundled model and a gallery of these folders of {@code PRODUCT/*.jpg}.
   *
   * @param progress told after each photo
   */
  public static Eyes open(List<Path> enrol, Enrolment.Progress progress) throws IOException {
    Embedder embedder = Embedder.open(EmbeddingModel.bundled());
    try {
      Gallery gallery = new Enrolment(embedder).folders(enrol, progress);
      return new Eyes(embedder, new ProductRecogniser(embedder, gallery));
    } catch (IOException | RuntimeException e) {
      embedder.close();
      throw e;
    }
  }

  /** For a cart without products to tell, or without cameras: whatever is seen is unknown. */
  public static Eyes knowingNothing() {
    return new Eyes(null, crops -> Ranking.nothing());
  }

  public Recogniser recogniser() {
    return recogniser;
  }

  /** SHA-256 of the model, hexadecimal. */
  public String modelDigest() {
    return embedder == null ? "" : embedder.description().sha256();
  }

  @Override
  public void close() {
    if (embedder != null) {
      embedder.close();
    }
  }
}
