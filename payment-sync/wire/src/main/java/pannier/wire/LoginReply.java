package pannier.wire;

/**
 * The shopper may begin.
 *
 * @param tripId of the trip that the code is for, unique for ever
 * @param member the number of the store's loyalty programme; empty: none
 */
public record LoginReply(String tripId, String member) implements Message {
  /** What the ids of trips begin with that a phone began; no other does. */
  public static final String TRIP = "t-";

  public LoginReply {
    Limits.text("trip", tripId, Limits.LONGEST_ID);
    if (!member.isEmpty()) {
      Limits.text("member", member, Limits.LONGEST_ID);
    }
  }

  /** Whether a phone began a trip. */
  public static boolean began(String tripId) {
    return tripId.startsWith(TRIP);
  }
}
