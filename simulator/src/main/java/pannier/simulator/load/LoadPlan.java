package pannier.simulator.load;

/**
 * What is to be measured.
 *
 * @param carts 1 to 2,000, all at once
 * @param seconds how long they settle, without the warming up; 0.5 or more
 * @param loss the share of datagrams that the network loses, 0 to 0.9
 * @param seed of what is left to chance
 * @param peers whether echoes and HTTPS are measured beside it
 */
public record LoadPlan(int carts, double seconds, double loss, long seed, boolean peers) {
  static final int MOST_CARTS = 2_000;

  public LoadPlan {
    if (carts < 1 || carts > MOST_CARTS) {
      throw new IllegalArgumentException(
          "--carts: found %d; expected 1 to %d".formatted(carts, MOST_CARTS));
    }
    if (!(seconds >= 0.5 && seconds <= 86_400)) {
      throw new IllegalArgumentException(
          "--seconds: found %s; expected 0.5 to 86400".formatted(seconds));
    }
    if (!(loss >= 0 && loss <= 0.9)) {
      throw new IllegalArgumentException("--loss: found %s; expected 0 to 0.9".formatted(loss));
    }
  }
}
