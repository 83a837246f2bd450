package pannier.vision.camera;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import pannier.domain.evidence.Sighting;
import pannier.hal.Frame;
import pannier.hal.camera.RecordedCamera;
import pannier.hal.camera.VideoCamera;
import pannier.vision.Crop;
import pannier.vision.Ranking;
import pannier.vision.motion.Shrinker;
import pannier.vision.opencv.OpenCv;
import pannier.vision.rim.BasketSide;
import pannier.vision.rim.Rim;

/**
 * For developers: draws what was made of a video, a row a sighting (the crop that was recognised,
 * then the frames around the crossing with the rim in yellow), and prints why.
 *
 * <p>Arguments: VIDEO X0 Y0 X1 Y1 below|above|left|right OUT.png
 */
final class SightingSheet {
  private static final Size TILE = new Size(256, 192);
  private static final double[] AROUND_SECONDS = {-0.6, -0.3, 0, 0.3, 0.6};
  private static final int KEPT_FRAMES = 600;

  private final Rim rim;
  private final Deque<Kept> recent = new ArrayDeque<>();
  private final List<Mat> crops = new ArrayList<>();
  private final List<Mat> rows = new ArrayList<>();

  private record Kept(long timestampNanos, Mat picture) {}

  private SightingSheet(Rim rim) {
    this.rim = rim;
  }

  static void main(String[] args) throws Exception {
    OpenCv.load();
    Rim rim =
        new Rim(
            Double.parseDouble(args[1]),
            Double.parseDouble(args[2]),
            Double.parseDouble(args[3]),
            Double.parseDouble(args[4]),
            BasketSide.valueOf(args[5].toUpperCase(Locale.ROOT)));
    SightingSheet sheet = new SightingSheet(rim);
    sheet.watch(Path.of(args[0]));
    Mat all = new Mat();
    Core.vconcat(sheet.rows, all);
    Imgcodecs.imwrite(args[6], all);
  }

  private void watch(Path video) throws Exception {
    try (RecordedCamera camera = VideoCamera.openFile(video, () -> Long.MAX_VALUE, 0);
        CameraVision vision = new CameraVision(0, rim, this::remember, VisionConfig.standard())) {
      vision.explainTo(System.out::println);
      for (Optional<Frame> frame = camera.poll(); frame.isPresent(); frame = camera.poll()) {
        keep(frame.get());
        vision.observe(frame.get()).sightings().forEach(this::draw);
      }
      vision.finish().sightings().forEach(this::draw);
    }
  }

  private Ranking remember(List<Crop> seen) {
    crops.add(seen.getFirst().bgr().clone());
    return new Ranking(List.of(), 0, List.of(), seen.getFirst().quality());
  }

  private void keep(Frame frame) {
    Mat view = Shrinker.view(frame);
    Mat small = new Mat();
    Imgproc.resize(view, small, TILE, 0, 0, Imgproc.INTER_AREA);
    view.release();
    Imgproc.line(
        small,
        new Point(rim.x0() * TILE.width, rim.y0() * TILE.height),
        new Point(rim.x1() * TILE.width, rim.y1() * TILE.height),
        new Scalar(0, 255, 255));
    recent.addLast(new Kept(frame.timestampNanos(), small));
    if (recent.size() > KEPT_FRAMES) {
      recent.removeFirst().picture.release();
    }
  }

  private void draw(Sighting sighting) {
    System.out.println(sighting);
    List<Mat> tiles = new ArrayList<>();
    tiles.add(cropTile());
    for (double seconds : AROUND_SECONDS) {
      long nanos = sighting.timestampNanos() + Math.round(seconds * 1e9);
      Mat tile = nearest(nanos).clone();
      String text = "%.2f s".formatted(nanos / 1e9);
      if (seconds == 0) {
        text += " %s x%d".formatted(sighting.direction(), sighting.pieces());
      }
      Imgproc.putText(
          tile, text, new Point(4, 184), Imgproc.FONT_HERSHEY_SIMPLEX, 0.5, new Scalar(0, 0, 255));
      tiles.add(tile);
    }
    Mat row = new Mat();
    Core.hconcat(tiles, row);
    rows.add(row);
  }

  private Mat cropTile() {
    Mat crop = crops.removeFirst();
    crops.clear();
    double scale = Math.min(TILE.width / crop.cols(), TILE.height / crop.rows());
    Mat fitted = new Mat();
    Imgproc.resize(crop, fitted, new Size(), scale, scale, Imgproc.INTER_AREA);
    Mat tile = new Mat(TILE, CvType.CV_8UC3, new Scalar(0, 0, 0));
    Mat part =
        tile.submat(
            0, Math.min(fitted.rows(), tile.rows()), 0, Math.min(fitted.cols(), tile.cols()));
    fitted.submat(0, part.rows(), 0, part.cols()).copyTo(part);
    return tile;
  }

  private Mat nearest(long nanos) {
    Kept best = recent.getFirst();
    for (Kept kept : recent) {
      if (Math.abs(kept.timestampNanos - nanos) < Math.abs(best.timestampNanos - nanos)) {
        best = kept;
      }
    }
    return best.picture;
  }
}
