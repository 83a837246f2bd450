package pannier.simulator.evaluate;

/** So many of so many, with the one-sided Clopper–Pearson bound. */
record Proportion(int successes, int trials) {
  private static final int HALVINGS = 60;

  Proportion {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException("%d of %d".formatted(successes, trials));
    }
  }

  /** The fraction; 0 of 0 is 0. */
  double value() {
    return trials == 0 ? 0 : (double) successes / trials;
  }

  /**
   * The lowest probability with which so many successes, or more, come up in one of twenty tries.
   */
  double low95() {
    if (successes == 0) {
      return 0;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atLeast(middle) < 0.05) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The probability of {@code successes} or more at that rate. */
  private double atLeast(double rate) {
    double logOdds = StrictMath.log(rate) - StrictMath.log1p(-rate);
    double log = trials * StrictMath.log1p(-rate);
    double sum = 0;
    for (int k = 0; k <= trials; k++) {
      if (k >= successes) {
        sum += StrictMath.exp(log);
      }
      log += StrictMath.log((double) (trials - k) / (k + 1)) + logOdds;
    }
    return sum;
  }
}
