package pannier.app.gate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.app.bill.BillPrices;
import pannier.domain.basket.Accord;
import pannier.domain.basket.Basket;
import pannier.domain.basket.BasketLine;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Trip;
import pannier.domain.trip.TripState;
import pannier.pricing.PricedLine;
import pannier.pricing.Quantity;
import pannier.pricing.checkout.ReckonedLine;
import pannier.pricing.checkout.Reckoning;
import pannier.wire.CartStatus.Tab;
import pannier.wire.CartStatus.TabLine;
import pannier.wire.FrozenBill;
import pannier.wire.LoginReply;
import pannier.wire.TenderOffer;

/**
 * What the shopper would pay by now, for the gate to reserve. It is reckoned anew only when the
 * basket changed. Used by one thread.
 */
public final class Tabs {
  private final BillPrices prices;
  private final TenderOffer usual;
  private @Nullable Basket basket;
  private @Nullable Accord accord;
  private Optional<Tab> tab = Optional.empty();
  private String keptTrip = "";
  private @Nullable Basket kept;
  private @Nullable Accord keptAccord;

  /**
   * @param usual what pays where the shopper chooses nothing: reserved if it is a card
   */
  public Tabs(BillPrices prices, TenderOffer usual) {
    this.prices = prices;
    this.usual = usual;
  }

  Catalogue catalogue() {
    return prices.catalogue();
  }

  Optional<Tab> of(CartState state) {
    return state.trip().onTrip().flatMap(trip -> of(state.basket(), trip));
  }

  /**
   * The basket for the gate to keep, where it is another than at the last call.
   *
   * @return empty without a trip whose basket may change, and for an empty basket at its start
   */
  Optional<FrozenBill> checkpoint(CartState state) {
    if (!(state.trip() instanceof TripState.Running running)) {
      return Optional.empty();
    }
    Trip trip = running.trip();
    boolean same = state.basket().equals(kept) && trip.accord().equals(keptAccord);
    boolean empty = state.basket().lines().isEmpty() && trip.accord().below().isEmpty();
    if (trip.id().equals(keptTrip) ? same : empty) {
      return Optional.empty();
    }
    keptTrip = trip.id();
    kept = state.basket();
    keptAccord = trip.accord();
    return Optional.of(prices.draft(trip, state.basket()));
  }

  private Optional<Tab> of(Basket now, Trip trip) {
    Accord by = trip.accord();
    if (!now.equals(basket) || !by.equals(accord)) {
      basket = now;
      accord = by;
      Reckoning reckoning = prices.reckon(now, by);
      int pieces =
          now.lines().stream().mapToInt(BasketLine::pieces).sum()
              + by.below().stream().mapToInt(Content::pieces).sum();
      boolean phone = LoginReply.began(trip.id());
      List<TabLine> lines = phone ? lines(reckoning) : List.of();
      tab = Optional.of(new Tab(reckoning.total().minor(), pieces, token(by), lines));
    }
    return tab;
  }

  /** For the phone that began the trip. */
  private List<TabLine> lines(Reckoning reckoning) {
    return reckoning.lines().stream().map(ReckonedLine::priced).map(this::line).toList();
  }

  private TabLine line(PricedLine line) {
    long grams = line.quantity() instanceof Quantity.Weighed weighed ? weighed.massGrams() : 0;
    String name = prices.catalogue().get(line.product()).name();
    return new TabLine(name, line.quantity().pieces(), grams, line.net().minor());
  }

  /** Only what the shopper would pay with: whoever chose otherwise is not reserved for. */
  private String token(Accord by) {
    boolean card = usual.kind().equals("card") && by.wallet().means().isEmpty();
    return card ? usual.token() : "";
  }
}
