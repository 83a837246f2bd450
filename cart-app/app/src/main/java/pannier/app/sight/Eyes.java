package pannier.app.sight;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import pannier.vision.Ranking;
import pannier.vision.Recogniser;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Enrolment;
import pannier.vision.gallery.Gallery;
import pannier.vision.gallery.GalleryFile;
import pannier.vision.recognise.ProductRecogniser;

/**
 * What all cameras of a cart recognise with, and the native memory behind it.
 *
 * @param modelDigest SHA-256 of the model, hexadecimal; empty where nothing can be told
 * @param memory to be closed with it
 */
public record Eyes(Recogniser recogniser, String modelDigest, Runnable memory)
    implements AutoCloseable {

  /**
   * With the bundled model and a gallery of these folders of {@code PRODUCT/*.jpg}. Without a
   * folder, whatever is seen is unknown.
   *
   * @param printed the numbers on the shop's goods
   * @param progress told after each photo
   */
  public static Eyes open(List<Path> enrol, PrintedCodes printed, Enrolment.Progress progress)
      throws IOException {
    if (enrol.isEmpty()) {
      return new Eyes(crops -> Ranking.nothing(), "", () -> {});
    }
    ProductRecogniser recogniser = ProductRecogniser.enrolled(enrol, printed, progress);
    return new Eyes(recogniser, recogniser.modelDigest(), recogniser::close);
  }

  /**
   * With the bundled model and a gallery that was kept in a file.
   *
   * @throws IOException one line if the file is no gallery, or another model's
   */
  public static Eyes open(Path gallery, PrintedCodes printed) throws IOException {
    EmbeddingModel model = EmbeddingModel.bundled();
    Gallery kept = GalleryFile.read(gallery, model.description());
    ProductRecogniser recogniser = new ProductRecogniser(Embedder.open(model), kept, printed);
    return new Eyes(recogniser, recogniser.modelDigest(), recogniser::close);
  }

  @Override
  public void close() {
    memory.run();
  }
}
