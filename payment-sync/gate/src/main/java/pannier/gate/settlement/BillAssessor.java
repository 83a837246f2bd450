package pannier.gate.settlement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pannier.domain.catalogue.ProductId;
import pannier.domain.money.Money;
import pannier.pricing.Quantity;
import pannier.pricing.UnpriceableLineException;
import pannier.pricing.UnpricedLine;
import pannier.pricing.checkout.Checkout;
import pannier.pricing.checkout.Purchase;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.checkout.StoreRules;
import pannier.pricing.tender.Tender;
import pannier.wire.BillTerms;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.SettlementRequest;

/**
 * Reckons a checked bill up with the store's rules, and parts it over the tenders on offer. What
 * the cart had shown for a line is charged where it is less; a cart that priced with the gate's own
 * price list must have come to the same amounts.
 */
final class BillAssessor {
  private final GateParts parts;
  private final BillCheck check;
  private final StoreRules rules;
  private final InstantSource clock;

  BillAssessor(GateParts parts) {
    this.parts = parts;
    this.check = new BillCheck(parts.catalogue());
    this.rules = parts.rules();
    this.clock = parts.clock();
  }

  /** A bill with its lines as the gate sees them. */
  private record Checked(FrozenBill bill, List<ReceiptLine> lines) {}

  /**
   * What the bill comes to, and who pays it.
   *
   * @throws RefusedException if it is not a bill of this shop, or the tenders do not cover it
   */
  Assessment assess(SettlementRequest request) throws RefusedException {
    FrozenBill bill = request.bill();
    Currency currency = parts.catalogue().currency();
    Checked checked = new Checked(bill, check.price(bill));
    List<Tender> tenders = new OfferedTenders(parts.provider().tenderKinds(), currency).of(request);
    List<String> notes = notes(bill);
    if (bill.terms().priceList().isPresent() && !notes.contains(Receipt.OLD_RULES)) {
      requireAsReckonedHere(checked);
    }
    Reckoning reckoning = reckon(checked, tenders, today(), true);
    if (reckoning.due().minor() > 0) {
      throw new RefusedException(
          ProblemKind.NOT_COVERED,
          "tenders: found %s of %s; expected all of it"
              .formatted(reckoning.total().minus(reckoning.due()).toDecimal(), reckoning.total()));
    }
    return Assessment.of(checked.lines, reckoning, tenders, notes);
  }

  /** A cart with old prices is told so on its receipt. */
  private List<String> notes(FrozenBill bill) {
    List<String> notes = new ArrayList<>();
    if (!check.sameCatalogue(bill)) {
      notes.add(Receipt.OLD_PRICES);
    }
    Optional<pannier.wire.Digest> named = bill.terms().priceList();
    if (named.isPresent() && !named.equals(parts.prices().digest())) {
      notes.add(Receipt.OLD_RULES);
    }
    return notes;
  }

  private LocalDate today() {
    return rules.day(clock.instant());
  }

  /** With the same price list on the same day, cart and gate come to the same amounts. */
  private void requireAsReckonedHere(Checked checked) throws RefusedException {
    BillTerms terms = checked.bill.terms();
    LocalDate day =
        terms.epochDay().isPresent() ? LocalDate.ofEpochDay(terms.epochDay().getAsLong()) : today();
    Reckoning here = reckon(checked, List.of(), day, false);
    for (int i = 0; i < checked.lines.size(); i++) {
      long net = here.lines().get(i).priced().net().minor();
      long shown = checked.bill.lines().get(i).netMinor();
      if (shown != net) {
        throw new RefusedException(
            ProblemKind.WRONG_SUM,
            "bill.lines[%d].net: found %d; expected %d on %s by the price list that the bill names"
                .formatted(i, shown, net, day));
      }
    }
    OptionalLong due = terms.dueMinor();
    if (due.isPresent() && due.getAsLong() != here.total().minor()) {
      throw new RefusedException(
          ProblemKind.WRONG_SUM,
          "bill.due: found %d; expected %d".formatted(due.getAsLong(), here.total().minor()));
    }
  }

  private Reckoning reckon(Checked checked, List<Tender> tenders, LocalDate day, boolean asShown)
      throws RefusedException {
    List<Purchase.Line> bought = new ArrayList<>();
    for (FrozenLine line : checked.bill.lines()) {
      bought.add(bought(line, checked.lines.get(bought.size()), asShown && shown(checked.bill)));
    }
    BillTerms.Claims claims = checked.bill.terms().claims();
    try {
      return Checkout.of(
          rules.book(),
          new Purchase(bought, tenders, rules.occasion(day, claims.coupons(), claims.member())));
    } catch (UnpriceableLineException e) {
      throw new RefusedException(ProblemKind.WRONG_SUM, "bill.lines: " + e.getMessage());
    }
  }

  /** Whether the cart's nets have promotions in them. */
  private static boolean shown(FrozenBill bill) {
    return bill.terms().priceList().isPresent()
        || bill.lines().stream().anyMatch(line -> line.discountMinor() > 0);
  }

  private Purchase.Line bought(FrozenLine line, ReceiptLine checked, boolean asShown) {
    Currency currency = parts.catalogue().currency();
    Optional<Money> net =
        asShown ? Optional.of(new Money(line.netMinor(), currency)) : Optional.empty();
    return new Purchase.Line(
        unpriced(line),
        Optional.of(new Money(line.unitPriceMinor(), currency)),
        net,
        line.labelled()
            ? Optional.of(new Money(checked.grossMinor(), currency))
            : Optional.empty());
  }

  private static UnpricedLine unpriced(FrozenLine line) {
    Quantity quantity =
        line.massGrams().isPresent()
            ? new Quantity.Weighed(line.pieces(), line.massGrams().getAsLong())
            : new Quantity.Pieces(line.pieces());
    return new UnpricedLine(new ProductId(line.product()), quantity);
  }
}
