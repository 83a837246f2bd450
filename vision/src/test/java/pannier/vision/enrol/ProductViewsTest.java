package pannier.vision.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import pannier.vision.opencv.OpenCv;

/** Where the product is turned to is told to the embedder by the test. */
class ProductViewsTest {
  private static final Scalar SKIN = new Scalar(110, 140, 200);

  private final Random random = new Random(4);
  private final ProductViews views =
      new ProductViews(picture -> embedding(), new ViewRules(3, 6, 0.92, 5));
  private double degrees;

  @BeforeAll
  static void load() throws IOException {
    OpenCv.load();
  }

  @Test
  void theSameViewIsRefusedUntilTheProductIsTurned() {
    assertEquals(Optional.empty(), offer(0, print()).refusal());
    Progress same = offer(2, print());
    assertEquals(Optional.of(Refusal.TOO_ALIKE), same.refusal());
    assertTrue(same.advice().contains("turn it further"), same.advice());
    assertEquals(2, offer(60, print()).kept());
  }

  @Test
  void poorViewsAreRefusedWithTheReason() {
    Mat small = new Mat();
    Imgproc.resize(print(), small, new Size(90, 90), 0, 0, Imgproc.INTER_AREA);
    assertRefused(Refusal.TOO_SMALL, small);
    Mat dark = new Mat();
    print().convertTo(dark, -1, 0.2);
    assertRefused(Refusal.TOO_DARK, dark);
    Mat blurred = new Mat();
    Imgproc.GaussianBlur(print(), blurred, new Size(0, 0), 8);
    assertRefused(Refusal.BLURRED, blurred);
    Mat glaring = print();
    glaring.submat(new Rect(50, 50, 200, 200)).setTo(new Scalar(255, 255, 255));
    assertRefused(Refusal.GLARE, glaring);
    assertEquals(List.of(), views.references());
  }

  @Test
  void aHandThatCoversTheProductIsToldBesideAClearView() {
    offer(0, print());
    Mat held = print();
    held.submat(new Rect(0, 0, 300, 200)).setTo(SKIN);
    assertEquals(Optional.of(Refusal.COVERED), offer(90, held).refusal());
  }

  @Test
  void aHandSeenFirstGivesWayToTheClearView() {
    Mat held = print();
    held.submat(new Rect(0, 0, 300, 200)).setTo(SKIN);
    assertEquals(1, offer(0, held).kept());
    assertEquals(1, offer(90, print()).kept());
  }

  @Test
  void itIsEnoughWhenNothingNewComesAnyMore() {
    for (int offered = 0; offered < 8; offered++) {
      assertFalse(offer(90 * (offered % 4), print()).enough());
    }
    assertTrue(offer(0, print()).enough());
  }

  @Test
  void aFullSetKeepsTheViewsThatLieFarthestApart() {
    for (int at : new int[] {0, 24, 48, 72, 96, 120}) {
      offer(at, print());
    }
    assertTrue(offer(240, print()).refusal().isEmpty(), "new beyond all that is there");
    assertEquals(6, views.references().size());
    degrees = 240;
    float[] newest = embedding();
    assertTrue(views.references().stream().anyMatch(view -> cosine(view, newest) > 0.999));
  }

  private void assertRefused(Refusal refusal, Mat picture) {
    assertEquals(Optional.of(refusal), offer(random.nextInt(360), picture).refusal());
  }

  private Progress offer(double atDegrees, Mat picture) {
    degrees = atDegrees;
    return views.offer(picture);
  }

  private float[] embedding() {
    double angle = Math.toRadians(degrees);
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
  }

  private static double cosine(float[] a, float[] b) {
    return a[0] * b[0] + a[1] * b[1];
  }

  /** Fine coloured print, none of it white or of a hand's colour. */
  private static Mat print() {
    Mat grain = new Mat(100, 100, CvType.CV_8UC3);
    Core.setRNGSeed(9);
    Core.randu(grain, 20, 160);
    Mat printed = new Mat();
    Imgproc.resize(grain, printed, new Size(300, 300), 0, 0, Imgproc.INTER_CUBIC);
    Core.add(printed, new Scalar(80, 40, 0), printed);
    return printed;
  }
}
