package pannier.vision.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.zxing.BarcodeFormat;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;
import pannier.vision.opencv.OpenCv;

/** The left half of some EAN-13 is a UPC-E to the last module. */
class CoveredHalfTest {
  private static final int MODULES = 95;

  @BeforeAll
  static void load() throws IOException {
    OpenCv.load();
  }

  /** With the last digit's last bar and without. */
  @ParameterizedTest
  @ValueSource(doubles = {88.5, 91.5})
  void anEanWhoseRightDigitsAreCoveredIsNoUpcE(double lastGuard) {
    String digits = halfIsUpcE();
    Mat drawn = Symbols.ean13(digits);
    paper(drawn, 51.5, lastGuard);
    try (CodeReader reader = new CodeReader()) {
      assertEquals(Set.of(), reader.read(drawn));
      // Without the last guard nobody could know.
      paper(drawn, lastGuard, MODULES);
      assertFalse(reader.read(drawn).isEmpty());
    }
    drawn.release();
  }

  /** Its first digit says how the next six are printed, as a UPC-E's check digit does. */
  private static String halfIsUpcE() {
    return IntStream.range(100_000, 999_999)
        .mapToObj(String::valueOf)
        .filter(six -> new Code(Symbology.UPC_E, "1" + six + "4").gtin().isPresent())
        .map(six -> Symbols.withCheckDigit("4" + six + "38165"))
        .findFirst()
        .orElseThrow();
  }

  private static void paper(Mat drawn, double firstModule, double endModule) {
    int left = Symbols.QUIET_MODULES;
    Mat part =
        drawn.submat(
            0,
            drawn.rows(),
            (int) ((left + firstModule) * Symbols.DRAWN_MODULE),
            (int) ((left + endModule) * Symbols.DRAWN_MODULE));
    part.setTo(new Scalar(255));
    part.release();
  }

  @Test
  void anUncoveredUpcEIsRead() {
    Mat drawn = Symbols.zxing(BarcodeFormat.UPC_E, "04252614");
    try (CodeReader reader = new CodeReader()) {
      assertEquals(List.of(new Code(Symbology.UPC_E, "04252614")), List.copyOf(reader.read(drawn)));
    }
    drawn.release();
  }
}
