package pannier.simulator.desk.shelf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import pannier.app.screen.ProductPictures;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Rotation;
import pannier.simulator.geometry.Vector;
import pannier.simulator.render.Light;
import pannier.simulator.render.Model;
import pannier.simulator.render.Stage;
import pannier.simulator.render.Thing;
import pannier.simulator.render.View;
import pannier.simulator.shop.Article;
import pannier.simulator.world.Chance;
import pannier.simulator.world.Wardrobe;

/**
 * Packs drawn from the front, cut out exactly: each is drawn before black and before white, and
 * what differs is background. OpenCV must have been loaded.
 */
public final class PackPictures implements ProductPictures {
  private static final int WIDTH_PX = 240;
  private static final int HEIGHT_PX = 300;
  private static final double DISTANCE_METRES = 0.8;
  private static final double FILLED = 0.92;
  private static final Light LIGHT = new Light(new Vector(-0.4, -0.75, 0.55).unit(), 0.45, 0.66);

  private final Wardrobe wardrobe;
  private final Set<ProductId> articles;
  private final Map<ProductId, Picture> drawn = new ConcurrentHashMap<>();

  public PackPictures(List<Article> sold) {
    this.wardrobe = new Wardrobe(sold, new Chance(0));
    this.articles = sold.stream().map(Article::id).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean has(String product) {
    return articles.contains(new ProductId(product));
  }

  @Override
  public Optional<Picture> find(String product) {
    return has(product)
        ? Optional.of(drawn.computeIfAbsent(new ProductId(product), this::draw))
        : Optional.empty();
  }

  /** One after the other: a page asks for all of them at once. */
  private synchronized Picture draw(ProductId product) {
    RandomGenerator anyPhoto = new Chance(0).of("shelf " + product.value());
    Model model = wardrobe.piece(product, anyPhoto);
    double radius = model.mesh().radiusMetres();
    double tall = model.body().heightMetres();
    double wide = model.body().widthMetres() * 1.2;
    double scale = Math.min(HEIGHT_PX / Math.max(tall, 0.01), WIDTH_PX / Math.max(wide, 0.01));
    View view =
        new View(
            new Vector(0, -DISTANCE_METRES, 0.13),
            Vector.ZERO,
            FILLED * scale * (DISTANCE_METRES - radius / 2),
            WIDTH_PX,
            HEIGHT_PX);
    Thing thing = model.at(new Pose(Vector.ZERO, Rotation.about(new Vector(0, 0, 1), -0.32)));
    Mat black = before(thing, view, 0);
    Mat white = before(thing, view, 255);
    try {
      return new Picture("image/png", png(black, white));
    } finally {
      black.release();
      white.release();
    }
  }

  private static Mat before(Thing thing, View view, int level) {
    Mat picture = new Mat(HEIGHT_PX, WIDTH_PX, CvType.CV_8UC3, new Scalar(level, level, level));
    try (Stage stage = new Stage(view, LIGHT)) {
      stage.setBackground(picture, List.of(thing));
      stage.drawStill(picture);
    }
    return picture;
  }

  private static byte[] png(Mat black, Mat white) {
    byte[] dark = pixels(black);
    byte[] bright = pixels(white);
    byte[] bgra = new byte[WIDTH_PX * HEIGHT_PX * 4];
    for (int i = 0; i < WIDTH_PX * HEIGHT_PX; i++) {
      int through = (bright[3 * i + 1] & 255) - (dark[3 * i + 1] & 255);
      int alpha = 255 - Math.clamp(through, 0, 255);
      for (int c = 0; c < 3; c++) {
        int colour = alpha == 0 ? 0 : (dark[3 * i + c] & 255) * 255 / alpha;
        bgra[4 * i + c] = (byte) Math.min(255, colour);
      }
      bgra[4 * i + 3] = (byte) alpha;
    }
    Mat cut = new Mat(HEIGHT_PX, WIDTH_PX, CvType.CV_8UC4);
    cut.put(0, 0, bgra);
    MatOfByte encoded = new MatOfByte();
    Imgcodecs.imencode(".png", cut, encoded);
    byte[] bytes = encoded.toArray();
    encoded.release();
    cut.release();
    return bytes;
  }

  private static byte[] pixels(Mat picture) {
    byte[] pixels = new byte[(int) picture.total() * picture.channels()];
    picture.get(0, 0, pixels);
    return pixels;
  }
}
