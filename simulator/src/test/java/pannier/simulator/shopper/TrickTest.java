package pannier.simulator.shopper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.ProductId;
import pannier.hal.Camera;
import pannier.hal.Frame;
import pannier.hal.LoadReading;
import pannier.hal.MotionReading;
import pannier.simulator.scale.Converter;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.world.CameraSpec;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.WorldSpec;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

/** What an adversary's tricks do to the scale and to the truth. */
class TrickTest {
  private static final long SECOND = 1_000_000_000L;
  private static final ProductId COFFEE = new ProductId("kaffa-espresso-500g");

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  private static SimulatedWorld world() {
    return new SimulatedWorld(WorldSpec.simple(DemoShop.articles(), 3));
  }

  private static double heaviest(SimulatedWorld world, long untilNanos) {
    world.loadCells().drain();
    world.advanceTo(untilNanos);
    double most = 0;
    for (LoadReading reading : world.loadCells().drain()) {
      most = Math.max(most, grams(reading));
    }
    return most;
  }

  private static double grams(LoadReading reading) {
    return reading.frontLeftGrams()
        + reading.frontRightGrams()
        + reading.rearLeftGrams()
        + reading.rearRightGrams();
  }

  private static double gramsAt(SimulatedWorld world, long nanos) {
    return grams(readingAt(world, nanos));
  }

  private static LoadReading readingAt(SimulatedWorld world, long nanos) {
    world.loadCells().drain();
    world.advanceTo(nanos);
    return world.loadCells().drain().getLast();
  }

  @Test
  void childIsHeavyAndGoesAgain() {
    try (SimulatedWorld world = world()) {
      Hands hands = new Hands(world, new SplittableRandom(1));
      hands.trick(Trick.CHILD, COFFEE, 5 * SECOND);
      assertTrue(heaviest(world, 11 * SECOND) > 10_000);
      assertEquals(world.contentGrams(), gramsAt(world, 14 * SECOND), 10);
      assertEquals(Map.of(COFFEE, 1), world.basket());
    }
  }

  @Test
  void whatLeaksIsLostAndTheThingThatLeftWithIt() {
    try (SimulatedWorld world = world()) {
      Hands hands = new Hands(world, new SplittableRandom(1));
      hands.put(COFFEE, 3 * SECOND);
      double before = gramsAt(world, 6 * SECOND);
      long free = hands.trick(Trick.LEAKING, COFFEE, 9 * SECOND);
      double after = gramsAt(world, Math.max(free, 17 * SECOND) + 2 * SECOND);
      assertEquals(Map.of(COFFEE, 1), world.basket());
      assertEquals(before - 32, after, 25, "four grams a second for eight seconds");
    }
  }

  @Test
  void nothingIsTakenUnseenOutOfAnEmptyBasket() {
    try (SimulatedWorld world = world()) {
      Hands hands = new Hands(world, new SplittableRandom(1));
      hands.trick(Trick.UNSEEN_OUT, COFFEE, 3 * SECOND);
      world.advanceTo(6 * SECOND);
      assertEquals(Map.of(COFFEE, 1), world.basket());
      hands.trick(Trick.UNSEEN_OUT, COFFEE, 9 * SECOND);
      world.advanceTo(12 * SECOND);
      assertEquals(Map.of(), world.basket());
    }
  }

  @Test
  void somethingLightGoesInHiddenInTheColdStore() {
    WorldSpec blind = new WorldSpec(DemoShop.articles(), List.of(), Converter.HX711_10_KG, 3);
    try (SimulatedWorld world = new SimulatedWorld(blind)) {
      Hands hands = new Hands(world, new SplittableRandom(1));
      double before = gramsAt(world, 3 * SECOND);
      hands.trick(Trick.COLD_STORE, COFFEE, 9 * SECOND);
      double after = gramsAt(world, 13 * SECOND);
      assertEquals(1, world.basket().size());
      assertEquals(98, world.contentGrams(), 10, "the lightest that the shop sells: a tea");
      assertEquals(before + world.contentGrams(), after, 3);
      LoadReading warm = readingAt(world, 14 * SECOND);
      LoadReading cold = readingAt(world, 900 * SECOND);
      double most =
          Math.max(
              Math.abs(cold.frontLeftGrams() - warm.frontLeftGrams()),
              Math.abs(cold.rearRightGrams() - warm.rearRightGrams()));
      assertTrue(most > 0.7, "a cell's zero has followed the air: %s g".formatted(most));
    }
  }

  @Test
  void twoPiecesOfLooseProduceGoInOnASlope() {
    try (SimulatedWorld world = world()) {
      Hands hands = new Hands(world, new SplittableRandom(1));
      world.motionSensor().drain();
      hands.trick(Trick.LOOSE, COFFEE, 5 * SECOND);
      assertEquals(Map.of(new ProductId("orange"), 2), world.basket());
      world.advanceTo(6 * SECOND);
      double tilt =
          world.motionSensor().drain().stream()
              .mapToDouble(MotionReading::tiltDegrees)
              .max()
              .orElse(0);
      assertTrue(tilt > 2.9, "beyond the 5 %% to which the scale corrects: %s".formatted(tilt));
    }
  }

  @Test
  void whatIsHandedOnIsInTheBasketNoMore() {
    try (SimulatedWorld world = world()) {
      Hands hands = new Hands(world, new SplittableRandom(1));
      double before = gramsAt(world, 3 * SECOND);
      long free = hands.trick(Trick.HANDED_ON, COFFEE, 5 * SECOND);
      double pack = world.crossings().getFirst().massGrams();
      assertEquals(before + pack, gramsAt(world, 7 * SECOND), 10, "it lies there for a moment");
      assertEquals(before, gramsAt(world, free + 2 * SECOND), 3);
      assertEquals(Map.of(), world.basket());
      assertEquals(2, world.crossings().size());
    }
  }

  @Test
  void twoPiecesGoInBeforeOneOfTwoCameras() {
    WorldSpec two =
        new WorldSpec(
            DemoShop.articles(), CameraSpec.pairAtFifteenFrames(), Converter.HX711_10_KG, 3);
    try (SimulatedWorld world = new SimulatedWorld(two)) {
      Hands hands = new Hands(world, new SplittableRandom(1));
      hands.trick(Trick.ONE_EYED, COFFEE, 5 * SECOND);
      assertEquals(Map.of(COFFEE, 2), world.basket());
      world.advanceTo(5 * SECOND);
      assertEquals(1, world.cameras().stream().filter(TrickTest::isDark).count());
    }
  }

  /** Whether its latest frame's middle is. */
  private static boolean isDark(Camera camera) {
    int level = 255;
    for (Optional<Frame> next = camera.poll(); next.isPresent(); next = camera.poll()) {
      Frame frame = next.get();
      long middle = (long) frame.heightPx() / 2 * frame.strideBytes() + 3L * frame.widthPx() / 2;
      level = frame.pixels().get(ValueLayout.JAVA_BYTE, middle) & 255;
    }
    return level < 60;
  }

  @Test
  void everyTrickIsARowOfTheListAndLeavesTheHandsFreeLater() {
    for (Trick trick : Trick.values()) {
      try (SimulatedWorld world = world()) {
        Hands hands = new Hands(world, new SplittableRandom(2));
        assertTrue(trick.row() >= 1 && trick.row() <= 35);
        assertTrue(hands.trick(trick, COFFEE, 5 * SECOND) > 5 * SECOND, trick.name());
      }
    }
  }
}
