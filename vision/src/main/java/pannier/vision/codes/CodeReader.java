package pannier.vision.codes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import pannier.domain.evidence.Code;

/**
 * Reads the codes in pictures. Holds native memory; used by one thread at a time.
 *
 * <p>What one picture says may be misread; {@link #readTrack} asks several.
 */
public final class CodeReader implements AutoCloseable {
  /** Below this a picture holds no symbol whose modules are a pixel wide. */
  private static final int SMALLEST_SIDE = 48;

  private final Straightener straightener = new Straightener();
  private final QrDecoder qrDecoder = new QrDecoder();
  private final BarDecoder barDecoder = new BarDecoder();
  private final Mat grey = new Mat();

  /** Ready to read; {@link pannier.vision.opencv.OpenCv#load} comes before. */
  public CodeReader() {}

  /**
   * The codes that enough of these pictures of one item agree on.
   *
   * @param pictures 8-bit BGR or grey; not changed
   */
  public List<Code> readTrack(List<Mat> pictures) {
    CodeVote vote = new CodeVote();
    for (Mat picture : pictures) {
      vote.add(read(picture));
    }
    return vote.accepted();
  }

  /** The codes in one picture, each check digit right, each code once. */
  public Set<Code> read(Mat picture) {
    Set<Code> codes = new LinkedHashSet<>();
    if (Math.max(picture.cols(), picture.rows()) < SMALLEST_SIDE) {
      return codes;
    }
    if (picture.type() == CvType.CV_8UC1) {
      picture.copyTo(grey);
    } else {
      Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
    }
    for (Strip strip : straightener.found(grey)) {
      decode(strip).ifPresent(codes::add);
    }
    if (codes.isEmpty()) {
      straightener.whole(grey).flatMap(this::decode).ifPresent(codes::add);
    }
    qrDecoder.decode(grey).ifPresent(codes::add);
    return codes;
  }

  private Optional<Code> decode(Strip strip) {
    int radiusPixels = Math.max(8, strip.columns() / 8);
    for (Profile profile : strip.profiles()) {
      for (Profile variant : List.of(profile, profile.sharpened(2, 1.5f))) {
        Optional<Code> code = variant.bars(radiusPixels).flatMap(barDecoder::decode);
        if (code.isPresent()) {
          return code;
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    straightener.close();
    qrDecoder.close();
    grey.release();
  }
}
