package pannier.vision.camera;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.vision.Crop;
import pannier.vision.Ranking;
import pannier.vision.Recogniser;

/** Names an item by the strongest channel around its centre, or grey; never unknown. */
final class CentreColour implements Recogniser {
  @Override
  public Ranking recognise(List<Crop> crops) {
    Mat bgr = crops.getFirst().bgr();
    int width = Math.max(1, bgr.cols() / 3);
    int height = Math.max(1, bgr.rows() / 3);
    Mat centre = bgr.submat(new Rect(bgr.cols() / 3, bgr.rows() * 3 / 5, width, height / 2 + 1));
    Scalar mean = Core.mean(centre);
    centre.release();
    String[] names = {"blue", "green", "red"};
    int strongest = 0;
    for (int c = 1; c < 3; c++) {
      if (mean.val[c] > mean.val[strongest]) {
        strongest = c;
      }
    }
    return new Ranking(
        List.of(new Candidate(new ProductId(names[strongest]), 0.9)), 0.05, List.of(), 1);
  }
}
