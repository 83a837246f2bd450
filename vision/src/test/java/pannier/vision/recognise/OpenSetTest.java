package pannier.vision.recognise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OpenSetTest {
  @Test
  void scoresThatSeparateGiveOneAndNoFalseAccept() {
    OpenSet result = OpenSet.of(new double[] {0.9, 0.8, 0.7}, new double[] {0.1, 0.2});
    assertEquals(1, result.auroc());
    assertEquals(0, result.falseAcceptAt95());
  }

  @Test
  void equalScoresGiveAHalfAndAcceptEverything() {
    OpenSet result = OpenSet.of(new double[] {0.5, 0.5}, new double[] {0.5, 0.5, 0.5});
    assertEquals(0.5, result.auroc());
    assertEquals(1, result.falseAcceptAt95());
  }

  /** Of 20 known, 19 (95 %) must pass: the bound is the second smallest, 0.02. */
  @Test
  void theBoundLetsNinetyFivePercentPass() {
    double[] known = new double[20];
    for (int i = 0; i < 20; i++) {
      known[i] = (i + 1) / 100.0;
    }
    OpenSet result = OpenSet.of(known, new double[] {0.005, 0.015, 0.02, 0.3});
    assertEquals(0.5, result.falseAcceptAt95());
    // Pairs won of 80: 20 + 19 + 18 and half a tie + 0.
    assertEquals((20 + 19 + 18.5) / 80, result.auroc(), 1e-12);
  }
}
