package pannier.pricing.trial;

import org.junit.jupiter.api.Test;

class BasketTrialTest {
  private static final int FEW = 5_000;

  @Test
  void everyBasketAgreesWithTheOracleToTheCent() throws Exception {
    BasketTrial.run(FEW, 1);
  }
}
