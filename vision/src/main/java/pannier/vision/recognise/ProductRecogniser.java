package pannier.vision.recognise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Code;
import pannier.vision.Crop;
import pannier.vision.Ranking;
import pannier.vision.Recogniser;
import pannier.vision.codes.CodeReader;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Enrolment;
import pannier.vision.gallery.Gallery;
import pannier.vision.gallery.Match;
import pannier.vision.gallery.View;

/**
 * Recognises items by their looks against a gallery, and reads the codes on them.
 *
 * <p>Holds native memory and owns its embedder. Used by one thread at a time.
 */
public final class ProductRecogniser implements Recogniser, AutoCloseable {
  /** A reconciler gains nothing from what is less likely than all its other doubts. */
  private static final double LEAST_PROBABILITY = 1e-6;

  private static final int MOST_CANDIDATES = 20;

  /**
   * Views far worse than the best are searched for codes only: a blurred one looks like nothing
   * that was enrolled, and would turn a known item into an unknown one.
   */
  private static final double COMPARABLE = 0.5;

  /** Of an item that is known as well as this, codes are looked for in its best picture only. */
  private static final double SURE = 0.9;

  private static final int MOST_FINE_LOOKS = 4;

  private final Embedder embedder;
  private final Gallery gallery;
  private final CodeReader codeReader;

  /**
   * Takes the embedder over, to be closed with it.
   *
   * @param printed what the shop's goods carry: bars too fine to be read are looked for among them
   * @throws IllegalArgumentException when the gallery was made by a model of other dimensions
   */
  public ProductRecogniser(Embedder embedder, Gallery gallery, PrintedCodes printed) {
    if (embedder.description().dimensions() != gallery.dimensions()) {
      throw new IllegalArgumentException(
          "a gallery of %d dimensions for a model of %d"
              .formatted(gallery.dimensions(), embedder.description().dimensions()));
    }
    this.embedder = embedder;
    this.gallery = gallery;
    this.codeReader = new CodeReader(printed);
  }

  /**
   * With the program's own model and all products in these folders of {@code PRODUCT/*.jpg}.
   *
   * @throws IOException one line when a folder, a photo, the model or a native library cannot be
   *     used
   */
  public static ProductRecogniser enrolled(
      List<Path> folders, PrintedCodes printed, Enrolment.Progress progress) throws IOException {
    Embedder embedder = Embedder.open(EmbeddingModel.bundled());
    try {
      return new ProductRecogniser(
          embedder, new Enrolment(embedder).folders(folders, progress), printed);
    } catch (IOException | RuntimeException e) {
      embedder.close();
      throw e;
    }
  }

  /** SHA-256 of the model, hexadecimal. */
  public String modelDigest() {
    return embedder.description().sha256();
  }

  public Gallery gallery() {
    return gallery;
  }

  @Override
  public Ranking recognise(List<Crop> crops) {
    if (crops.isEmpty()) {
      return Ranking.nothing();
    }
    double clarity = crops.stream().mapToDouble(Crop::quality).max().orElseThrow();
    Match match = gallery.match(views(crops, clarity));
    List<Candidate> likely =
        match.candidates().stream()
            .filter(candidate -> candidate.probability() >= LEAST_PROBABILITY)
            .limit(MOST_CANDIDATES)
            .toList();
    return new Ranking(likely, match.unknown(), codes(crops, isSure(likely)), clarity);
  }

  private static boolean isSure(List<Candidate> likely) {
    return !likely.isEmpty() && likely.getFirst().probability() >= SURE;
  }

  /** Of a doubtful item more pictures are looked at in all their pixels. */
  private List<Code> codes(List<Crop> crops, boolean sure) {
    int closely = sure ? 1 : MOST_FINE_LOOKS;
    List<Mat> owned = new ArrayList<>();
    List<Mat> pictures = new ArrayList<>();
    try {
      for (Crop crop : crops) {
        Optional<Mat> fine = pictures.size() < closely ? crop.fine().get() : Optional.empty();
        fine.ifPresent(owned::add);
        pictures.add(fine.orElse(crop.bgr()));
      }
      return codeReader.readTrack(pictures);
    } finally {
      owned.forEach(Mat::release);
    }
  }

  private List<View> views(List<Crop> crops, double clarity) {
    return crops.stream()
        .filter(crop -> crop.quality() >= COMPARABLE * clarity)
        .map(crop -> new View(embedder.embed(crop.bgr()), crop.quality()))
        .toList();
  }

  @Override
  public void close() {
    codeReader.close();
    embedder.close();
  }
}
