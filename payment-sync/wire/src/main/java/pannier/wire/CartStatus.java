package pannier.wire;

import java.util.List;
import java.util.Optional;

/**
 * How a cart is just now, for staff. Only the newest counts: it is sent again and again, never kept
 * for later.
 *
 * @param state of the trip, such as {@code SHOPPING}
 * @param tripId empty without a trip
 * @param call why staff are called; empty if they are not
 * @param open questions and holds, oldest first
 * @param doubts sensors that cannot be trusted, in plain words
 * @param tab what the shopper would pay by now; empty without a trip
 * @param doneOrder the id of the last order that the cart has carried out; 0 for none
 */
public record CartStatus(
    String state,
    String tripId,
    String call,
    List<Open> open,
    List<String> doubts,
    long doneOrder,
    Optional<Tab> tab)
    implements Message {
  /** More are not sent: the oldest come first. */
  public static final int MOST_OPEN = 32;

  public CartStatus {
    Limits.text("state", state, Limits.LONGEST_ID);
    optional("trip", tripId, Limits.LONGEST_ID);
    optional("call", call, Limits.LONGEST_TEXT);
    open = Limits.list("open", open, MOST_OPEN);
    doubts = Limits.list("doubts", doubts, MOST_OPEN);
    doubts.forEach(doubt -> Limits.text("doubts", doubt, Limits.LONGEST_TEXT));
    Limits.range("done order", doneOrder, 0, Long.MAX_VALUE);
  }

  /** Without a tab. */
  public CartStatus(
      String state,
      String tripId,
      String call,
      List<Open> open,
      List<String> doubts,
      long doneOrder) {
    this(state, tripId, call, open, doubts, doneOrder, Optional.empty());
  }

  static void optional(String name, String value, int longest) {
    if (!value.isEmpty()) {
      Limits.text(name, value, longest);
    }
  }

  /**
   * What the shopper would pay by now.
   *
   * @param token of the card that the gate may reserve for it; empty: none
   */
  public record Tab(long totalMinor, int pieces, String token) {
    public Tab {
      Limits.amount("total", totalMinor);
      Limits.range("pieces", pieces, 0, Integer.MAX_VALUE);
      optional("token", token, Limits.LONGEST_TEXT);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return "Tab[%d, %d pieces]".formatted(totalMinor, pieces);
    }
  }

  /**
   * A question or a hold.
   *
   * @param number of the decision, from 1
   * @param held nothing explains it
   * @param massGrams positive where it went in; 0 where no scale measured it
   */
  public record Open(int number, boolean held, long massGrams) {
    public Open {
      Limits.range("number", number, 1, Integer.MAX_VALUE);
      Limits.range("mass", massGrams, -Limits.MOST_GRAMS, Limits.MOST_GRAMS);
    }
  }
}
