package pannier.vision.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;
import pannier.vision.codes.Symbols.Conditions;
import pannier.vision.opencv.OpenCv;

/** Symbols come from other people's writers: ZXing's and OkapiBarcode's. */
class CodeReaderTest {
  private final Random random = new Random(17);
  private CodeReader reader;

  @BeforeAll
  static void load() throws IOException {
    OpenCv.load();
  }

  @BeforeEach
  void open() {
    reader = new CodeReader();
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4006381333931", "9780306406157", "2012345012349"})
  void ean13IsReadTiltedBlurredAndNoisy(String digits) {
    assertRead(
        new Code(Symbology.EAN_13, digits),
        Symbols.zxing(BarcodeFormat.EAN_13, digits),
        Conditions.HARSH);
  }

  @Test
  void ean8UpcAAndUpcEAreRead() {
    assertRead(
        new Code(Symbology.EAN_8, "96385074"),
        Symbols.zxing(BarcodeFormat.EAN_8, "96385074"),
        Conditions.HARSH);
    assertRead(
        new Code(Symbology.UPC_A, "036000291452"),
        Symbols.zxing(BarcodeFormat.UPC_A, "036000291452"),
        Conditions.HARSH);
    assertRead(
        new Code(Symbology.UPC_E, "04252614"),
        Symbols.zxing(BarcodeFormat.UPC_E, "04252614"),
        Conditions.HARSH);
  }

  @Test
  void gs1SymbolsAreReadWithTheirIdentifiers() {
    assertRead(
        new Code(Symbology.GS1_128, "(01)09501101530003(3103)000520(10)LOT-7"),
        Symbols.zxing(BarcodeFormat.CODE_128, "\u00f101095011015300033103000520" + "10LOT-7"),
        Conditions.HARSH);
    assertRead(
        new Code(Symbology.GS1_DATABAR, "09501101530003"),
        Symbols.gs1Databar("0950110153000"),
        Conditions.HARSH);
    assertRead(
        new Code(Symbology.GS1_DATABAR_EXPANDED, "(01)90012345678908(3103)001750"),
        Symbols.gs1DatabarExpanded("[01]90012345678908[3103]001750", false),
        Conditions.HARSH);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 4, 6, 8, 12, 16})
  void aQrCodeIsReadTiltedFarAndNear(double modulePixels) {
    String link = "https://id.gs1.org/01/09501101530003?15=270131";
    assertRead(
        new Code(Symbology.QR, link),
        Symbols.zxing(BarcodeFormat.QR_CODE, link),
        new Conditions(modulePixels, 20, 0, 3, 0.02));
  }

  /** ZXing's own detector finds one of these three. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 1.6})
  void aQrCodeWithRoundCornersIsRead(double scale) {
    String link = "PANNIER/L1/JLI4RJRFTCTRK4QXGDPSQZ6G2E";
    Mat scaled = new Mat();
    Mat drawn = Symbols.rounded(Symbols.zxing(BarcodeFormat.QR_CODE, link));
    Imgproc.resize(drawn, scaled, new Size(), scale, scale, Imgproc.INTER_AREA);
    try (QrDecoder decoder = new QrDecoder()) {
      assertEquals(Optional.of(new Code(Symbology.QR, link)), decoder.decode(scaled));
    }
    drawn.release();
    scaled.release();
  }

  @Test
  void code128OfAnotherKindInterleavedAndTexturesGiveNothing() {
    assertNothing(Symbols.zxing(BarcodeFormat.CODE_128, "PN-4711-0815"));
    assertNothing(Symbols.zxing(BarcodeFormat.ITF, "10614141000415"));
    Mat stripes = new Mat(400, 600, CvType.CV_8UC1, new Scalar(230));
    for (int x = 60; x < 540; x += 12 + 6 * random.nextInt(4)) {
      stripes.submat(60, 340, x, x + 6).setTo(new Scalar(20));
    }
    assertNothing(stripes);
  }

  @Test
  void oneReadIsNotEnough() {
    Mat seen =
        Symbols.photographed(
            Symbols.zxing(BarcodeFormat.EAN_13, "4006381333931"), Conditions.GOOD, random);
    Mat empty = new Mat(200, 200, CvType.CV_8UC3, new Scalar(120, 120, 120));
    assertEquals(1, reader.read(seen).size());
    assertEquals(List.of(), reader.readTrack(List.of(seen, empty, empty)));
    assertEquals(1, reader.readTrack(List.of(seen, empty, seen)).size());
  }

  @Test
  void anItemTooSmallToHoldACodeIsPassedOver() {
    Mat small = new Mat(20, 30, CvType.CV_8UC3, new Scalar(120, 120, 120));
    assertEquals(List.of(), reader.readTrack(List.of(small, small)));
  }

  private void assertRead(Code expected, Mat drawn, Conditions conditions) {
    assertEquals(List.of(expected), reader.readTrack(track(drawn, conditions)));
  }

  private void assertNothing(Mat drawn) {
    assertEquals(List.of(), reader.readTrack(track(drawn, Conditions.HARSH)));
  }

  private List<Mat> track(Mat drawn, Conditions conditions) {
    List<Mat> track = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      track.add(Symbols.photographed(drawn, conditions, random));
    }
    return track;
  }
}
