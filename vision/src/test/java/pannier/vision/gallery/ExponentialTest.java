package pannier.vision.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExponentialTest {
  @Test
  void staysWithinItsStatedErrorOverTheWholeRange() {
    for (double x = -700; x <= 700; x += 0.00917) {
      double exact = StrictMath.exp(x);
      assertEquals(1, Exponential.of(x) / exact, 1e-9, "at " + x);
    }
  }

  @Test
  void beyondItsRangeItStaysFinite() {
    assertEquals(1, Exponential.of(0));
    assertEquals(Exponential.of(-700), Exponential.of(-1e9));
    assertEquals(Exponential.of(700), Exponential.of(Double.POSITIVE_INFINITY));
  }
}
