package pannier.gate.settlement;

/**
 * How much a gate lets out on its own word while ledger or provider are out of reach.
 *
 * @param billMinor of one bill at most
 * @param totalMinor of all that waits to be settled at most
 */
public record OfflineLimits(long billMinor, long totalMinor) {
  public OfflineLimits {
    if (billMinor < 0 || totalMinor < billMinor) {
      throw new IllegalArgumentException(
          "offline: found %d a bill of %d in all; expected 0 or more, and no bill above all"
              .formatted(billMinor, totalMinor));
    }
  }
}
