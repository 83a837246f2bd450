package pannier.simulator.render;

/**
 * Some rows of a picture that lie together.
 *
 * @param from the first
 * @param until the one after the last; none where it is not above {@code from}
 */
record Rows(int from, int until) {
  static final Rows NONE = new Rows(0, 0);

  boolean isEmpty() {
    return until <= from;
  }

  /** These, the others, and what lies between. */
  Rows and(Rows other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    return new Rows(Math.min(from, other.from), Math.max(until, other.until));
  }
}
