package pannier.domain.weighing;

/** Why something that is sold by mass has not been weighed. */
public enum Obstacle {
  /** The cart rolls; it is weighed as soon as it stands. */
  ROLLING(true),
  /** The floor slopes more than may be corrected; it is weighed on level floor. */
  TILTED(true),
  /** The motion sensor does not answer, or the cells do not: nobody knows whether it stands. */
  UNKNOWN(true),
  /** Less than Min. */
  TOO_LIGHT(false),
  /** The cart did not stand still before and after it alone went in. */
  UNCLEAR(false);

  private final boolean passes;

  Obstacle(boolean passes) {
    this.passes = passes;
  }

  /** Whether it may go away while the thing lies in the basket. */
  public boolean passes() {
    return passes;
  }
}
