package pannier.app.screen;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.app.bill.BillPrices;
import pannier.app.screen.CartView.Kind;
import pannier.app.screen.CartView.Partial;
import pannier.app.screen.CartView.Payment;
import pannier.app.screen.CartView.Way;
import pannier.domain.basket.Accord;
import pannier.domain.basket.Means;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TripState;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.tender.TenderKind;
import pannier.wire.HandOverCode;
import pannier.wire.SettlementKey;

/** What the basket comes to and who pays it, by the gate's own rules. */
record Payments(BillPrices prices, AtGate gate, Ways ways) {
  private static final String SNAP = TenderKind.SNAP.word();
  private static final String CASH = TenderKind.CASH.word();
  private static final long PERCENT = Means.WHOLE / 100;

  /**
   * What the gate will charge: of the bill, where it is frozen, with what its tenders take off. By
   * prices that came during the trip, too, where those are lower.
   */
  Reckoning reckon(CartState state) {
    return reckon(state, prices.chargedBy(state.desk().basis().priceList()));
  }

  /** Whether prices that came during the trip change what {@link #reckon} gives. */
  boolean newPrices(CartState state, Reckoning reckoning) {
    if (accord(state).basis().priceList().equals(state.desk().basis().priceList())) {
      return false;
    }
    Reckoning before = reckon(state, prices);
    return !before.total().equals(reckoning.total()) || !nets(before).equals(nets(reckoning));
  }

  private static List<Long> nets(Reckoning reckoning) {
    return reckoning.lines().stream().map(line -> line.priced().net().minor()).toList();
  }

  private Reckoning reckon(CartState state, BillPrices prices) {
    return switch (state.trip()) {
      case TripState.Idle _ -> prices.reckon(state.basket(), Accord.NONE);
      case TripState.Open open -> prices.reckon(state.basket(), open.trip().accord());
      case TripState.Reviewing reviewing -> prices.reckon(reviewing.bill(), means(state));
      case TripState.Settling settling -> prices.reckon(settling.bill(), means(state));
      case TripState.Settled settled -> prices.reckon(settled.bill(), means(state));
      case TripState.Declined declined -> prices.reckon(declined.bill(), means(state));
    };
  }

  /**
   * @param reckoning by {@link #reckon}
   */
  Payment view(CartState state, Reckoning reckoning) {
    List<Way> shown = new ArrayList<>();
    boolean frozen =
        !(state.trip() instanceof TripState.Idle || state.trip() instanceof TripState.Open);
    for (Means one : frozen ? means(state) : List.<Means>of()) {
      shown.add(way(one, reckoning.split().paidMinor().get(shown.size())));
    }
    List<Kind> kinds =
        gate.tenders().stream().map(it -> new Kind(it.kind(), Ways.asksForNumber(it))).toList();
    return new Payment(shown, kinds, reckoning.due().minor(), code(state, shown), partial(state));
  }

  /** While cash is awaited. */
  private static String code(CartState state, List<Way> shown) {
    boolean cash = shown.stream().anyMatch(it -> it.kind().equals(CASH) && it.amountMinor() > 0);
    return cash && state.trip() instanceof TripState.Settling settling && !settling.cancelled()
        ? HandOverCode.of(new SettlementKey(settling.bill().tripId(), settling.bill().attempt()))
        : "";
  }

  private static @Nullable Partial partial(CartState state) {
    return state.trip() instanceof TripState.Declined declined
        ? Sentences.partial(declined.reason())
        : null;
  }

  private static Way way(Means means, long amountMinor) {
    long percent = (means.shareBillionths() + PERCENT / 2) / PERCENT;
    List<String> products = means.products().stream().map(ProductId::value).toList();
    return new Way(means.kind(), amountMinor, means.mostMinor(), percent, products);
  }

  /** What food benefits may pay of the basket; 0 where the shop takes none. */
  long benefitsMinor(CartState state) {
    if (!gate.takes(SNAP) || !(state.trip() instanceof TripState.Open open)) {
      return 0;
    }
    return prices
        .chargedBy(state.desk().basis().priceList())
        .reckon(state.basket(), open.trip().accord(), List.of(new Means(SNAP, SNAP)))
        .split()
        .paidMinor()
        .getFirst();
  }

  /** What the lines of a state rest on. */
  static Accord accord(CartState state) {
    return switch (state.trip()) {
      case TripState.Idle _ -> Accord.NONE;
      case TripState.Open open -> open.trip().accord();
      case TripState.Reviewing it -> it.bill().accord();
      case TripState.Settling it -> it.bill().accord();
      case TripState.Settled it -> it.bill().accord();
      case TripState.Declined it -> it.bill().accord();
    };
  }

  private List<Means> means(CartState state) {
    return switch (state.trip()) {
      case TripState.Idle _ -> List.of();
      case TripState.Open _ -> List.of();
      case TripState.Reviewing it -> chosen(it.bill().accord().wallet());
      case TripState.Settling it -> chosen(it.bill().accord().wallet());
      case TripState.Settled it -> chosen(it.bill().accord().wallet());
      case TripState.Declined it -> chosen(it.trip().accord().wallet());
    };
  }

  /** Those whose kind pricing knows. */
  private List<Means> chosen(Wallet wallet) {
    return ways.chosen(wallet).stream().filter(it -> TenderKind.of(it.kind()).isPresent()).toList();
  }
}
