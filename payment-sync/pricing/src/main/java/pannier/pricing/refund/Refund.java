package pannier.pricing.refund;

import java.util.List;
import pannier.pricing.tender.Portion;

/**
 * One step back.
 *
 * @param line its place on the bill, from 0
 * @param pieces how many of the line's pieces came back; 0 where only money does
 * @param approvedBy who of the store's staff approved it
 * @param portions what each tender gets back for it
 */
public record Refund(
    int line, int pieces, RefundReason reason, String approvedBy, List<Portion> portions) {
  public Refund {
    portions = List.copyOf(portions);
    if (approvedBy.isBlank()) {
      throw new IllegalArgumentException("a refund that nobody approved");
    }
  }

  public long totalMinor() {
    return portions.stream().mapToLong(Portion::minor).sum();
  }
}
