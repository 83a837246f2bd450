package pannier.gate.settlement;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import pannier.domain.catalogue.ProductId;
import pannier.domain.money.Money;
import pannier.pricing.Quantity;
import pannier.pricing.UnpriceableLineException;
import pannier.pricing.UnpricedLine;
import pannier.pricing.checkout.Checkout;
import pannier.pricing.checkout.Purchase;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.tender.Tender;
import pannier.pricing.tender.TenderKind;
import pannier.wire.ProblemKind;
import pannier.wire.ReceiptLine;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/** Reckons a checked bill up with the store's rules, and parts it over the tenders on offer. */
final class BillAssessor {
  private final GateParts parts;
  private final BillCheck check;
  private final InstantSource clock;

  BillAssessor(GateParts parts) {
    this.parts = parts;
    this.check = new BillCheck(parts.catalogue());
    this.clock = parts.clock();
  }

  /**
   * @throws RefusedException if the bill contradicts itself or the catalogue, a tender is not taken
   *     here, or the tenders do not cover the total
   */
  Assessment assess(SettlementRequest request) throws RefusedException {
    List<ReceiptLine> lines = check.price(request.bill());
    Currency currency = parts.catalogue().currency();
    List<Tender> tenders = new ArrayList<>();
    for (TenderOffer offer : request.tenders()) {
      tenders.add(tender(tenders.size(), offer, currency));
    }
    Reckoning reckoning = reckon(lines, tenders, currency);
    if (reckoning.due().minor() > 0) {
      throw new RefusedException(
          ProblemKind.NOT_COVERED,
          "tenders: found %s of %s; expected all of it"
              .formatted(reckoning.total().minus(reckoning.due()).toDecimal(), reckoning.total()));
    }
    return Assessment.of(lines, reckoning, tenders);
  }

  private Tender tender(int index, TenderOffer offer, Currency currency) throws RefusedException {
    Optional<TenderKind> kind = TenderKind.of(offer.kind());
    if (kind.isEmpty() || !parts.provider().tenderKinds().contains(offer.kind())) {
      throw new RefusedException(
          ProblemKind.UNSUPPORTED_TENDER,
          "tenders[%d].kind: found %s; expected one of %s"
              .formatted(
                  index,
                  offer.kind(),
                  String.join(", ", parts.provider().tenderKinds().stream().sorted().toList())));
    }
    Optional<Money> limit =
        offer.amountMinor().isPresent()
            ? Optional.of(new Money(offer.amountMinor().getAsLong(), currency))
            : Optional.empty();
    return Tender.of(kind.get(), limit);
  }

  private Reckoning reckon(List<ReceiptLine> lines, List<Tender> tenders, Currency currency)
      throws RefusedException {
    List<Purchase.Line> bought = new ArrayList<>();
    for (ReceiptLine line : lines) {
      Money shelf = new Money(line.shelfUnitPriceMinor(), currency);
      bought.add(new Purchase.Line(unpriced(line), Optional.of(shelf)));
    }
    try {
      Purchase purchase = new Purchase(bought, tenders, parts.rules().occasion(clock.instant()));
      return Checkout.of(parts.rules().book(), purchase);
    } catch (UnpriceableLineException e) {
      throw new RefusedException(ProblemKind.WRONG_SUM, "bill.lines: " + e.getMessage());
    }
  }

  private static UnpricedLine unpriced(ReceiptLine line) {
    ProductId product = new ProductId(line.product());
    Quantity quantity =
        line.massGrams().isPresent()
            ? new Quantity.Weighed(line.pieces(), line.massGrams().getAsLong())
            : new Quantity.Pieces(line.pieces());
    return new UnpricedLine(product, quantity);
  }
}
