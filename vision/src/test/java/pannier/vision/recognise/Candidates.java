package pannier.vision.recognise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencv.core.Mat;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Enrolment;
import pannier.vision.gallery.Gallery;
import pannier.vision.gallery.Match;
import pannier.vision.opencv.OpenCv;
import pannier.vision.photo.Photo;
import pannier.vision.photo.PhotoFolders;

/**
 * Prints each photo's first guess and its probability, to compare processors with: see {@code
 * hal/kernel/arm64.sh}.
 */
public final class Candidates {
  private Candidates() {}

  /** The folder of the products' pictures, then that of the photos. */
  public static void main(String[] args) throws IOException {
    OpenCv.load();
    try (Embedder embedder = Embedder.open(EmbeddingModel.bundled())) {
      Gallery gallery = new Enrolment(embedder).folders(List.of(Path.of(args[0])), (_, _) -> {});
      for (Map.Entry<ProductId, List<Path>> product :
          PhotoFolders.byProduct(List.of(Path.of(args[1]))).entrySet()) {
        for (Path photo : product.getValue()) {
          print(photo, guess(embedder, gallery, photo));
        }
      }
    }
  }

  private static Match guess(Embedder embedder, Gallery gallery, Path photo) throws IOException {
    Mat picture = Photo.read(photo);
    try {
      return gallery.match(embedder.embed(picture));
    } finally {
      picture.release();
    }
  }

  private static void print(Path photo, Match match) {
    Candidate first = match.candidates().getFirst();
    System.out.printf(
        Locale.ROOT,
        "%s %s %.6f %.6f%n",
        photo.getFileName(),
        first.product().value(),
        first.probability(),
        match.unknown());
  }
}
