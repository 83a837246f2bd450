package pannier.gate.audit;

import java.util.List;
import pannier.wire.SettlementKey;

/**
 * What the lot said of a bill. It is kept with the attempt's intent: nothing is ever drawn anew for
 * it.
 *
 * @param lot the trip's: the same for each of its attempts, so that going back and forth changes
 *     nothing
 * @param drawn staff are to look before it is paid
 * @param score of the bill's risk, 0 to 1,000
 */
public record Draw(SettlementKey key, Lot lot, boolean drawn, int score, List<Reason> reasons) {
  public Draw {
    reasons = List.copyOf(reasons);
  }

  /**
   * In millionths.
   *
   * @param ppm the trip's lot
   * @param oddsPpm what it had to be below
   */
  public record Lot(int ppm, int oddsPpm) {
    public Lot {
      if (ppm < 0 || ppm >= Odds.CERTAIN_PPM || oddsPpm < 0 || oddsPpm > Odds.CERTAIN_PPM) {
        throw new IllegalArgumentException("lot %d of %d ppm".formatted(ppm, oddsPpm));
      }
    }

    boolean hit() {
      return ppm < oddsPpm;
    }
  }

  /**
   * What speaks for a check.
   *
   * @param code of the sign
   * @param count in its unit
   * @param points of the score
   * @param morePpm that it added to the odds
   */
  public record Reason(String code, long count, int points, int morePpm) {}
}
