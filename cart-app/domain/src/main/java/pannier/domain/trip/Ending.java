package pannier.domain.trip;

/** Why there is no trip: how the last one ended, or why none began. */
public sealed interface Ending {
  /** Nothing is to be said about it. */
  record Quiet() implements Ending {
    @Override
    public String text() {
      return "";
    }
  }

  /** The id of the trip that was to begin is that of one before. */
  record Over() implements Ending {
    @Override
    public String text() {
      return "This trip is over.";
    }
  }

  /** Something lies in the basket. */
  record NotEmpty() implements Ending {
    @Override
    public String text() {
      return "The basket is not empty.";
    }
  }

  /** Staff closed it without payment. */
  record Closed(String staff, String reason) implements Ending {
    @Override
    public String text() {
      return "closed by %s: %s".formatted(staff, reason);
    }
  }

  /** In English. */
  String text();
}
