package pannier.simulator.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import pannier.simulator.art.Colour;
import pannier.simulator.body.Box;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Vector;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

class StageTest {
  private static final View AHEAD = new View(new Vector(0, -1, 0), Vector.ZERO, 160, 160, 120);
  private static final Texture RED = Texture.of(Colour.of(0xC00000));
  private static final Texture BLUE = Texture.of(Colour.of(0x0000C0));

  private Stage stage;
  private Mat picture;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @BeforeEach
  void set() {
    stage = new Stage(AHEAD, Light.CEILING);
    picture = new Mat(120, 160, CvType.CV_8UC3, new Scalar(100, 100, 100));
    stage.setBackground(picture, List.of());
  }

  @AfterEach
  void strike() {
    stage.close();
    picture.release();
  }

  @Test
  void aPointAheadIsInTheMiddleAndOneAboveIsAbove() {
    Vector middle = AHEAD.project(Vector.ZERO);
    assertEquals(new Vector(80, 60, 1), middle);
    Vector upperRight = AHEAD.project(new Vector(0.1, 0, 0.2));
    assertEquals(96, upperRight.x(), 1e-9);
    assertEquals(28, upperRight.y(), 1e-9);
  }

  @Test
  void whatIsNearerHidesWhatIsFarther() {
    stage.setStill(List.of(box(RED, 0)), List.of());
    stage.draw(List.of(List.of(box(BLUE, -0.2))), List.of(), picture);
    assertTrue(blue() > 40 && red() < 20, "blue stands before red");
    stage.draw(List.of(List.of(box(BLUE, 0.3))), List.of(), picture);
    assertTrue(red() > 40 && blue() < 20, "blue stands behind red");
  }

  @Test
  void whatMovesDuringTheExposureIsBlurred() {
    List<Thing> here = List.of(box(BLUE, 0));
    List<Thing> gone = List.of();
    stage.draw(List.of(here, gone), List.of(), picture);
    double half = blue();
    stage.draw(List.of(here), List.of(), picture);
    assertEquals((blue() + 100) / 2, half, 2);
  }

  @Test
  void nothingOfAMovingThingRemainsInTheNextPicture() {
    byte[] before = pixels();
    stage.draw(List.of(List.of(box(BLUE, 0))), List.of(), picture);
    stage.draw(List.of(List.of()), List.of(), picture);
    assertArrayEquals(before, pixels());
  }

  @Test
  void aRoughSceneShowsTheSameThingsWithHardEdges() {
    List<Thing> things = List.of(box(RED, 0));
    stage.setStill(things, List.of());
    stage.drawStill(picture);
    byte[] smooth = pixels();
    picture.setTo(new Scalar(100, 100, 100));
    stage.setRoughScene(picture, List.of(), things, List.of());
    stage.drawStill(picture);
    byte[] rough = pixels();
    int differ = 0;
    for (int i = 0; i < smooth.length; i++) {
      differ += Math.abs((smooth[i] & 255) - (rough[i] & 255)) > 2 ? 1 : 0;
    }
    assertTrue(differ > 0 && differ < smooth.length / 50, differ + " bytes differ");
  }

  private byte[] pixels() {
    byte[] bytes = new byte[160 * 120 * 3];
    picture.get(0, 0, bytes);
    return bytes;
  }

  private double blue() {
    return picture.get(60, 80)[0];
  }

  private double red() {
    return picture.get(60, 80)[2];
  }

  private static Thing box(Texture texture, double y) {
    Box body = new Box(0.2, 0.05, 0.2, 0);
    return new Thing(body.mesh(), Pose.at(new Vector(0, y, 0)), texture, 0);
  }
}
