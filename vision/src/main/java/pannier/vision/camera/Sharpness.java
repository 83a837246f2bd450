package pannier.vision.camera;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.imgproc.Imgproc;

/** How sharp a picture is: the spread of its second derivatives, which motion blur takes away. */
final class Sharpness {
  private Sharpness() {}

  /** In grey levels, 0 or more; comparable between pictures of the same thing at the same size. */
  static double of(Mat bgr) {
    Mat grey = new Mat();
    Mat curvature = new Mat();
    MatOfDouble mean = new MatOfDouble();
    MatOfDouble deviation = new MatOfDouble();
    try {
      Imgproc.cvtColor(bgr, grey, Imgproc.COLOR_BGR2GRAY);
      Imgproc.Laplacian(grey, curvature, CvType.CV_16S);
      Core.meanStdDev(curvature, mean, deviation);
      return deviation.get(0, 0)[0];
    } finally {
      grey.release();
      curvature.release();
      mean.release();
      deviation.release();
    }
  }
}
