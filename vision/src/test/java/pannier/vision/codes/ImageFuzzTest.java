package pannier.vision.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import pannier.domain.evidence.Code;
import pannier.vision.codes.Symbols.Conditions;
import pannier.vision.opencv.OpenCv;
import pannier.vision.photo.Photo;

/**
 * What a camera may be shown and what a photo's file may hold: spoilt symbols are read as what they
 * are or not at all, spoilt files are decoded or refused in one line. A short smoke by default;
 * {@code -Dpannier.fuzz.inputs=10000} is the long run.
 */
class ImageFuzzTest {
  private static final int MOST_INPUTS = 10_000;
  private static final int INPUTS =
      Math.min(MOST_INPUTS, Integer.getInteger("pannier.fuzz.inputs", 40));
  private static final Path NAME = Path.of("fuzz.jpg");
  private static final String LOGIN = "PANNIER/L1/ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final Random random = new Random(Long.getLong("pannier.fuzz.seed", 1));

  @BeforeAll
  static void load() throws IOException {
    OpenCv.load();
  }

  @Test
  void spoiltSymbolsAreReadAsTheyAreOrNotAtAll() {
    List<Mat> symbols =
        List.of(
            Symbols.zxing(BarcodeFormat.QR_CODE, LOGIN),
            Symbols.zxing(BarcodeFormat.EAN_13, "4006381333931"),
            Symbols.zxing(BarcodeFormat.DATA_MATRIX, "PANNIER"),
            Symbols.gs1Databar("0950110153001"));
    int read = 0;
    try (CodeReader reader = new CodeReader()) {
      for (int i = 0; i < INPUTS; i++) {
        Mat seen =
            Symbols.photographed(
                symbols.get(random.nextInt(symbols.size())), Conditions.GOOD, random);
        spoil(seen);
        Set<Code> codes = reader.read(seen);
        read += codes.size();
        seen.release();
      }
    }
    int found = read;
    assertTrue(found > 0 && found < 2 * INPUTS, () -> found + " codes");
  }

  @Test
  void spoiltFilesAreDecodedOrRefusedInALine() {
    List<byte[]> files = List.of(file(".jpg"), file(".png"));
    int decoded = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] content = spoilt(files.get(random.nextInt(files.size())));
      try {
        Mat picture = Photo.decode(NAME, content);
        assertTrue((long) picture.rows() * picture.cols() <= Photo.MOST_PIXELS);
        picture.release();
        decoded++;
      } catch (IOException e) {
        assertEquals(1, String.valueOf(e.getMessage()).lines().count());
      }
    }
    assertTrue(decoded < INPUTS, "the mutator changes what matters");
  }

  /** Blots, stripes, another brightness, a cut: as dirt, light and bad aim do. */
  private void spoil(Mat seen) {
    for (int i = random.nextInt(4); i > 0; i--) {
      int width = 1 + random.nextInt(Math.max(1, seen.cols() / 2));
      int height = 1 + random.nextInt(Math.max(1, seen.rows() / 2));
      Rect blot =
          new Rect(
              random.nextInt(seen.cols() - width + 1),
              random.nextInt(seen.rows() - height + 1),
              width,
              height);
      Mat part = seen.submat(blot);
      switch (random.nextInt(3)) {
        case 0 -> part.setTo(Scalar.all(random.nextInt(256)));
        case 1 -> part.convertTo(part, -1, random.nextDouble() * 2, random.nextInt(128));
        default -> Core.flip(part, part, random.nextInt(3) - 1);
      }
      part.release();
    }
  }

  private byte[] file(String type) {
    Mat picture =
        Symbols.photographed(Symbols.zxing(BarcodeFormat.QR_CODE, LOGIN), Conditions.GOOD, random);
    MatOfByte encoded = new MatOfByte();
    assertTrue(Imgcodecs.imencode(type, picture, encoded));
    byte[] content = encoded.toArray();
    encoded.release();
    picture.release();
    return content;
  }

  private byte[] spoilt(byte[] file) {
    byte[] content = file.clone();
    List<Integer> places = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      // Sizes and tables stand at the beginning.
      int reach = random.nextBoolean() ? Math.min(64, content.length) : content.length;
      places.add(random.nextInt(reach));
    }
    places.forEach(at -> content[at] = (byte) random.nextInt(256));
    return random.nextInt(4) == 0
        ? Arrays.copyOf(content, random.nextInt(content.length))
        : content;
  }
}
