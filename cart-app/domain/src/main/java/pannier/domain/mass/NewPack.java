package pannier.domain.mass;

/** How far a pack's mass may be from the catalogue's, and what then is another pack. */
public final class NewPack {
  /** Pieces that weigh further off are another thing, or another pack: standard deviations. */
  public static final double SIGMAS = 5;

  private static final double LEAST_SHARE = 0.5;
  private static final double MOST_SHARE = 1.5;

  private NewPack() {}

  /**
   * Whether a pack may have come to weigh so much: no maker changes one by more than half and calls
   * it the same.
   *
   * @param share of what the catalogue says
   */
  public static boolean isPossible(double share) {
    return share >= LEAST_SHARE && share <= MOST_SHARE;
  }
}
