package pannier.gate.settlement;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pannier.domain.money.Money;
import pannier.pricing.tax.Rate;
import pannier.pricing.tender.Tender;
import pannier.pricing.tender.TenderKind;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/** What a cart offers to pay with, in the words of pricing. */
record OfferedTenders(Set<String> taken, Currency currency) {

  /**
   * The tenders in their order.
   *
   * @throws RefusedException if one of them is not taken here, or cannot pay what it is offered for
   */
  List<Tender> of(SettlementRequest request) throws RefusedException {
    List<Tender> tenders = new ArrayList<>();
    for (TenderOffer offer : request.tenders()) {
      String place = "tenders[%d]".formatted(tenders.size());
      tenders.add(new Tender(kind(place, offer), limit(offer), reach(place, offer, request)));
    }
    return tenders;
  }

  private TenderKind kind(String place, TenderOffer offer) throws RefusedException {
    Optional<TenderKind> kind = TenderKind.of(offer.kind());
    if (kind.isEmpty() || !taken.contains(offer.kind())) {
      throw unsupported(
          place + ".kind",
          offer.kind(),
          "one of " + String.join(", ", taken.stream().sorted().toList()));
    }
    if (kind.get() == TenderKind.SNAP
        && (!offer.lines().isEmpty() || offer.shareBillionths() > 0)) {
      throw unsupported(
          place, "lines or a share", "neither with snap, which goes where it saves most tax");
    }
    return kind.get();
  }

  private Optional<Money> limit(TenderOffer offer) {
    return offer.amountMinor().isPresent()
        ? Optional.of(new Money(offer.amountMinor().getAsLong(), currency))
        : Optional.empty();
  }

  private static Tender.Reach reach(String place, TenderOffer offer, SettlementRequest request)
      throws RefusedException {
    if (offer.shareBillionths() > 0) {
      return new Tender.Reach.Share(new Rate(offer.shareBillionths()));
    }
    int lines = request.bill().lines().size();
    for (int line : offer.lines()) {
      if (line >= lines) {
        throw unsupported(place + ".lines", Integer.toString(line), "a line below " + lines);
      }
    }
    return offer.lines().isEmpty()
        ? new Tender.Reach.Whole()
        : new Tender.Reach.Lines(Set.copyOf(offer.lines()));
  }

  private static RefusedException unsupported(String place, String found, String expected) {
    return new RefusedException(
        ProblemKind.UNSUPPORTED_TENDER,
        "%s: found %s; expected %s".formatted(place, found, expected));
  }
}
