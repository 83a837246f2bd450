package pannier.pricing;

/** How much of a product a line is about. */
public sealed interface Quantity {
  /** More than this in one line is a fault, not a purchase. */
  int MOST_PIECES = 10_000;

  /** More than this in one line is a fault, not a purchase: 100 kg. */
  long MOST_GRAMS = 100_000;

  /**
   * Things that lie in the basket.
   *
   * @return 1 to {@link #MOST_PIECES}
   */
  int pieces();

  /** Things that are sold one by one. */
  record Pieces(int pieces) implements Quantity {
    public Pieces {
      requirePieces(pieces);
    }
  }

  /**
   * Things that are sold by mass.
   *
   * @param massGrams whole grams without the tare, 0 to {@link #MOST_GRAMS}
   */
  record Weighed(int pieces, long massGrams) implements Quantity {
    public Weighed {
      requirePieces(pieces);
      if (massGrams < 0 || massGrams > MOST_GRAMS) {
        throw new IllegalArgumentException("a line of %d g".formatted(massGrams));
      }
    }
  }

  private static void requirePieces(int pieces) {
    if (pieces < 1 || pieces > MOST_PIECES) {
      throw new IllegalArgumentException("a line of %d pieces".formatted(pieces));
    }
  }
}
