package pannier.wire;

/**
 * What a settlement is known by, everywhere and for ever.
 *
 * @param tripId unique for ever
 * @param attempt counts a trip's attempts from 1
 */
public record SettlementKey(String tripId, int attempt) {
  public SettlementKey {
    Limits.text("trip", tripId, Limits.LONGEST_ID);
    Limits.range("attempt", attempt, 1, Limits.MOST_PIECES);
  }

  @Override
  public String toString() {
    return tripId + "/" + attempt;
  }
}
