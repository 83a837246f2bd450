package pannier.gate.settlement;

import java.util.ArrayList;
import java.util.List;
import pannier.gate.ledger.Plan;
import pannier.pricing.checkout.ReckonedLine;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.tender.Portion;
import pannier.pricing.tender.Tender;
import pannier.pricing.tender.TenderKind;
import pannier.wire.Charges;
import pannier.wire.LineCharges;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptReduction;
import pannier.wire.ReceiptTax;

/**
 * What a bill comes to at the gate.
 *
 * @param totalMinor what the plan's tenders pay together
 */
record Assessment(List<ReceiptLine> lines, long totalMinor, Plan plan) {

  /** A reckoning in the ledger's words. */
  static Assessment of(
      List<ReceiptLine> plain, Reckoning reckoning, List<Tender> tenders, List<String> notes) {
    List<ReceiptLine> lines = new ArrayList<>();
    for (ReceiptLine line : plain) {
      ReckonedLine reckoned = reckoning.lines().get(lines.size());
      lines.add(charged(line, reckoned, benefits(reckoning, tenders, lines.size())));
    }
    return new Assessment(lines, reckoning.total().minor(), plan(reckoning, tenders, notes));
  }

  private static ReceiptLine charged(ReceiptLine line, ReckonedLine reckoned, long benefits) {
    LineCharges charges =
        new LineCharges(
            reckoned.rate().billionths(),
            reckoned.tax().minor(),
            reckoned.deposit().minor(),
            benefits);
    return new ReceiptLine(
        line.product(),
        line.name(),
        line.pieces(),
        line.massGrams(),
        line.shelfUnitPriceMinor(),
        line.gateUnitPriceMinor(),
        reckoned.priced().gross().minor(),
        reckoned.priced().discount().minor(),
        charges,
        reckoned.reductions().stream()
            .map(it -> new ReceiptReduction(it.name(), it.minor()))
            .toList());
  }

  private static long benefits(Reckoning reckoning, List<Tender> tenders, int line) {
    return reckoning.split().portions().stream()
        .filter(it -> it.line() == line && tenders.get(it.tender()).kind() == TenderKind.SNAP)
        .mapToLong(Portion::minor)
        .sum();
  }

  /** The tenders that pay something, counted anew. */
  private static Plan plan(Reckoning reckoning, List<Tender> tenders, List<String> notes) {
    List<Plan.PlannedTender> planned = new ArrayList<>();
    List<Portion> portions = new ArrayList<>();
    List<Long> paid = reckoning.split().paidMinor();
    for (int offer = 0; offer < paid.size(); offer++) {
      if (paid.get(offer) > 0) {
        int from = offer;
        int place = planned.size();
        planned.add(
            new Plan.PlannedTender(offer, tenders.get(offer).kind().word(), paid.get(offer)));
        reckoning.split().portions().stream()
            .filter(it -> it.tender() == from)
            .map(it -> new Portion(place, it.line(), it.part(), it.minor()))
            .forEach(portions::add);
      }
    }
    return new Plan(planned, charges(reckoning), portions, notes);
  }

  private static Charges charges(Reckoning reckoning) {
    List<ReceiptTax> taxes =
        reckoning.split().taxes().byRate().stream()
            .filter(it -> it.rate().billionths() > 0)
            .map(it -> new ReceiptTax(it.rate().billionths(), it.baseMinor(), it.taxMinor()))
            .toList();
    return new Charges(taxes, reckoning.taxIncluded(), reckoning.deposits().minor());
  }
}
