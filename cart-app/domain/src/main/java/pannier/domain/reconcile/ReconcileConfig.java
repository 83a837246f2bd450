package pannier.domain.reconcile;

import java.time.Duration;

/**
 * How evidence becomes decisions.
 *
 * @param patience how long evidence is waited for
 * @param costs what a wrong or an unneeded move costs
 */
public record ReconcileConfig(Patience patience, Costs costs) {
  public static ReconcileConfig standard() {
    return new ReconcileConfig(Patience.standard(), Costs.standard());
  }

  /**
   * How long evidence is waited for.
   *
   * @param grace quiet after the last evidence before an episode without a full explanation closes
   * @param weightAfterSighting a thing that crossed the rim may be held that long before it lies
   *     down
   * @param slowCamera evidence of a camera is waited for at most so long
   * @param sameItem two cameras see one item within this time
   */
  public record Patience(
      Duration grace, Duration weightAfterSighting, Duration slowCamera, Duration sameItem) {
    /**
     * In the recorded trips the load comes to rest up to 1.2 s after the crossing; three seconds
     * leave room for a hand that hesitates.
     */
    public static Patience standard() {
      return new Patience(
          Duration.ofMillis(400),
          Duration.ofMillis(3000),
          Duration.ofMillis(6000),
          Duration.ofMillis(700));
    }
  }

  /**
   * What each outcome costs, in questions: the unit is the trouble of answering one.
   *
   * @param wrongBooking a wrong charge to the shopper or a wrong line on the bill
   * @param question one question
   * @param hold a hold, which may bring staff
   */
  public record Costs(double wrongBooking, double question, double hold) {
    /** A wrong line is worth fifty questions, so that one is asked below 98 in 100. */
    public static Costs standard() {
      return new Costs(50, 1, 4);
    }
  }
}
