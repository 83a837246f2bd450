package pannier.gate.ledger;

import java.util.List;
import pannier.pricing.tender.Portion;
import pannier.wire.Charges;

/**
 * How an intent is to be paid.
 *
 * @param tenders those that pay something, in the order in which they are authorised
 * @param charges taxes and deposits
 * @param portions what each of {@code tenders}, by its place there, pays of each line
 * @param notes for the receipt
 */
public record Plan(
    List<PlannedTender> tenders, Charges charges, List<Portion> portions, List<String> notes) {
  /** Nothing is to be paid. */
  public static final Plan NONE = new Plan(List.of(), Charges.NONE, List.of(), List.of());

  public Plan {
    tenders = List.copyOf(tenders);
    portions = List.copyOf(portions);
    notes = List.copyOf(notes);
  }

  /**
   * @param offer its place among the tenders that the cart offered
   * @param kind such as {@code snap}
   * @param amountMinor 1 or more
   */
  public record PlannedTender(int offer, String kind, long amountMinor) {}
}
