package pannier.domain.reconcile;

import java.time.Duration;

/**
 * How evidence becomes decisions.
 *
 * @param patience how long evidence is waited for
 * @param costs what a wrong or an unneeded move costs
 * @param priors what is to be expected before any evidence
 * @param pictures how far a camera's ranking is believed
 */
public record ReconcileConfig(Patience patience, Costs costs, Priors priors, Pictures pictures) {
  public static ReconcileConfig standard() {
    return new ReconcileConfig(
        Patience.standard(), Costs.standard(), Priors.standard(), Pictures.standard());
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
   * How far the cameras' rankings are believed: fitted by the likelihood of what simulated shoppers
   * really put in, of seeds that nothing is reported of ({@code simulator/ACCURACY.md}).
   *
   * @param sharpness the power that a ranking's probabilities are raised to; above 1, for a gallery
   *     that is calibrated on its own photos alone says less than it knows
   * @param idle pictures of something else than the item
   * @param further how much each further camera counts beside the first, 0 to 1: they see the same
   *     light, the same hand and the same gallery
   * @param together how often all cameras err in the same way
   * @param unnamed the least probability of all products together that no camera named
   * @param doubt how much less a ranking is believed where the camera doubts that it is any
   *     product: raised to the power of (1 - unknown) to this; 0 leaves it. Missing in journals
   *     from before it was reckoned with, and then 0
   */
  public record Pictures(
      double sharpness, Idle idle, double further, double together, double unnamed, double doubt) {
    public Pictures {
      if (!(sharpness > 0 && further >= 0 && further <= 1)
          || !(together >= 0 && together <= 1 && unnamed >= 0 && unnamed < 1 && doubt >= 0)) {
        throw new IllegalArgumentException(
            "sharpness %s, further %s, together %s, unnamed %s, doubt %s"
                .formatted(sharpness, further, together, unnamed, doubt));
      }
    }

    public static Pictures standard() {
      return new Pictures(1, new Idle(0.08, 1.5), 0.5, 0.35, 0.04, 1);
    }

    /** What a ranking is raised to when {@code cameras} of them, at least one, are multiplied. */
    double trust(int cameras) {
      return (1 + (cameras - 1) * further) / cameras;
    }
  }

  /**
   * Pictures of something else than the item: a hand, a neighbour, a sliver.
   *
   * @param share half of the rankings whose likeliest product gets this share are such, above 0
   * @param power how fast that falls for larger shares, above 0
   */
  public record Idle(double share, double power) {
    public Idle {
      if (!(share > 0 && power > 0)) {
        throw new IllegalArgumentException("share %s, power %s".formatted(share, power));
      }
    }

    /** How likely a ranking is idle whose likeliest product gets {@code most}, 0 to 1. */
    double probability(double most) {
      return 1 / (1 + StrictMath.pow(most / share, power));
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
