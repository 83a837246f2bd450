package pannier.vision.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pannier.vision.camera.DrawnScene.hand;
import static pannier.vision.camera.DrawnScene.path;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.EAN13Writer;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Sighting;
import pannier.vision.Crop;
import pannier.vision.Ranking;
import pannier.vision.codes.CodeReader;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.opencv.OpenCv;

class CodeOnTheWayTest {
  private static final String DIGITS = "4006381333931";
  private static final int MODULE_PX = 2;
  private static final int ITEM_WIDTH = 240;
  private static final int ITEM_HEIGHT = 90;
  private static final double SETTLED = 2.5;

  @BeforeAll
  static void load() throws Exception {
    OpenCv.load();
  }

  @Test
  void aCodeThatShowsOnlyOnTheWayInGoesWithTheSighting() throws Exception {
    List<Sighting> sightings = sightings(putIn(t -> t < SETTLED));
    assertEquals(1, sightings.size(), sightings::toString);
    assertEquals(
        List.of("EAN_13 " + DIGITS),
        sightings.getFirst().codes().stream()
            .map(code -> code.symbology() + " " + code.text())
            .toList());
  }

  @Test
  void aCodeThatIsNeverTurnedToTheCameraIsNotThere() throws Exception {
    List<Sighting> sightings = sightings(putIn(t -> false));
    assertEquals(1, sightings.size(), sightings::toString);
    assertEquals(List.of(), sightings.getFirst().codes());
  }

  @Test
  void aCodeTooSmallForTheFrameIsReadInAllTheCamerasPixels() throws Exception {
    DrawnScene scene = putIn(t -> false).small(smallCode(t -> t >= SETTLED));
    assertEquals(List.of(DIGITS), texts(sightings(scene)));
  }

  @Test
  void aCodeThatStandsThereWithoutTheItemIsANeighbours() throws Exception {
    DrawnScene scene = putIn(t -> false).small(smallCode(t -> true));
    assertEquals(List.of(), texts(sightings(scene)));
  }

  private static List<String> texts(List<Sighting> sightings) {
    assertEquals(1, sightings.size(), sightings::toString);
    return sightings.getFirst().codes().stream().map(Code::text).toList();
  }

  /** On the item where it comes to lie: half a pixel a module in the frame, two in the whole. */
  private static DrawnScene.Actor smallCode(DoublePredicate shows) throws WriterException {
    BitMatrix bars = new EAN13Writer().encode(DIGITS, BarcodeFormat.EAN_13, 0, 1);
    return (whole, t) -> {
      if (shows.test(t)) {
        rectangle(whole, 500, 680, 280, 100, new Scalar(240, 240, 240));
        for (int x = 0; x < bars.getWidth(); x++) {
          if (bars.get(x, 0)) {
            rectangle(whole, 530 + MODULE_PX * x, 685, MODULE_PX, 90, new Scalar(20, 20, 20));
          }
        }
      }
    };
  }

  private static DrawnScene putIn(DoublePredicate labelShows) throws WriterException {
    BitMatrix bars = new EAN13Writer().encode(DIGITS, BarcodeFormat.EAN_13, 0, 1);
    DoubleFunction<Point> carried =
        path(
            new double[] {1.2, 160, -60},
            new double[] {1.5, 160, 24},
            new double[] {SETTLED, 160, 180});
    DoubleFunction<Point> arm =
        path(
            new double[] {1.2, 160, -100},
            new double[] {1.5, 160, -16},
            new double[] {SETTLED, 160, 140},
            new double[] {3, 160, 140},
            new double[] {3.6, 160, -80});
    return new DrawnScene(6)
        .with((picture, t) -> draw(picture, carried.apply(t), labelShows.test(t) ? bars : null))
        .with(hand(new Scalar(110, 140, 200), new Scalar(60, 30, 120), arm));
  }

  private static void draw(Mat picture, Point at, @Nullable BitMatrix bars) {
    int left = (int) at.x - ITEM_WIDTH / 2;
    int top = (int) at.y - ITEM_HEIGHT / 2;
    rectangle(picture, left, top, ITEM_WIDTH, ITEM_HEIGHT, new Scalar(40, 160, 60));
    if (bars == null) {
      return;
    }
    rectangle(picture, left, top + 28, ITEM_WIDTH, 50, new Scalar(240, 240, 240));
    int start = left + (ITEM_WIDTH - MODULE_PX * bars.getWidth()) / 2;
    for (int x = 0; x < bars.getWidth(); x++) {
      if (bars.get(x, 0)) {
        rectangle(picture, start + MODULE_PX * x, top + 30, MODULE_PX, 46, new Scalar(20, 20, 20));
      }
    }
  }

  private static void rectangle(
      Mat picture, int left, int top, int width, int height, Scalar colour) {
    Point to = new Point(left + width - 1, top + height - 1);
    Imgproc.rectangle(picture, new Point(left, top), to, colour, -1);
  }

  private static List<Sighting> sightings(DrawnScene scene) {
    Candidate any = new Candidate(new ProductId("any"), 0.9);
    PrintedCodes printed = new PrintedCodes(List.of(DIGITS, "4006381333948"));
    try (CodeReader reader = new CodeReader(printed)) {
      return scene.sightings(
          crops ->
              new Ranking(
                  List.of(any),
                  0.1,
                  reader.readTrack(crops.stream().map(CodeOnTheWayTest::finest).toList()),
                  1));
    }
  }

  private static Mat finest(Crop crop) {
    return crop.fine().get().orElse(crop.bgr());
  }
}
