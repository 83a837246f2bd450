package pannier.wire;

import java.util.List;

/**
 * The shopper may begin.
 *
 * @param tripId of the trip that the code is for, unique for ever
 * @param member the number of the store's loyalty programme; empty: none
 * @param basket what lies in the basket already: the trip goes on from a cart that died; none for a
 *     trip that begins
 */
public record LoginReply(String tripId, String member, List<Thing> basket) implements Message {
  /** What the ids of trips begin with that a phone began; no other does. */
  public static final String TRIP = "t-";

  public LoginReply {
    Limits.text("trip", tripId, Limits.LONGEST_ID);
    if (!member.isEmpty()) {
      Limits.text("member", member, Limits.LONGEST_ID);
    }
    basket = Limits.list("basket", basket, Limits.MOST_LINES);
  }

  /** To a trip that begins. */
  public LoginReply(String tripId, String member) {
    this(tripId, member, List.of());
  }

  /** So many pieces of a product. */
  public record Thing(String product, int pieces) {
    public Thing {
      Limits.text("product", product, Limits.LONGEST_PRODUCT);
      Limits.range("pieces", pieces, 1, Limits.MOST_PIECES);
    }
  }

  /** Whether a phone began a trip. */
  public static boolean began(String tripId) {
    return tripId.startsWith(TRIP);
  }
}
