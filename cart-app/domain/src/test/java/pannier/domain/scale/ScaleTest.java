package pannier.domain.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;
import pannier.domain.evidence.WeightStep;

class ScaleTest {
  private static final double SECOND = 1e9;

  private final Scale scale = new Scale(ScaleConfig.standard());
  private ScaleState state = ScaleState.START;
  private final List<WeightStep> steps = new ArrayList<>();
  private final Random random = new Random(5);
  private double rate = 80;
  private double noiseGrams = 0.6;

  @Test
  void aSmallStepIsFoundInNoise() {
    for (int seed = 0; seed < 20; seed++) {
      Random own = new Random(seed);
      double grams = 10 + own.nextInt(20);
      steps.clear();
      state = ScaleState.START;
      weigh(8, t -> t < 3 ? 4000 : 4000 + grams);
      assertEquals(1, steps.size(), "seed %d: %s".formatted(seed, steps));
      assertEquals(grams, steps.getFirst().change().mean().grams(), 1.6);
    }
  }

  @Test
  void noiseAloneMakesNoStep() {
    weigh(600, _ -> 5000);
    assertEquals(List.of(), steps);
  }

  @Test
  void creepAndDriftAreFollowed() {
    weigh(1200, t -> 8000 + 0.02 * t - 6 * Math.exp(-t / 300));
    assertEquals(List.of(), steps);
    assertEquals(8024, state.level().orElseThrow().grams(), 1.5);
  }

  @Test
  void aHandThatPressesAndLetsGoIsNoStep() {
    weigh(
        10, t -> 2000 + (t > 3 && t < 3.2 ? 40 : 0) + (t > 5 && t < 6 ? 900 * Math.sin(t * 9) : 0));
    assertEquals(List.of(), steps);
    assertTrue(state.settled());
  }

  @Test
  void twoItemsWithinASecondAreNeverAWrongSum() {
    for (double apart = 0.1; apart < 1.2; apart += 0.1) {
      double second = 3 + apart;
      steps.clear();
      state = ScaleState.START;
      weigh(8, t -> 1000 + ramp(t, 3, 521) + ramp(t, second, 170));
      double sum = steps.stream().mapToDouble(s -> s.change().mean().grams()).sum();
      assertEquals(691, sum, 2, "apart %s: %s".formatted(apart, steps));
    }
  }

  @Test
  void aStepSaysWhereItsLoadLies() {
    weighAt(8, t -> t < 3 ? 0 : 400, 0.25, 0.8);
    assertEquals(0.25, steps.getFirst().acrossFraction(), 0.02);
    assertEquals(0.8, steps.getFirst().alongFraction(), 0.02);
  }

  @Test
  void whoLeansOnTheRimIsToldFromAnItemByTheCorners() {
    weighAt(8, t -> t < 3 ? 0 : 600, 0.5, 1.12);
    assertTrue(steps.getFirst().offTheCells());
    steps.clear();
    state = ScaleState.START;
    weighAt(8, t -> t < 3 ? 0 : 600, 0.02, 0.98);
    assertFalse(steps.getFirst().offTheCells());
  }

  @Test
  void aDeadCellIsAFaultAndTheChangeIsFoundWhenItIsBack() {
    weigh(3, _ -> 1000);
    feed(new LoadSample((long) (3 * SECOND), 250, Double.NaN, 250, 250));
    assertEquals("front right cell gives no reading", state.fault());
    assertFalse(state.settled());
    weighFrom(3.1, 5, _ -> 1300);
    assertEquals("", state.fault());
    assertEquals(300, steps.getFirst().change().mean().grams(), 2);
  }

  @Test
  void aGapIsBridged() {
    weigh(3, _ -> 1000);
    weighFrom(6, 8, _ -> 1200);
    assertEquals(1, steps.size());
    assertEquals(200, steps.getFirst().change().mean().grams(), 2);
  }

  @Test
  void aMovingCartIsNotWeighed() {
    weigh(3, _ -> 1000);
    state = scale.move(state, new MotionSample((long) (3 * SECOND), 0, 2));
    weighFrom(3, 5, _ -> 1400);
    assertEquals(List.of(), steps);
    assertFalse(state.settled());
    state = scale.move(state, new MotionSample((long) (5 * SECOND), 0, 0.05));
    weighFrom(5, 7, _ -> 1400);
    assertEquals(400, steps.getFirst().change().mean().grams(), 2);
  }

  @Test
  void aRampIsWeighedAsIfItWereLevel() {
    weigh(3, _ -> 10_000);
    // 5 % of slope takes 12.5 g of 10 kg off the cells, and 3 g of the basket's own 2.5 kg.
    double degrees = Math.toDegrees(Math.atan(0.05));
    double cosine = Math.cos(Math.toRadians(degrees));
    state = scale.move(state, new MotionSample((long) (3 * SECOND), degrees, 0.02));
    weighFrom(3, 5, _ -> 12_500 * cosine - 2500);
    assertEquals(List.of(), steps);
    state = scale.move(state, new MotionSample((long) (5 * SECOND), 0, 0.02));
    weighFrom(5, 7, _ -> 10_000);
    assertEquals(List.of(), steps);
    assertTrue(state.settled());
  }

  @Test
  void whatGoesInOnARampIsWeighedThere() {
    weigh(3, _ -> 10_000);
    double cosine = Math.cos(Math.toRadians(2.8));
    state = scale.move(state, new MotionSample((long) (3 * SECOND), 2.8, 0.02));
    weighFrom(3, 4.9, t -> (12_500 + (t > 4 ? 20 : 0)) * cosine - 2500);
    assertEquals(1, steps.size(), steps::toString);
    assertEquals(20, steps.getFirst().change().mean().grams(), 1.6);
  }

  @Test
  void beyondFivePercentNothingIsWeighed() {
    weigh(3, _ -> 10_000);
    state = scale.move(state, new MotionSample((long) (3 * SECOND), 4, 0.02));
    weighFrom(3, 5, _ -> 10_300);
    assertEquals(List.of(), steps);
    assertFalse(state.settled());
  }

  @Test
  void moreThanTheScaleBearsIsAFaultUntilItIsTakenOut() {
    weigh(3, _ -> 1000);
    weighFrom(3, 4, _ -> 50_100);
    assertEquals("more lies in the basket than it may carry", state.fault());
    weighFrom(4, 6, _ -> 1500);
    assertEquals("", state.fault());
    assertEquals(500, steps.getFirst().change().mean().grams(), 2);
  }

  @Test
  void aCellThatBearsTooMuchIsAFault() {
    weigh(3, _ -> 1000);
    feed(new LoadSample((long) (3 * SECOND), 100, 19_500, 100, 100));
    assertEquals("a load cell bears more than it can", state.fault());
  }

  @Test
  void aCellThatStandsStillIsAFaultWithinASecond() {
    weigh(3, _ -> 1000);
    for (double t = 3; t < 4; t += 1 / rate) {
      double noise = noise();
      feed(new LoadSample((long) (t * SECOND), 250 + noise, 250.0625, 250 - noise, 250 + noise));
    }
    assertEquals("front right cell stands still", state.fault());
    weighFrom(4, 6, _ -> 1000);
    assertEquals("", state.fault());
  }

  @Test
  void aRecordingInWholeGramsIsNotAFault() {
    for (double t = 0; t < 5; t += 1 / rate) {
      double rounded = Math.rint(250 + noise());
      feed(new LoadSample((long) (t * SECOND), rounded, 250, 250, Math.rint(250 + noise())));
    }
    assertEquals("", state.fault());
  }

  @Test
  void aMotionSensorThatSaysNothingMoreDoesNotStopTheScale() {
    weigh(3, _ -> 1000);
    state = scale.move(state, new MotionSample((long) (3 * SECOND), 0, 2));
    weighFrom(3, 8, _ -> 1400);
    assertEquals(400, steps.getFirst().change().mean().grams(), 2);
  }

  @Test
  void soonAfterCobblesASmallStepIsFound() {
    weigh(
        12,
        t -> {
          double cobbles = t > 3 && t < 8 ? 60 * Math.sin(t * 60) * Math.sin(t * 7) : 0;
          return 3000 + cobbles + (t > 9.5 ? 20 : 0);
        });
    assertEquals(1, steps.size(), steps::toString);
    assertEquals(20, steps.getFirst().change().mean().grams(), 1.6);
  }

  @Test
  void aSlowScaleSettlesToo() {
    rate = 10;
    weigh(8, t -> t < 3 ? 1000 : 1521);
    assertEquals(521, steps.getFirst().change().mean().grams(), 2.5);
  }

  @Test
  void theVarianceIsHonest() {
    double sum = 0;
    int trials = 100;
    for (int i = 0; i < trials; i++) {
      steps.clear();
      state = ScaleState.START;
      weigh(5, t -> 1000 + ramp(t, 3, 500));
      double off = steps.getFirst().change().mean().grams() - 500;
      sum += off * off / steps.getFirst().change().varianceGrams2();
    }
    // Mean of 100 squared standard scores: 1 with a deviation of 0.14.
    assertTrue(sum / trials > 0.4 && sum / trials < 1.6, "mean squared score " + sum / trials);
  }

  private static double ramp(double t, double at, double grams) {
    return grams * Math.clamp((t - at) / 0.15, 0, 1);
  }

  private void weigh(double seconds, DoubleUnaryOperator load) {
    weighAt(seconds, load, 0.5, 0.5);
  }

  private void weighFrom(double from, double to, DoubleUnaryOperator load) {
    for (double t = from; t < to; t += 1 / rate) {
      sample(t, load.applyAsDouble(t), 0.5, 0.5);
    }
  }

  private void weighAt(double seconds, DoubleUnaryOperator load, double across, double along) {
    for (double t = 0; t < seconds; t += 1 / rate) {
      sample(t, load.applyAsDouble(t), across, along);
    }
  }

  private void sample(double t, double grams, double across, double along) {
    feed(
        new LoadSample(
            (long) (t * SECOND),
            grams * (1 - across) * (1 - along) + noise(),
            grams * across * (1 - along) + noise(),
            grams * (1 - across) * along + noise(),
            grams * across * along + noise()));
  }

  private double noise() {
    return random.nextGaussian() * noiseGrams;
  }

  private void feed(LoadSample sample) {
    Scale.Weighed weighed = scale.next(state, sample);
    state = weighed.state();
    weighed.step().ifPresent(steps::add);
  }
}
