package pannier.vision.recognise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import pannier.domain.catalogue.ProductId;
import pannier.vision.embed.Embedder;
import pannier.vision.gallery.Enrolment;
import pannier.vision.gallery.Gallery;
import pannier.vision.gallery.Match;
import pannier.vision.photo.Photo;

/** Shows photos to the recogniser one by one, counts and takes the time. */
final class PhotoTrial {
  /** The bare interpreter runs beside at most about so many photos: it costs as much as they do. */
  private static final int INVOKE_SAMPLES = 400;

  private final Embedder embedder;
  private final Gallery gallery;
  private final List<Double> photoMillis = new ArrayList<>();
  private final List<Double> invokeMillis = new ArrayList<>();

  PhotoTrial(Embedder embedder, Gallery gallery) {
    this.embedder = embedder;
    this.gallery = gallery;
  }

  /**
   * Recognises all photos.
   *
   * @param photos by product, all enrolled
   * @param unknown photos of things that are not enrolled, or null
   */
  Measurement run(
      SortedMap<ProductId, List<Path>> photos,
      @Nullable List<Path> unknown,
      Enrolment.Progress progress)
      throws IOException {
    int labelled = photos.values().stream().mapToInt(List::size).sum();
    int of = labelled + (unknown == null ? 0 : unknown.size());
    int every = Math.max(1, of / INVOKE_SAMPLES);
    int done = 0;
    Tally all = new Tally();
    SortedMap<ProductId, Tally> byProduct = new TreeMap<>();
    List<Double> knownScores = new ArrayList<>();
    for (var product : photos.entrySet()) {
      Tally own = byProduct.computeIfAbsent(product.getKey(), any -> new Tally());
      for (Path photo : product.getValue()) {
        Match match = match(photo, done % every == 0);
        int place = place(match, product.getKey());
        all.count(place);
        own.count(place);
        knownScores.add(-match.unknown());
        progress.photos(++done, of);
      }
    }
    List<Double> unknownScores = new ArrayList<>();
    for (Path photo : unknown == null ? List.<Path>of() : unknown) {
      unknownScores.add(-match(photo, done % every == 0).unknown());
      progress.photos(++done, of);
    }
    OpenSet openSet = unknown == null ? null : OpenSet.of(array(knownScores), array(unknownScores));
    var times = new Measurement.Times(median(photoMillis), median(invokeMillis));
    return new Measurement(gallery.products().size(), all, byProduct, times, openSet);
  }

  private Match match(Path photo, boolean invokeToo) throws IOException {
    Mat picture = Photo.read(photo);
    try {
      long start = System.nanoTime();
      Match match = gallery.match(embedder.embed(picture));
      photoMillis.add((System.nanoTime() - start) / 1e6);
      if (invokeToo) {
        invoke(photo);
      }
      return match;
    } finally {
      picture.release();
    }
  }

  /** Straight after a decoding, so that it finds the processor's caches as {@link #match} does. */
  private void invoke(Path photo) throws IOException {
    Photo.read(photo).release();
    long start = System.nanoTime();
    embedder.invoke();
    invokeMillis.add((System.nanoTime() - start) / 1e6);
  }

  private static int place(Match match, ProductId product) {
    int place = 0;
    while (!match.candidates().get(place).product().equals(product)) {
      place++;
    }
    return place;
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }
}
