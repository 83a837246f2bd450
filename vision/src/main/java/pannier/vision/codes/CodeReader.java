package pannier.vision.codes;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;

/**
 * Reads the codes in pictures. Holds native memory; used by one thread at a time.
 *
 * <p>What one picture says may be misread; {@link #readTrack} asks several.
 */
public final class CodeReader implements AutoCloseable {
  /** Below this a picture holds no symbol whose modules are a pixel wide. */
  private static final int SMALLEST_SIDE = 48;

  /** Comparing bars with a shop's numbers costs some milliseconds a picture. */
  private static final int MOST_FINE = 6;

  private final Straightener straightener = new Straightener();
  private final QrDecoder qrDecoder = new QrDecoder();
  private final BarDecoder barDecoder = new BarDecoder();
  private final Mat grey = new Mat();
  private final FineBars fineBars;

  /** Ready to read; {@link pannier.vision.opencv.OpenCv#load} comes before. */
  public CodeReader() {
    this(PrintedCodes.none());
  }

  /**
   * One that knows what it may find.
   *
   * @param printed bars that are too fine to be read are looked for among these
   */
  public CodeReader(PrintedCodes printed) {
    fineBars = new FineBars(printed);
  }

  /**
   * The codes that enough of these pictures of one item agree on. Where no bars can be read in any,
   * those of the clearest that can be told among the printed numbers.
   *
   * @param pictures 8-bit BGR or grey, the clearest first; not changed
   */
  public List<Code> readTrack(List<Mat> pictures) {
    CodeVote vote = new CodeVote();
    for (Mat picture : pictures) {
      vote.add(read(picture));
    }
    List<Code> read = vote.accepted();
    return read.isEmpty() ? fine(pictures) : read;
  }

  /**
   * The codes in one picture; where none can be read, the one that its bars are told to be among
   * the printed numbers.
   */
  public Collection<Code> readPrinted(Mat picture) {
    Set<Code> codes = read(picture);
    return codes.isEmpty() ? fine(List.of(picture)) : codes;
  }

  /** Told among the printed numbers; nothing where none are known. */
  List<Code> fine(List<Mat> pictures) {
    if (!fineBars.isOfUse()) {
      return List.of();
    }
    FineVote vote = new FineVote();
    for (Mat picture : pictures.subList(0, Math.min(MOST_FINE, pictures.size()))) {
      if (isLarge(picture)) {
        BarFinder.findFine(grey(picture)).stream()
            .flatMap(patch -> fineBars.find(grey, patch, straightener).stream())
            .forEach(vote::add);
      }
    }
    return vote.accepted().map(fineBars::code).stream().toList();
  }

  private static boolean isLarge(Mat picture) {
    return Math.min(picture.cols(), picture.rows()) >= SMALLEST_SIDE;
  }

  private Mat grey(Mat picture) {
    if (picture.type() == CvType.CV_8UC1) {
      picture.copyTo(grey);
    } else {
      Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
    }
    return grey;
  }

  /** The codes in one picture, each check digit right, each code once. */
  public Set<Code> read(Mat picture) {
    Set<Code> codes = new LinkedHashSet<>();
    if (!isLarge(picture)) {
      return codes;
    }
    Gradients gradients = Gradients.of(grey(picture));
    for (BarPatch patch : BarFinder.find(gradients)) {
      decode(patch).ifPresent(codes::add);
    }
    if (codes.isEmpty()) {
      readSquares(grey, gradients).ifPresent(codes::add);
    }
    return codes;
  }

  /**
   * A QR code anywhere in a picture. One that is near shows modules as large as the blocks in which
   * it is looked for, which then seem calm: it is looked for in ever smaller pictures.
   */
  private Optional<Code> readSquares(Mat picture, Gradients gradients) {
    for (Rect place : SquareFinder.find(gradients)) {
      Mat part = picture.submat(place);
      Optional<Code> code = qrDecoder.decode(part);
      part.release();
      if (code.isPresent()) {
        return code;
      }
    }
    if (Math.min(picture.cols(), picture.rows()) < 2 * SMALLEST_SIDE) {
      return Optional.empty();
    }
    Mat half = new Mat();
    Imgproc.resize(picture, half, new Size(), 0.5, 0.5, Imgproc.INTER_AREA);
    Optional<Code> code = readSquares(half, Gradients.of(half));
    half.release();
    return code;
  }

  private Optional<Code> decode(BarPatch patch) {
    Strip middle = straightener.straighten(grey, patch.middle(Strip.BAND_ROWS));
    if (!barDecoder.hasBars(middle)) {
      return Optional.empty();
    }
    Optional<Code> code = barDecoder.decode(middle);
    if (code.isEmpty() && patch.along() > Strip.BAND_ROWS) {
      code = barDecoder.decode(straightener.straighten(grey, patch));
    }
    return code.filter(read -> read.symbology() != Symbology.UPC_E || standsAlone(read, patch));
  }

  /** Whether a UPC-E is still one when so much is seen beside it as it may be half of. */
  private boolean standsAlone(Code upcE, BarPatch patch) {
    return barDecoder
        .decode(straightener.straighten(grey, patch.widened(3)))
        .equals(Optional.of(upcE));
  }

  @Override
  public void close() {
    straightener.close();
    qrDecoder.close();
    grey.release();
  }
}
