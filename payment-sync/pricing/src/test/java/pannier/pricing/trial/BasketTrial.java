package pannier.pricing.trial;

/** Many random baskets against the oracle: {@code BasketTrial [BASKETS [SEED]]}. */
final class BasketTrial {
  private static final int MANY = 1_000_000;

  private BasketTrial() {}

  public static void main(String[] args) throws Exception {
    int baskets = args.length > 0 ? Integer.parseInt(args[0]) : MANY;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    long start = System.nanoTime();
    run(baskets, seed);
    System.out.printf(
        "%d baskets from seed %d agree, %.0f s%n",
        baskets, seed, (System.nanoTime() - start) / 1e9);
  }

  /**
   * @throws AssertionError at the first basket on which oracle and engine differ
   */
  static void run(int baskets, long seed) throws Exception {
    Baskets drawn = new Baskets(seed);
    for (int i = 0; i < baskets; i++) {
      Verdict.check(drawn.next(), seed + i);
    }
  }
}
