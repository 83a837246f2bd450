package pannier.vision.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opencv.core.Mat;
import pannier.domain.catalogue.ProductId;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.photo.Photo;
import pannier.vision.photo.PhotoFolders;

/**
 * Makes galleries out of photos. Photos that were enrolled before with the same model are not
 * embedded again, with the same result.
 */
public final class Enrolment {
  /** Told after each photo; {@code done} goes from 1 to {@code of}. */
  @FunctionalInterface
  public interface Progress {
    void photos(int done, int of);
  }

  private final Embedder embedder;
  private final EmbeddingCache cache;

  /** With this embedder, which stays the caller's to close. */
  public Enrolment(Embedder embedder) {
    this(
        embedder,
        EmbeddingCache.ofUser(
            embedder.description().sha256(), embedder.description().dimensions()));
  }

  Enrolment(Embedder embedder, EmbeddingCache cache) {
    this.embedder = embedder;
    this.cache = cache;
  }

  /**
   * A gallery of all products in these folders of {@code PRODUCT/*.jpg}.
   *
   * @throws pannier.vision.photo.PhotoException when a folder or a photo in it cannot be used
   */
  public Gallery folders(List<Path> folders, Progress progress) throws IOException {
    SortedMap<ProductId, List<Path>> photos = PhotoFolders.byProduct(folders);
    int of = photos.values().stream().mapToInt(List::size).sum();
    int done = 0;
    SortedMap<ProductId, List<float[]>> references = new TreeMap<>();
    for (var product : photos.entrySet()) {
      List<float[]> own = new ArrayList<>();
      for (Path photo : product.getValue()) {
        own.add(embed(photo));
        progress.photos(++done, of);
      }
      references.put(product.getKey(), own);
    }
    return gallery(references);
  }

  /** A gallery of these embeddings, with the model's own rules and backgrounds. */
  public Gallery gallery(SortedMap<ProductId, List<float[]>> references) throws IOException {
    return Gallery.of(
        references,
        embedder.description().backgrounds(),
        GalleryRules.parse(embedder.description().gallery()));
  }

  private float[] embed(Path photo) throws IOException {
    byte[] content = Photo.bytes(photo);
    String digest = EmbeddingModel.sha256(content);
    Optional<float[]> known = cache.find(digest);
    if (known.isPresent()) {
      return known.get();
    }
    Mat picture = Photo.decode(photo, content);
    try {
      float[] embedding = embedder.embed(picture);
      cache.put(digest, embedding);
      return embedding;
    } finally {
      picture.release();
    }
  }
}
