package pannier.vision.rim;

/** On which side of the rim's line the basket lies in the picture. */
public enum BasketSide {
  BELOW(0, 1),
  ABOVE(0, -1),
  LEFT(-1, 0),
  RIGHT(1, 0);

  private final int rightward;
  private final int downward;

  BasketSide(int rightward, int downward) {
    this.rightward = rightward;
    this.downward = downward;
  }

  /** How far a step of (x, y) goes towards this side. */
  double along(double x, double y) {
    return rightward * x + downward * y;
  }
}
