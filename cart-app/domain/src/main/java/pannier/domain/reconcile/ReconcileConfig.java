package pannier.domain.reconcile;

import java.time.Duration;

/**
 * How evidence becomes decisions.
 *
 * @param patience how long evidence is waited for
 * @param costs what a wrong or an unneeded move costs
 * @param priors what is to be expected before any evidence
 */
public record ReconcileConfig(Patience patience, Costs costs, Priors priors) {
  public static ReconcileConfig standard() {
    return new ReconcileConfig(Patience.standard(), Costs.standard(), Priors.standard());
  }

  /**
   * How long evidence is waited for.
   *
   * @param grace quiet after the last evidence before an episode without a full explanation closes
   * @param otherHalf a sighting waits so long for its weight, a weight for its sighting: a hand may
   *     hold the thing between rim and basket
   * @param slowCamera evidence of a camera, or the end of motion before it, is waited for at most
   *     so long
   * @param sameItem two cameras see one item within this time
   * @param memory how long settled evidence may still explain what comes later
   */
  public record Patience(
      Duration grace, Duration otherHalf, Duration slowCamera, Duration sameItem, Duration memory) {
    /**
     * In the recorded trips the load comes to rest up to 1.2 s after the crossing; three seconds
     * leave room for a hand that hesitates.
     */
    public static Patience standard() {
      return new Patience(
          Duration.ofMillis(400),
          Duration.ofMillis(3000),
          Duration.ofMillis(6000),
          Duration.ofMillis(700),
          Duration.ofSeconds(20));
    }
  }

  /**
   * What each outcome costs, in questions: the unit is the trouble of answering one.
   *
   * @param wrongBooking a wrong charge to the shopper or a wrong line on the bill, for each product
   * @param lostChange something that came or went and was not booked
   * @param question one question
   * @param hold a hold, which may bring staff
   */
  public record Costs(double wrongBooking, double lostChange, double question, double hold) {
    /**
     * A wrong line is worth a hundred questions, so that one is asked below 99 in 100; two products
     * that went in together, which cannot be asked about, are held below 98.
     */
    public static Costs standard() {
      return new Costs(100, 25, 1, 4);
    }
  }

  /**
   * What is to be expected before any evidence. First estimates, to be fitted on simulated trips.
   *
   * @param unseen a weight step that no camera that works saw
   * @param wrongWay the direction of a sighting is wrong
   */
  public record Priors(
      Spurious spurious, Habits habits, Strangers strangers, double unseen, double wrongWay) {
    public static Priors standard() {
      return new Priors(
          new Spurious(0.02, 0.4, 0.2),
          new Habits(0.15, 0.3, 0.05),
          new Strangers(0.1, 3000),
          0.01,
          0.003);
    }
  }

  /**
   * Sightings that were no move: a hand, a bag, a thing shown and taken back.
   *
   * @param clear of a product that is clearly seen
   * @param unknown of something that is no product at all, as far as the picture tells
   * @param echo of what the same camera saw going the same way within two seconds
   */
  public record Spurious(double clear, double unknown, double echo) {}

  /**
   * Things that the shop does not know.
   *
   * @param faint how far a faint doubt of the recogniser counts, 0 to 1: most such doubts are a
   *     crop unlike the gallery's photos. A clear one counts as it is
   * @param mostGrams their mass lies anywhere up to here
   */
  public record Strangers(double faint, double mostGrams) {
    /** The probability that a thing is strange which the recogniser does not know with this one. */
    double probability(double unknown) {
      double odds = unknown / Math.max(1 - unknown, 1e-9);
      double counted = odds * (faint + odds) / (1 + odds);
      return counted / (1 + counted);
    }
  }

  /**
   * What shoppers do.
   *
   * @param repeat what goes in is of a kind that lies in the basket
   * @param comeBack what goes in was taken out a moment ago
   * @param swap something goes in and something else comes out in one move
   */
  public record Habits(double repeat, double comeBack, double swap) {}
}
