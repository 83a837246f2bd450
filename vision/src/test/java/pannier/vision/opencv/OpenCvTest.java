package pannier.vision.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.BarcodeDetector;
import org.opencv.video.Video;

class OpenCvTest {
  @BeforeAll
  static void load() throws IOException {
    OpenCv.load();
    OpenCv.load();
  }

  @Test
  void computesOnTheCallingThreadAlone() {
    assertEquals(1, Core.getNumThreads());
  }

  @Test
  void aPictureSurvivesPngToTheBit() {
    Mat picture = new Mat(48, 64, CvType.CV_8UC3, new Scalar(10, 20, 30));
    Imgproc.circle(picture, new Point(30, 20), 9, new Scalar(250, 1, 7), -1);
    MatOfByte png = new MatOfByte();
    assertTrue(Imgcodecs.imencode(".png", picture, png));
    Mat back = Imgcodecs.imdecode(png, Imgcodecs.IMREAD_COLOR);
    assertEquals(0, Core.norm(picture, back, Core.NORM_INF));
  }

  @Test
  void motionSegmentationSeesWhatMoved() {
    var segmenter = Video.createBackgroundSubtractorMOG2(50, 16, false);
    Mat frame = new Mat(240, 320, CvType.CV_8UC3, new Scalar(90, 90, 90));
    Mat mask = new Mat();
    for (int i = 0; i < 20; i++) {
      segmenter.apply(frame, mask);
    }
    assertEquals(0, Core.countNonZero(mask));
    Imgproc.circle(frame, new Point(160, 120), 30, new Scalar(250, 1, 7), -1);
    segmenter.apply(frame, mask);
    assertEquals(Math.PI * 900, Core.countNonZero(mask), 120);
  }

  @Test
  void theBarcodeDetectorIsThere() {
    Mat points = new Mat();
    assertEquals(
        false,
        new BarcodeDetector()
            .detect(new Mat(240, 320, CvType.CV_8UC3, new Scalar(90, 90, 90)), points));
  }
}
