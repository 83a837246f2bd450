package pannier.simulator.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfInt;
import org.opencv.core.Rect;
import org.opencv.core.Rect2d;
import org.opencv.imgcodecs.Imgcodecs;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Rotation;
import pannier.simulator.geometry.Vector;
import pannier.simulator.hand.Arm;
import pannier.simulator.hand.Grip;
import pannier.simulator.hand.Style;
import pannier.simulator.render.Light;
import pannier.simulator.render.Model;
import pannier.simulator.render.Seen;
import pannier.simulator.render.SensorNoise;
import pannier.simulator.render.Stage;
import pannier.simulator.render.Thing;
import pannier.simulator.render.View;
import pannier.simulator.world.Chance;
import pannier.simulator.world.Wardrobe;

/**
 * Draws {@code PRODUCT/NN.jpg}: each product from the front, the sides, the back and above,
 * standing or lying, before other backgrounds and in other light than in the cart. OpenCV must have
 * been loaded.
 */
public final class EnrolmentPhotos {
  private static final int SIDE_PX = 320;
  private static final int JPEG_QUALITY = 92;

  private final Wardrobe wardrobe;
  private final Chance chance;

  public EnrolmentPhotos(Wardrobe wardrobe, Chance chance) {
    this.wardrobe = wardrobe;
    this.chance = chance;
  }

  /**
   * Writes the photos of some products below a folder, which is made if it is missing.
   *
   * @param perProduct 1 to 99
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder, List<ProductId> products, int perProduct) throws IOException {
    for (ProductId product : products) {
      Path own = Files.createDirectories(folder.resolve(product.value()));
      int number = 0;
      for (Supplier<Mat> each : of(product, perProduct)) {
        Mat photo = each.get();
        save(own.resolve("%02d.jpg".formatted(++number)), photo);
        photo.release();
      }
    }
  }

  /**
   * The photos of one product, each drawn when it is asked for; to be asked for in this order,
   * once. Who asks releases them.
   *
   * @param count 1 to 99
   */
  public List<Supplier<Mat>> of(ProductId product, int count) {
    RandomGenerator random = chance.of("photos " + product.value());
    return IntStream.rangeClosed(1, count)
        .<Supplier<Mat>>mapToObj(number -> () -> take(wardrobe.model(product), number, random))
        .toList();
  }

  static void save(Path file, Mat photo) throws IOException {
    MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
    boolean written = Imgcodecs.imwrite(file.toString(), photo, options);
    options.release();
    if (!written) {
      throw new IOException("%s cannot be written".formatted(file));
    }
  }

  private static Mat take(Model model, int number, RandomGenerator random) {
    Mat picture = new Mat(SIDE_PX, SIDE_PX, CvType.CV_8UC3);
    Backdrop.paint(picture, random);
    View view = view(model, random);
    Pose pose = pose(number, random);
    try (Stage stage = new Stage(view, light(random));
        SensorNoise noise = new SensorNoise(SIDE_PX, SIDE_PX, 1.2, random)) {
      stage.setBackground(picture, List.of());
      stage.setStill(things(model, pose, number, random), List.of());
      stage.drawStill(picture);
      noise.apply(picture, 0.9 + 0.2 * random.nextDouble(), random);
    }
    Mat framed = picture.submat(frame(model, pose, view, random)).clone();
    picture.release();
    return framed;
  }

  /** Every third photo is taken of the product in a hand. */
  private static List<Thing> things(Model model, Pose pose, int number, RandomGenerator random) {
    List<Thing> things = new ArrayList<>(List.of(model.at(pose)));
    if (number % 3 == 1) {
      Grip grip = Grip.on(model.body(), Style.some(random));
      things.addAll(grip.things(Arm.some(random), Pose.at(pose.position()), 0));
    }
    return things;
  }

  /** Staff fill the picture with the product: 3 to 15 % of it is left on each side. */
  private static Rect frame(Model model, Pose pose, View view, RandomGenerator random) {
    Rect2d seen = Seen.of(model.mesh(), pose, view);
    double left = seen.x - seen.width * margin(random);
    double top = seen.y - seen.height * margin(random);
    double right = seen.x + seen.width * (1 + margin(random));
    double bottom = seen.y + seen.height * (1 + margin(random));
    int x = Math.clamp((int) left, 0, SIDE_PX - 32);
    int y = Math.clamp((int) top, 0, SIDE_PX - 32);
    int width = Math.clamp((int) right - x, 32, SIDE_PX - x);
    int height = Math.clamp((int) bottom - y, 32, SIDE_PX - y);
    return new Rect(x, y, width, height);
  }

  private static double margin(RandomGenerator random) {
    return 0.03 + 0.12 * random.nextDouble();
  }

  /** Mostly the front, every fifth photo the back, some lying; upright where a hand holds it. */
  private static Pose pose(int number, RandomGenerator random) {
    double yaw = (number % 5 == 0 ? 180 : 0) + 26 * random.nextGaussian();
    double roll =
        number % 3 == 2 && number % 2 == 0 ? 90 * random.nextGaussian() : 6 * random.nextGaussian();
    double pitch = -8 + 12 * random.nextGaussian();
    return new Pose(
        Vector.ZERO,
        Rotation.pose(Math.toRadians(yaw), Math.toRadians(pitch), Math.toRadians(roll)));
  }

  /** A phone at arm's length, a little above. */
  private static View view(Model model, RandomGenerator random) {
    double above = Math.toRadians(8 + 32 * random.nextDouble());
    double distance = 0.55;
    Vector position =
        new Vector(
            0.03 * random.nextGaussian(),
            -distance * StrictMath.cos(above),
            distance * StrictMath.sin(above));
    double size = 2 * model.mesh().radiusMetres();
    double fill = 0.85 + 0.25 * random.nextDouble();
    double focalPx = fill * SIDE_PX * (distance - size / 3) / size;
    Vector target = new Vector(0.01 * random.nextGaussian(), 0, 0.01 * random.nextGaussian());
    return new View(position, target, focalPx, SIDE_PX, SIDE_PX);
  }

  private static Light light(RandomGenerator random) {
    List<Double> from = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      from.add(random.nextGaussian());
    }
    Vector direction =
        new Vector(from.get(0), -Math.abs(from.get(1)) - 0.4, 0.6 + Math.abs(from.get(2)));
    return new Light(
        direction.unit(), 0.3 + 0.4 * random.nextDouble(), 0.45 + 0.25 * random.nextDouble());
  }
}
