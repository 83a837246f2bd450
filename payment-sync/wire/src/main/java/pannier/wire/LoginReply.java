package pannier.wire;

/**
 * The shopper may begin.
 *
 * @param tripId of the trip that the code is for, unique for ever
 * @param member the number of the store's loyalty programme; empty: none
 */
public record LoginReply(String tripId, String member) implements Message {
  public LoginReply {
    Limits.text("trip", tripId, Limits.LONGEST_ID);
    if (!member.isEmpty()) {
      Limits.text("member", member, Limits.LONGEST_ID);
    }
  }
}
