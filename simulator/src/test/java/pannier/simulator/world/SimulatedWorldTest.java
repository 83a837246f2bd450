package pannier.simulator.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Direction;
import pannier.hal.Frame;
import pannier.hal.LoadReading;
import pannier.simulator.hand.Grip;
import pannier.simulator.hand.Style;
import pannier.simulator.shop.DemoShop;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

class SimulatedWorldTest {
  private static final long SECOND = 1_000_000_000L;
  private static final ProductId COFFEE = new ProductId("kaffa-espresso-500g");
  private static final Style PLAIN = new Style(new Grip.Hold(Grip.Way.RIGHT, 0.03), 0, 0.2, 0, 1);

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void whatIsPutInIsFeltAndSeenAndGoneWhenItIsTakenOut() {
    try (SimulatedWorld world = world(1)) {
      byte[] empty = pictureAt(world, SECOND);
      Crossing in = world.put(COFFEE, PLAIN, 3 * SECOND);
      byte[] full = pictureAt(world, 6 * SECOND);
      assertEquals(in.massGrams(), weight(world), 1);
      assertTrue(difference(empty, full) > 2000, "the packet is seen");
      assertEquals(Map.of(COFFEE, 1), world.basket());
      world.take(COFFEE, PLAIN, 9 * SECOND);
      byte[] again = pictureAt(world, 12 * SECOND);
      assertEquals(0, weight(world), 1);
      assertTrue(difference(empty, again) < 50, "the packet is gone");
      assertEquals(Map.of(), world.basket());
    }
  }

  @Test
  void theTruthSaysWhenTheItemCrossedTheRim() {
    try (SimulatedWorld world = world(2)) {
      Crossing in = world.put(COFFEE, PLAIN, 3 * SECOND);
      Crossing out = world.take(COFFEE, PLAIN, 8 * SECOND);
      assertEquals(3.15, in.nanos() * 1e-9, 0.2);
      assertEquals(7.85, out.nanos() * 1e-9, 0.2);
      assertEquals(Optional.of(out), world.crossingNear(Direction.OUT, 8 * SECOND));
      assertEquals(Optional.empty(), world.crossingNear(Direction.IN, 8 * SECOND));
    }
  }

  @Test
  void equalSeedsGiveEqualPicturesAndReadings() {
    try (SimulatedWorld one = world(3);
        SimulatedWorld other = world(3)) {
      for (SimulatedWorld world : List.of(one, other)) {
        world.put(COFFEE, world.someStyle(), 2 * SECOND);
      }
      assertArrayEquals(pictureAt(one, 22 * SECOND / 10), pictureAt(other, 22 * SECOND / 10));
      assertEquals(one.loadCells().drain(), other.loadCells().drain());
      assertEquals(one.motionSensor().drain(), other.motionSensor().drain());
    }
  }

  @Test
  void framesComeAtTheirRateAndOnlyWhenTheirTimeHasCome() {
    try (SimulatedWorld world = world(4)) {
      world.advanceTo(SECOND);
      List<Long> times = new ArrayList<>();
      Optional<Frame> frame = world.cameras().get(0).poll();
      while (frame.isPresent()) {
        times.add(frame.get().timestampNanos());
        frame = world.cameras().get(0).poll();
      }
      assertEquals(31, times.size());
      assertEquals(0, times.get(0));
      assertEquals(SECOND, times.get(30));
    }
  }

  @Test
  void whatIsOnlyLookedAtIsSeenAndLeavesNothingBehind() {
    try (SimulatedWorld world = world(6)) {
      byte[] before = pictureAt(world, SECOND);
      long out = world.show(COFFEE, PLAIN, 3 * SECOND, 2);
      byte[] held = pictureAt(world, 4 * SECOND);
      assertTrue(difference(before, held) > 10_000, "it is seen over the basket");
      byte[] after = pictureAt(world, out + SECOND);
      assertTrue(difference(before, after) < 2_000, "and gone again");
      assertEquals(0, weight(world), 0.5);
      assertEquals(List.of(), world.crossings());
    }
  }

  @Test
  void whoHesitatesHoldsItOverTheRimAndLetsGoLater() {
    try (SimulatedWorld world = world(7)) {
      Crossing crossing = world.put(COFFEE, PLAIN, 6 * SECOND, 3);
      assertTrue(crossing.restNanos() > 6 * SECOND, "it is let go after the thought");
      byte[] before = pictureAt(world, SECOND);
      byte[] thinking = pictureAt(world, 9 * SECOND / 2);
      assertTrue(difference(before, thinking) > 5_000, "meanwhile it is seen");
    }
  }

  @Test
  void onesOwnThingsWeighAndAreNotToBePaid() {
    try (SimulatedWorld world = world(8)) {
      world.putOwn(world.article(COFFEE), PLAIN, 2 * SECOND);
      world.advanceTo(5 * SECOND);
      assertEquals(world.contentGrams(), weight(world), 1);
      assertTrue(world.contentGrams() > 400);
      assertEquals(Map.of(), world.basket());
    }
  }

  @Test
  void theBarsOfAPieceThatIsNotThereCannotBeTaken() {
    try (SimulatedWorld world = world(5)) {
      assertThrows(IllegalArgumentException.class, () -> world.take(COFFEE, PLAIN, SECOND));
      ProductId stranger = new ProductId("stranger");
      assertThrows(IllegalArgumentException.class, () -> world.put(stranger, PLAIN, SECOND));
    }
  }

  private static SimulatedWorld world(long seed) {
    return new SimulatedWorld(WorldSpec.simple(DemoShop.articles(), seed));
  }

  private static byte[] pictureAt(SimulatedWorld world, long nanos) {
    world.advanceTo(nanos);
    byte[] last = new byte[0];
    Optional<Frame> frame = world.cameras().get(0).poll();
    while (frame.isPresent()) {
      last = frame.get().pixels().toArray(ValueLayout.JAVA_BYTE);
      frame = world.cameras().get(0).poll();
    }
    return last;
  }

  /** The mean of the last half second, in grams. */
  private static double weight(SimulatedWorld world) {
    List<LoadReading> readings = world.loadCells().drain();
    return readings.subList(readings.size() - 40, readings.size()).stream()
        .mapToDouble(
            r -> r.frontLeftGrams() + r.frontRightGrams() + r.rearLeftGrams() + r.rearRightGrams())
        .average()
        .orElseThrow();
  }

  /** How many colour values differ by more than noise. */
  private static int difference(byte[] one, byte[] other) {
    int different = 0;
    for (int i = 0; i < one.length; i++) {
      if (Math.abs((one[i] & 255) - (other[i] & 255)) > 20) {
        different++;
      }
    }
    return different;
  }
}
