package pannier.simulator.render;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Mesh.TextureArea;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Vector;

/**
 * The empty basket and the shop's floor around it: what a camera sees when nothing happens. Sizes
 * are those of a common 100-litre trolley's upper half, in metres.
 */
public final class Interior {
  /** From the middle to the left and right walls. */
  public static final double HALF_WIDTH = 0.3;

  /** From the middle to the near and far walls. */
  public static final double HALF_DEPTH = 0.22;

  /** The basket's floor below the rim. */
  public static final double FLOOR_Z = -0.27;

  private static final double RIM = 0.016;
  private static final double SHOP_FLOOR_Z = -0.95;

  private Interior() {}

  /** Everything that stays where it is; what hides most of the rest comes first. */
  public static List<Thing> things() {
    double x = HALF_WIDTH;
    double y = HALF_DEPTH;
    double z = FLOOR_Z;
    Texture wall = texture(Interior::wall, 480, 200);
    Texture floor = texture(Interior::floor, 480, 352);
    return List.of(
        flat(
            quad(
                new Vector(-x, -y, z),
                new Vector(x, -y, z),
                new Vector(x, y, z),
                new Vector(-x, y, z)),
            floor),
        flat(
            quad(
                new Vector(-x, y, z),
                new Vector(x, y, z),
                new Vector(x, y, 0),
                new Vector(-x, y, 0)),
            wall),
        flat(
            quad(
                new Vector(-x, -y, z),
                new Vector(-x, y, z),
                new Vector(-x, y, 0),
                new Vector(-x, -y, 0)),
            wall),
        flat(
            quad(
                new Vector(x, y, z),
                new Vector(x, -y, z),
                new Vector(x, -y, 0),
                new Vector(x, y, 0)),
            wall),
        rim(),
        flat(shopFloor(), texture(Interior::tiles, 512, 512)));
  }

  private static Mesh quad(Vector a, Vector b, Vector c, Vector d) {
    return new Mesh.Builder().face(List.of(a, b, c, d), TextureArea.ALL).build();
  }

  private static Mesh shopFloor() {
    return quad(
        new Vector(-5, -0.1, SHOP_FLOOR_Z),
        new Vector(5, -0.1, SHOP_FLOOR_Z),
        new Vector(5, 7, SHOP_FLOOR_Z),
        new Vector(-5, 7, SHOP_FLOOR_Z));
  }

  private static Thing flat(Mesh mesh, Texture texture) {
    return new Thing(mesh, Pose.ORIGIN, texture, 0);
  }

  private static Thing rim() {
    Mesh.Builder mesh = new Mesh.Builder();
    double x = HALF_WIDTH + RIM;
    double y = HALF_DEPTH;
    bar(mesh, new Vector(-x, y, -RIM), new Vector(x, y + 2 * RIM, RIM));
    bar(mesh, new Vector(-x - RIM, -y, -RIM), new Vector(-x + RIM, y + RIM, RIM));
    bar(mesh, new Vector(x - RIM, -y, -RIM), new Vector(x + RIM, y + RIM, RIM));
    return new Thing(
        mesh.build(), Pose.ORIGIN, texture(m -> m.setTo(new Scalar(92, 84, 30)), 8, 8), 0.25);
  }

  private static void bar(Mesh.Builder mesh, Vector low, Vector high) {
    Vector a = new Vector(low.x(), low.y(), high.z());
    Vector b = new Vector(high.x(), low.y(), high.z());
    Vector c = high;
    Vector d = new Vector(low.x(), high.y(), high.z());
    Vector e = low;
    Vector f = new Vector(high.x(), low.y(), low.z());
    Vector g = new Vector(high.x(), high.y(), low.z());
    Vector h = new Vector(low.x(), high.y(), low.z());
    mesh.face(List.of(a, b, c, d), TextureArea.ALL);
    mesh.face(List.of(e, f, b, a), TextureArea.ALL);
    mesh.face(List.of(f, g, c, b), TextureArea.ALL);
    mesh.face(List.of(g, h, d, c), TextureArea.ALL);
    mesh.face(List.of(h, e, a, d), TextureArea.ALL);
  }

  private interface Painting {
    void paint(Mat picture);
  }

  private static Texture texture(Painting painting, int widthPx, int heightPx) {
    Mat picture = new Mat(heightPx, widthPx, CvType.CV_8UC3);
    painting.paint(picture);
    Texture texture = Texture.of(picture);
    picture.release();
    return texture;
  }

  private static void wall(Mat picture) {
    picture.setTo(new Scalar(150, 146, 140));
    for (int x = 12; x < picture.cols(); x += 24) {
      Scalar dark = new Scalar(96, 93, 90);
      Imgproc.line(picture, new Point(x, 18), new Point(x, picture.rows() - 14), dark, 9);
    }
    Imgproc.rectangle(
        picture, new Point(0, 92), new Point(picture.cols(), 104), new Scalar(158, 154, 148), -1);
  }

  private static void floor(Mat picture) {
    picture.setTo(new Scalar(138, 134, 128));
    for (int y = 16; y < picture.rows(); y += 32) {
      for (int x = 16; x < picture.cols(); x += 32) {
        Imgproc.circle(picture, new Point(x, y), 8, new Scalar(104, 101, 97), -1, Imgproc.LINE_AA);
      }
    }
  }

  private static void tiles(Mat picture) {
    picture.setTo(new Scalar(168, 176, 182));
    for (int i = 0; i < 512; i += 32) {
      Scalar joint = new Scalar(140, 146, 150);
      Imgproc.line(picture, new Point(i, 0), new Point(i, 512), joint, 2);
      Imgproc.line(picture, new Point(0, i), new Point(512, i), joint, 2);
    }
  }
}
