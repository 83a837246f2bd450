package pannier.pricing.refund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pannier.pricing.rule.Validity;

/**
 * What a store owes if it charged more than the shelf asked: the difference for each piece, and the
 * first piece free up to a limit. A row of a dated table; Canada's Scanner Price Accuracy Code
 * (Retail Council of Canada) has a limit of 10 dollars.
 *
 * @param freeUpToMinor 0: only the difference goes back
 */
public record AccuracyGuarantee(Validity validity, long freeUpToMinor) {
  /** Where a store promises nothing more, the difference goes back. */
  public static final AccuracyGuarantee DIFFERENCE = new AccuracyGuarantee(Validity.ALWAYS, 0);

  /** The row that holds on a day, the last one first. */
  public static Optional<AccuracyGuarantee> on(LocalDate day, List<AccuracyGuarantee> rows) {
    return rows.reversed().stream().filter(row -> row.validity().holds(day)).findFirst();
  }

  /**
   * What goes back for a line.
   *
   * @param chargedMinor for a piece
   * @param shelfMinor for a piece; nothing goes back unless it is lower
   */
  public long owedMinor(long chargedMinor, long shelfMinor, int pieces) {
    if (shelfMinor >= chargedMinor) {
      return 0;
    }
    long differences = (chargedMinor - shelfMinor) * pieces;
    return differences + Math.min(shelfMinor, freeUpToMinor);
  }
}
