package pannier.domain.trip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.domain.audit.Sign;
import pannier.domain.basket.Accord;
import pannier.domain.basket.Basket;
import pannier.domain.basket.Content;
import pannier.domain.basket.Label;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Episode;
import pannier.domain.evidence.SensorEvent;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Belief;
import pannier.domain.reconcile.Decision;
import pannier.domain.reconcile.Reconciler.Settlement;
import pannier.domain.trip.CartState.Desk;
import pannier.domain.trip.CartState.PayWanted;
import pannier.domain.trip.CartState.StartCheck;
import pannier.domain.trip.TripState.NeedsStaff;
import pannier.domain.trip.TripState.Open;
import pannier.domain.weighing.Weighing;
import pannier.domain.weighing.Weighings;

/** The next state while one tick works on it. It never leaves that tick. */
final class Draft {
  final long nanos;
  final Outbox outbox;
  TripState trip;
  Basket basket;
  Watch watch;
  Belief belief;
  Weighings weighings;
  CartState.Brake brake;
  private final CartState before;
  private final Labels labels;
  private final List<String> doubted = new ArrayList<>();
  private final List<Decision> loose = new ArrayList<>();
  private final List<Weighing> weighed = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Episode> episodes = new ArrayList<>();
  private @Nullable PayWanted payWanted;
  private @Nullable StartCheck unchecked;
  private Effect.@Nullable Settle owed;
  private List<String> past;
  private Accord.Basis basis;

  Draft(CartState before, Labels labels, Watch watch, long nanos) {
    this.labels = labels;
    this.before = before;
    this.nanos = nanos;
    this.outbox = new Outbox(before.desk().effects());
    this.trip = before.trip();
    this.basket = before.basket();
    this.watch = watch;
    this.belief = before.belief();
    this.payWanted = before.desk().payWanted();
    this.unchecked = before.desk().unchecked();
    this.owed = before.desk().owed();
    this.past = before.desk().past();
    this.basis = before.desk().basis();
    this.weighings = before.desk().weighings();
    this.brake = before.desk().brake();
  }

  @Nullable PayWanted payWanted() {
    return payWanted;
  }

  void payWanted(@Nullable PayWanted wanted) {
    payWanted = wanted;
  }

  @Nullable StartCheck unchecked() {
    return unchecked;
  }

  void unchecked(@Nullable StartCheck check) {
    unchecked = check;
  }

  Effect.@Nullable Settle owed() {
    return owed;
  }

  void owed(Effect.@Nullable Settle settle) {
    owed = settle;
  }

  /** Whether a trip had this id before. */
  boolean isPast(String tripId) {
    return past.contains(tripId);
  }

  /** From now on no other trip has this id. */
  void begun(String tripId) {
    past = Desk.past(past, tripId);
  }

  Accord.Basis basis() {
    return basis;
  }

  void epochDay(long day) {
    basis = basis.on(day);
  }

  /** For the next trip, and for this one if it has no prices of the gate yet. */
  void priceList(String digest) {
    basis = basis.by(digest);
    if (trip instanceof Open open && open.trip().accord().basis().priceList().isEmpty()) {
      trip = open.with(open.trip().with(open.trip().accord().with(basis)));
    }
  }

  /** No trip: an empty basket, and nothing known about it. */
  void clear() {
    basket = Basket.EMPTY;
    belief = Belief.START;
    payWanted = null;
    unchecked = null;
    owed = null;
    weighings = weighings.cleared();
  }

  /** Puts a remark onto the bill of a trip that is open. */
  void flag(String remark) {
    if (trip instanceof Open open) {
      trip = open.with(open.trip().flagged(remark));
    }
  }

  /** Counts more of a sign on a trip that is open. */
  void mark(Sign sign, long more) {
    if (trip instanceof Open open) {
      trip = open.with(open.trip().marked(sign, more));
    }
  }

  /**
   * @param standing until staff say that they have seen to it
   */
  void callStaff(Call call, boolean standing) {
    if (trip instanceof Open open
        && !(open instanceof NeedsStaff already && (already.standing() || !standing))) {
      trip = open.callStaff(call, standing);
      outbox.tellStaff(call.text());
    }
  }

  /** What the shopper declared below the basket. */
  List<Content> below() {
    return trip instanceof Open open ? open.trip().accord().below() : List.of();
  }

  /** How much more the scale says than {@code known}; 0 before it has said anything. */
  double gramsBeside(double known) {
    return watch.scale().level().map(Mass::grams).orElse(watch.zeroGrams() + known)
        - watch.zeroGrams()
        - known;
  }

  void apply(Settlement settlement) {
    apply(settlement, List.of());
  }

  /**
   * @param shown codes that were shown for what is decided
   */
  void apply(Settlement settlement, List<Code> shown) {
    List<Decision> open = belief.open();
    belief = settlement.belief();
    episodes.addAll(settlement.episodes());
    for (Decision decision : settlement.decisions()) {
      decisions.add(decision);
      basket =
          switch (decision) {
            case Decision.Added a -> plus(a, label(a, settlement.episodes(), shown));
            case Decision.Removed r -> minus(r);
            case Decision.Asked _, Decision.Held _, Decision.Resolved _ -> basket;
          };
      outbox.sound(decision);
      mark(decision, open);
    }
  }

  /**
   * @param open what was open before
   */
  private void mark(Decision decision, List<Decision> open) {
    switch (decision) {
      case Decision.Added it -> mark(Sign.DOUBTFUL, it.why().probability() < Sign.SURE ? 1 : 0);
      case Decision.Removed it -> mark(Sign.DOUBTFUL, it.why().probability() < Sign.SURE ? 1 : 0);
      case Decision.Resolved it -> {
        boolean held =
            open.stream()
                .anyMatch(was -> was instanceof Decision.Held && was.number() == it.resolved());
        mark(Sign.HELD, held ? 1 : 0);
      }
      case Decision.Asked _, Decision.Held _ -> {}
    }
  }

  private Basket plus(Decision.Added added, @Nullable Label label) {
    if (label == null && labels.product(added.product()).unit() == SaleUnit.KILOGRAM) {
      loose.add(added);
    }
    return basket.plus(added.product(), added.pieces(), added.mass(), label);
  }

  private Basket minus(Decision.Removed gone) {
    if (labels.product(gone.product()).unit() == SaleUnit.KILOGRAM) {
      loose.add(gone);
    }
    return basket.minus(gone.product(), gone.pieces(), gone.mass().times(-1));
  }

  /** What came or went that is sold by mass and has no label, since the last call. */
  List<Decision> takeLoose() {
    List<Decision> taken = List.copyOf(loose);
    loose.clear();
    return taken;
  }

  void weighed(Weighing weighing) {
    weighed.add(weighing);
  }

  /** The label of a single piece; where the scale contradicts it, staff are to look. */
  private @Nullable Label label(Decision.Added added, List<Episode> fresh, List<Code> shown) {
    List<Code> codes = new ArrayList<>(shown);
    fresh.stream()
        .filter(episode -> episode.number() == added.episode())
        .flatMap(episode -> episode.sightings().stream())
        .forEach(sighting -> codes.addAll(sighting.codes()));
    Product product = labels.product(added.product());
    if (added.pieces() != 1 || codes.isEmpty()) {
      return null;
    }
    Label label = labels.read(codes, product, added.mass().grams()).orElse(null);
    String against = label == null ? null : labels.against(label, product);
    if (against != null) {
      flag(against);
      doubted.add(against);
    }
    return label;
  }

  /** Labels that something contradicts, since the last call. */
  List<String> takeDoubted() {
    List<String> taken = List.copyOf(doubted);
    doubted.clear();
    return taken;
  }

  CartCore.Step end(List<SensorEvent> sensors) {
    Effect.Colour colour = colour();
    if (colour != before.desk().colour()) {
      outbox.light(colour);
    }
    if (!trip.equals(before.trip())
        || !basket.equals(before.basket())
        || !belief.open().equals(before.belief().open())
        || !sensors.isEmpty()) {
      outbox.show();
    }
    Desk desk =
        new Desk(outbox.count(), colour, payWanted, unchecked, owed, past, basis, weighings, brake);
    CartState state = new CartState(trip, basket, watch, belief, desk);
    return new CartCore.Step(state, decisions, outbox.effects(), sensors, episodes, weighed);
  }

  private Effect.Colour colour() {
    return switch (trip) {
      case TripState.Idle _ -> Effect.Colour.BLUE;
      case TripState.Shopping _, TripState.Reviewing _, TripState.Settling _, TripState.Settled _ ->
          Effect.Colour.GREEN;
      case TripState.Asking _ -> Effect.Colour.AMBER;
      case NeedsStaff _, TripState.Declined _ -> Effect.Colour.RED;
    };
  }
}
