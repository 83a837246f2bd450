package pannier.domain.trip;

/** Why staff are called to a cart. */
public sealed interface Call {
  /** The shopper asks for help. */
  record Help() implements Call {
    @Override
    public String text() {
      return "the shopper asks for help";
    }
  }

  /** The shopper says that a line is wrong. */
  record WrongLine(String product) implements Call {
    @Override
    public String text() {
      return "the shopper says that %s is wrong".formatted(product);
    }
  }

  /** Something is held for too long. */
  record Unexplained() implements Call {
    @Override
    public String text() {
      return "something in the basket that nothing explains";
    }
  }

  /** Something that is sold by mass could not be weighed. */
  record Unweighed(String product) implements Call {
    @Override
    public String text() {
      return "%s could not be weighed for sale".formatted(product);
    }
  }

  /**
   * Somebody must see that the shopper is old enough.
   *
   * @param years that the product asks for
   */
  record AgeCheck(int years, String product) implements Call {
    @Override
    public String text() {
      return "age check from %d: %s".formatted(years, product);
    }
  }

  /** For staff, in English. */
  String text();
}
