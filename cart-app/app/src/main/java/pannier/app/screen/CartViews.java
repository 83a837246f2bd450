package pannier.app.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pannier.app.loop.Equipment;
import pannier.app.screen.CartView.Cues;
import pannier.app.screen.CartView.Doubt;
import pannier.app.screen.CartView.Goods;
import pannier.app.screen.CartView.Line;
import pannier.app.screen.CartView.Matter;
import pannier.app.screen.CartView.Stage;
import pannier.app.workshop.Bench;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.LoadSample;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Decision;
import pannier.domain.scale.ScaleState;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TripState;
import pannier.domain.trip.Watch;
import pannier.pricing.PricedLine;
import pannier.pricing.Quantity;
import pannier.pricing.UnitPrice;
import pannier.pricing.checkout.ReckonedLine;
import pannier.pricing.checkout.Reckoning;
import pannier.wire.Receipt;

/** From the cart's state to what the screen shows: a pure function. */
final class CartViews {
  /** Less than a scale shows is not worth a redraw. */
  private static final long LIVE_STEP_GRAMS = 5;

  private final Items items;
  private final Payments payments;
  private final boolean codes;

  /**
   * @param codes whether receipts have a code for phones
   */
  CartViews(Items items, Payments payments, boolean codes) {
    this.items = items;
    this.payments = payments;
    this.codes = codes;
  }

  /**
   * What the cart's state does not hold.
   *
   * @param receipt of the last bill that was paid; null if none was
   * @param looking whether the camera looks for codes of things below the basket
   * @param bench what staff do at a free cart; null while nobody does
   */
  record Beside(@Nullable Receipt receipt, boolean looking, @Nullable Bench bench) {}

  CartView view(CartState state, Recent recent, Beside beside) {
    boolean worked = beside.bench() != null && state.trip() instanceof TripState.Idle;
    Receipt receipt = beside.receipt();
    return new CartView(
        worked ? Stage.WORKSHOP : stage(state.trip()),
        reason(state.trip()),
        goods(state),
        state.open().stream().map(this::matter).toList(),
        recent.happenings(),
        cues(state, recent, beside.looking()),
        receipt == null ? null : paper(state.trip(), receipt),
        worked ? beside.bench() : null);
  }

  private static Stage stage(TripState trip) {
    return switch (trip) {
      case TripState.Idle _ -> Stage.WELCOME;
      case TripState.Shopping _, TripState.Asking _, TripState.NeedsStaff _ -> Stage.SHOPPING;
      case TripState.Reviewing _ -> Stage.REVIEW;
      case TripState.Settling _ -> Stage.PAYING;
      case TripState.Settled _ -> Stage.PAID;
      case TripState.Declined _ -> Stage.DECLINED;
    };
  }

  private static String reason(TripState trip) {
    return switch (trip) {
      case TripState.Idle idle -> Sentences.idle(idle.ending());
      case TripState.NeedsStaff staff -> Sentences.staff(staff.call());
      case TripState.Settling settling -> settling.cancelled() ? "changedWhilePaying" : "";
      case TripState.Declined declined -> Sentences.declined(declined.reason());
      case TripState.Shopping _, TripState.Asking _, TripState.Reviewing _, TripState.Settled _ ->
          "";
    };
  }

  private Goods goods(CartState state) {
    Reckoning reckoning = payments.reckon(state);
    List<PricedLine> lines = reckoning.lines().stream().map(ReckonedLine::priced).toList();
    return new Goods(
        items.catalogue().currency().getCurrencyCode(),
        lines(lines, state),
        new CartView.Sums(
            reckoning.total().minor(),
            lines.stream().mapToLong(line -> line.discount().minor()).sum(),
            reckoning.deposits().minor(),
            reckoning.taxIncluded() ? 0 : reckoning.tax().minor(),
            payments.benefitsMinor(state)),
        state.belief().personal().stream().map(held -> grams(held.mass())).toList(),
        payments.view(state, reckoning),
        payments.newPrices(state, reckoning));
  }

  /** What was declared below the basket stands last. */
  private List<Line> lines(List<PricedLine> priced, CartState state) {
    int inBasket = priced.size() - Payments.accord(state).below().size();
    List<Line> lines = new ArrayList<>();
    for (PricedLine line : priced) {
      lines.add(line(line, lines.size() >= inBasket));
    }
    return lines;
  }

  private Line line(PricedLine line, boolean below) {
    Long mass =
        switch (line.quantity()) {
          case Quantity.Pieces _ -> null;
          case Quantity.Weighed weighed -> weighed.massGrams();
        };
    CartView.Item item = items.item(line.product());
    UnitPrice price = line.unitPrice();
    return new Line(
        item.perKilogram() == (price.unit() == SaleUnit.KILOGRAM)
            ? item.at(price.amount().minor())
            : item,
        line.quantity().pieces(),
        mass,
        line.net().minor(),
        line.discount().minor(),
        below);
  }

  private Matter matter(Decision open) {
    return switch (open) {
      case Decision.Asked asked ->
          new Matter(
              asked.number(),
              false,
              asked.change().direction() == Direction.IN,
              asked.change().pieces(),
              Math.abs(grams(asked.change().mass())),
              asked.candidates().stream().map(Candidate::product).map(items::item).toList());
      case Decision.Held held ->
          new Matter(
              held.number(),
              true,
              held.mass().grams() >= 0,
              1,
              Math.abs(grams(held.mass())),
              List.of());
      case Decision.Added _, Decision.Removed _, Decision.Resolved _ ->
          throw new IllegalArgumentException("never open: " + open);
    };
  }

  private static Cues cues(CartState state, Recent recent, boolean looking) {
    return new Cues(
        doubts(state.watch()),
        liveGrams(state.watch().scale()),
        state.desk().payWanted() != null,
        state.trip() instanceof TripState.NeedsStaff,
        recent.sound(),
        recent.said(),
        looking);
  }

  private static List<Doubt> doubts(Watch watch) {
    List<Doubt> doubts = new ArrayList<>();
    for (Watch.CameraWatch camera : watch.cameras()) {
      if (camera.state() != CameraState.TRUSTED) {
        String reason = camera.state().name().toLowerCase(Locale.ROOT);
        doubts.add(new Doubt("camera", camera.camera() + 1, reason));
      }
    }
    if (!watch.scaleDistrust().isEmpty()) {
      doubts.add(new Doubt("scale", 1, Sentences.scale(watch.scaleDistrust())));
    }
    if (watch.troubles().containsKey(Equipment.BATTERY)) {
      doubts.add(new Doubt("battery", 1, "battery"));
    }
    return doubts;
  }

  private static @Nullable Long liveGrams(ScaleState scale) {
    if (scale.unsettledSince().isEmpty() || scale.window().isEmpty()) {
      return null;
    }
    LoadSample last = scale.window().getLast();
    double more = last.totalGrams() - scale.level().map(Mass::grams).orElse(0.0);
    return Math.round(more / LIVE_STEP_GRAMS) * LIVE_STEP_GRAMS;
  }

  private CartView.@Nullable Paper paper(TripState trip, Receipt receipt) {
    return trip instanceof TripState.Settled settled
            && settled.receiptId().equals(receipt.receiptId())
        ? Papers.of(receipt, codes)
        : null;
  }

  private static long grams(Mass mass) {
    return Math.round(mass.grams());
  }
}
