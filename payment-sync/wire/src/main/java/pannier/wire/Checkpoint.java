package pannier.wire;

/**
 * A basket as it stands during a trip, so that staff can move it if its cart dies.
 *
 * @param number grows with each change of the trip's basket
 * @param basket what would be billed if the shopper paid now
 */
public record Checkpoint(long number, FrozenBill basket) implements Message {
  public Checkpoint {
    Limits.range("number", number, 1, Long.MAX_VALUE);
  }
}
