package pannier.simulator.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

class LensTest {
  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void aCleanLensLeavesThePictureAsItIs() {
    assertEquals(0, brightened(0));
  }

  @Test
  void aFingerPrintLaysAVeilOverAPartOfADarkPicture() {
    double levels = brightened(1);
    assertTrue(levels > 0.1 && levels < 10, "brighter by " + levels + " levels");
  }

  /** How much brighter a dark picture becomes on the mean. */
  private static double brightened(int smudges) {
    Mat picture = new Mat(360, 640, CvType.CV_8UC3, new Scalar(20, 20, 20));
    try (Lens lens = new Lens(640, 360, smudges, new SplittableRandom(1))) {
      lens.see(picture);
    }
    double mean = Core.mean(picture).val[0];
    picture.release();
    return mean - 20;
  }
}
