package pannier.vision.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pannier.vision.camera.DrawnScene.hand;
import static pannier.vision.camera.DrawnScene.item;
import static pannier.vision.camera.DrawnScene.path;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.vision.opencv.OpenCv;

class DrawnSceneTest {
  private static final Scalar SKIN = new Scalar(110, 140, 200);
  private static final Scalar SLEEVE = new Scalar(60, 30, 120);
  private static final Scalar RED = new Scalar(30, 40, 190);
  private static final Scalar GREEN = new Scalar(40, 150, 50);
  private static final Size CARTON = new Size(38, 62);
  private static final double TOLERANCE_SECONDS = 0.3;

  @BeforeAll
  static void load() throws Exception {
    OpenCv.load();
  }

  @ParameterizedTest
  @CsvSource({"0,30", "1,30", "2,30", "3,30", "0,15", "0,60"})
  void anItemPutInIsSeenOnceFromAnySideAtAnyRate(int quarterTurns, int framesPerSecond) {
    DrawnScene scene = putIn(150, SKIN).turned(quarterTurns).framesPerSecond(framesPerSecond);
    assertEquals("red in x1 @1.8", seen(scene));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void anItemTakenOutIsSeenOnceFromAnySide(int quarterTurns) {
    assertEquals("green out x1 @3.3", seen(takenOut(GREEN, 160, SKIN).turned(quarterTurns)));
  }

  @ParameterizedTest
  @CsvSource({"40,60,90", "30,30,30", "220,225,225", "200,90,20", "135,150,178"})
  void handsOfAnyColourAreNoProducts(int blue, int green, int red) {
    Scalar glove = new Scalar(blue, green, red);
    assertEquals("red in x1 @1.8", seen(putIn(150, glove)));
    assertEquals("", seen(new DrawnScene(6).with(hand(glove, glove, reach(150, 150)))));
  }

  @Test
  void anEmptyHandThatLeavesEmptyIsNoSighting() {
    DrawnScene scene =
        new DrawnScene(6)
            .with(item(RED, CARTON, t -> new Point(150, 180)))
            .with(hand(SKIN, SLEEVE, reach(150, 160)));
    assertEquals("", seen(scene));
  }

  @Test
  void anItemDroppedWithoutAHandIsSeen() {
    DoubleFunction<Point> fall = path(new double[] {1, 120, -40}, new double[] {1.35, 120, 180});
    assertEquals("red in x1 @1.1", seen(new DrawnScene(4).with(item(RED, CARTON, fall))));
  }

  @Test
  void anItemHeldOverTheRimAndTakenBackIsNothing() {
    DoubleFunction<Point> dip =
        path(
            new double[] {1, 150, -40},
            new double[] {1.6, 150, 90},
            new double[] {2.4, 152, 92},
            new double[] {3, 150, -40});
    DrawnScene scene =
        new DrawnScene(5)
            .with(item(RED, CARTON, dip))
            .with(hand(SKIN, SLEEVE, t -> above(dip.apply(t))));
    assertEquals("", seen(scene));
  }

  @Test
  void alikeItemsInTwoHandsShareASighting() {
    DrawnScene scene = new DrawnScene(6);
    lift(scene, GREEN, 80, SKIN);
    lift(scene, GREEN, 220, SKIN);
    assertEquals("green out x2 @3.3", seen(scene));
  }

  @Test
  void packsOfNearlyOneColourThatPicturesTellApartAreTwoSightings() {
    DrawnScene scene = new DrawnScene(6);
    lift(scene, new Scalar(128, 118, 50), 80, SKIN);
    lift(scene, new Scalar(118, 128, 50), 220, SKIN);
    assertEquals("blue out x1 @3.3, green out x1 @3.3", seen(scene));
  }

  @Test
  void differentItemsInTwoHandsAreTwoSightings() {
    DrawnScene scene = new DrawnScene(6);
    lift(scene, GREEN, 80, SKIN);
    lift(scene, RED, 220, SKIN);
    assertEquals("green out x1 @3.3, red out x1 @3.3", seen(scene));
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 14, 30, 90})
  void anItemPushedAboutInTheBasketIsNoSighting(int byPx) {
    DoubleFunction<Point> pushed =
        path(new double[] {2, 120, 175}, new double[] {2.6, 120 + byPx, 175});
    DrawnScene scene =
        new DrawnScene(6)
            .with(item(RED, CARTON, pushed))
            .with(
                hand(
                    SKIN,
                    SLEEVE,
                    path(
                        new double[] {1.2, 120, -60},
                        new double[] {1.9, 120, 155},
                        new double[] {2, 120, 155},
                        new double[] {2.6, 120 + byPx, 155},
                        new double[] {3.4, 120 + byPx, -60})));
    assertEquals("", seen(scene));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 30, 44})
  void anItemPutInFrontOfAnotherOfItsColourIsSeen(int besidePx) {
    DrawnScene scene = putIn(150, SKIN);
    scene.behind(item(RED, CARTON, t -> new Point(150 + besidePx, 165)));
    assertEquals("red in x1 @1.8", seen(scene));
  }

  @Test
  void anItemExchangedForAnotherInOneVisitIsTwoSightings() {
    DrawnScene scene = new DrawnScene(6);
    lift(scene, GREEN, 220, SKIN);
    DoubleFunction<Point> put =
        path(new double[] {1.5, 90, -46}, new double[] {1.8, 90, 24}, new double[] {2.4, 90, 170});
    DoubleFunction<Point> arm =
        path(
            new double[] {1.5, 90, -66},
            new double[] {1.8, 90, 4},
            new double[] {2.4, 90, 150},
            new double[] {2.6, 90, 150},
            new double[] {3.3, 90, -80});
    scene.with(item(RED, CARTON, put)).with(hand(SKIN, SLEEVE, arm));
    assertEquals("red in x1 @1.8, green out x1 @3.3", seen(scene));
  }

  @Test
  void anItemTakenOutAndPutBackAtOnceIsTwoSightings() {
    DoubleFunction<Point> there =
        path(
            new double[] {2, 150, 175},
            new double[] {2.6, 150, -60},
            new double[] {3, 150, -60},
            new double[] {3.6, 150, 175});
    DrawnScene scene =
        new DrawnScene(6)
            .with(item(RED, CARTON, there))
            .with(
                hand(
                    SKIN,
                    SLEEVE,
                    t -> {
                      Point tip = there.apply(t);
                      double away = Math.max(0, Math.max(1.6 - t, t - 3.9)) * 400;
                      return new Point(tip.x, tip.y - 20 - away);
                    }));
    List<Sighting> sightings = scene.sightings(new CentreColour());
    assertEquals(
        List.of("OUT", "IN"),
        sightings.stream().map(sighting -> sighting.direction().name()).toList(),
        sightings::toString);
  }

  @Test
  void changingLightIsNoSighting() {
    DrawnScene scene =
        new DrawnScene(8)
            .with(item(RED, CARTON, t -> new Point(150, 150)))
            .light(t -> t < 2 ? 1 : t < 4 ? 0.7 : 1.1);
    assertEquals("", seen(scene));
  }

  @Test
  void anIdleSceneTakesTheCheapPathOnly() {
    DrawnScene scene = new DrawnScene(4).with(item(RED, CARTON, t -> new Point(150, 150)));
    try (CameraVision vision =
        new CameraVision(0, scene.rim(), new CentreColour(), VisionConfig.standard())) {
      scene.reports(vision);
      assertEquals(new Work(120, 0, 0, 0), vision.work());
    }
  }

  @Test
  void activeLastsFromTheFirstMotionUntilTheSighting() {
    DrawnScene scene = putIn(150, SKIN);
    try (CameraVision vision =
        new CameraVision(0, scene.rim(), new CentreColour(), VisionConfig.standard())) {
      List<VisionReport> reports = scene.reports(vision);
      int sighted = 0;
      while (reports.get(sighted).sightings().isEmpty()) {
        sighted++;
      }
      long crossed = reports.get(sighted).sightings().getFirst().timestampNanos();
      assertFalse(reports.get(sighted).active());
      for (VisionReport report : reports.subList(0, sighted)) {
        assertTrue(report.active() || report.upToNanos() < crossed, report.toString());
      }
    }
  }

  @Test
  void equalFramesGiveEqualReports() {
    List<List<VisionReport>> runs =
        java.util.stream.Stream.of(1, 2)
            .map(
                run -> {
                  DrawnScene scene = putIn(150, SKIN);
                  try (CameraVision vision =
                      new CameraVision(
                          0, scene.rim(), new CentreColour(), VisionConfig.standard())) {
                    return scene.reports(vision);
                  }
                })
            .toList();
    assertEquals(runs.get(0), runs.get(1));
  }

  /** A carton in a hand, half over the rim at 1.8 s; the hand leaves empty. */
  private static DrawnScene putIn(double x, Scalar skin) {
    DoubleFunction<Point> carried =
        path(
            new double[] {1.5, x, -46},
            new double[] {1.8, x, 24},
            new double[] {2.4, x, 170},
            new double[] {2.5, x, 175});
    DoubleFunction<Point> arm =
        path(
            new double[] {1.5, x, -66},
            new double[] {1.8, x, 4},
            new double[] {2.4, x, 150},
            new double[] {3, x, 155},
            new double[] {3.6, x, -80});
    return new DrawnScene(6)
        .with(item(RED, CARTON, carried))
        .with(hand(skin, skin.equals(SKIN) ? SLEEVE : skin, arm));
  }

  private static DrawnScene takenOut(Scalar colour, double x, Scalar skin) {
    return lift(new DrawnScene(6), colour, x, skin);
  }

  /** A hand comes at 1.5 s, lifts an item, and has it half over the rim at 3.3 s. */
  private static DrawnScene lift(DrawnScene scene, Scalar colour, double x, Scalar skin) {
    DoubleFunction<Point> lifted =
        path(
            new double[] {2.6, x, 175},
            new double[] {3.3, x, 24},
            new double[] {3.6, x, -40},
            new double[] {9, x, -80});
    DoubleFunction<Point> arm =
        path(
            new double[] {1.2, x, -60},
            new double[] {2.0, x, 155},
            new double[] {2.6, x, 155},
            new double[] {3.3, x, 4},
            new double[] {3.6, x, -60});
    return scene.with(item(colour, CARTON, lifted)).with(hand(skin, SLEEVE, arm));
  }

  private static DoubleFunction<Point> reach(double x, double depth) {
    return path(
        new double[] {1.2, x, -40},
        new double[] {2, x, depth},
        new double[] {3, x + 5, depth + 3},
        new double[] {3.8, x, -40});
  }

  private static Point above(Point item) {
    return new Point(item.x, item.y - 20);
  }

  /** Sightings as text, their time rounded to what was expected of them. */
  private static String seen(DrawnScene scene) {
    List<Sighting> sightings = scene.sightings(new CentreColour());
    return String.join(
        ", ",
        sightings.stream()
            .map(
                sighting ->
                    "%s %s x%d @%s"
                        .formatted(
                            sighting.candidates().getFirst().product().value(),
                            sighting.direction().name().toLowerCase(Locale.ROOT),
                            sighting.pieces(),
                            nearest(sighting.timestampNanos() / 1e9)))
            .toList());
  }

  private static String nearest(double seconds) {
    for (double expected : new double[] {1.1, 1.8, 3.3}) {
      if (Math.abs(seconds - expected) <= TOLERANCE_SECONDS) {
        return Double.toString(expected);
      }
    }
    return "%.2f".formatted(seconds);
  }
}
