package pannier.simulator.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

class SensorNoiseTest {
  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void aPictureLargerThanTheSheetIsNoisyEverywhere() {
    Mat picture = new Mat(90, 150, CvType.CV_8UC3, new Scalar(100, 100, 100));
    try (SensorNoise noise = new SensorNoise(64, 48, 4, new SplittableRandom(1))) {
      noise.apply(picture, 1.1, new SplittableRandom(2));
    }
    for (int top = 0; top < 90; top += 30) {
      for (int left = 0; left < 150; left += 30) {
        assertNoisy(picture, new Rect(left, top, 30, 30));
      }
    }
    picture.release();
  }

  private static void assertNoisy(Mat picture, Rect place) {
    Mat part = picture.submat(place);
    MatOfDouble mean = new MatOfDouble();
    MatOfDouble deviation = new MatOfDouble();
    Core.meanStdDev(part, mean, deviation);
    assertEquals(110, mean.get(0, 0)[0], 1, "brightened at " + place);
    assertEquals(4, deviation.get(0, 0)[0], 1, "levels rms at " + place);
    part.release();
    mean.release();
    deviation.release();
  }
}
