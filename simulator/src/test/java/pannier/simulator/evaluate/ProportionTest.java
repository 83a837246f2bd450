package pannier.simulator.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProportionTest {
  /** With no failure the bound solves p^n = 0.05. */
  @Test
  void withoutAFailureTheBoundIsTheRootOfATwentieth() {
    assertEquals(Math.pow(0.05, 1.0 / 200), new Proportion(200, 200).low95(), 1e-9);
    assertEquals(0.05, new Proportion(1, 1).low95(), 1e-9);
  }

  /** The beta distribution's 5 % quantile for 9 of 10, as tables of the bound print it. */
  @Test
  void nineOfTenAreAtLeastSixInTen() {
    assertEquals(0.6058, new Proportion(9, 10).low95(), 1e-4);
  }

  @Test
  void noSuccessBoundsNothing() {
    assertEquals(0, new Proportion(0, 10).low95());
    assertEquals(0, new Proportion(0, 0).value());
  }
}
