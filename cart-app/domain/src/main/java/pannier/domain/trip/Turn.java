package pannier.domain.trip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.domain.basket.Basket;
import pannier.domain.basket.BillLine;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Episode;
import pannier.domain.evidence.SensorEvent;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Answers;
import pannier.domain.reconcile.Belief;
import pannier.domain.reconcile.Decision;
import pannier.domain.reconcile.Reconciler;
import pannier.domain.reconcile.Reconciler.Settlement;
import pannier.domain.reconcile.Scene;
import pannier.domain.trip.CartState.Desk;
import pannier.domain.trip.CartState.StartCheck;
import pannier.domain.trip.TripState.Asking;
import pannier.domain.trip.TripState.Declined;
import pannier.domain.trip.TripState.Idle;
import pannier.domain.trip.TripState.NeedsStaff;
import pannier.domain.trip.TripState.Open;
import pannier.domain.trip.TripState.Reviewing;
import pannier.domain.trip.TripState.Running;
import pannier.domain.trip.TripState.Settled;
import pannier.domain.trip.TripState.Settling;
import pannier.domain.trip.TripState.Shopping;

/** The working sheet of one tick: it starts from one state and ends in the next. */
final class Turn {
  private final Catalogue catalogue;
  private final CartConfig config;
  private final long nanos;
  private final Outbox outbox;
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Episode> episodes = new ArrayList<>();
  private TripState trip;
  private Basket basket;
  private Watch watch;
  private Belief belief;
  private Desk desk;

  Turn(Catalogue catalogue, CartConfig config, CartState state, Watch watch, long nanos) {
    this.catalogue = catalogue;
    this.config = config;
    this.nanos = nanos;
    this.outbox = new Outbox(state.desk().effects());
    this.trip = state.trip();
    this.basket = state.basket();
    this.watch = watch;
    this.belief = state.belief();
    this.desk = state.desk();
  }

  /** What could not be trusted during a trip goes onto its bill. */
  void distrust(List<SensorEvent> events) {
    if (trip instanceof Open open) {
      Trip flagged = open.trip();
      for (SensorEvent event : events) {
        if (!event.trusted()) {
          flagged = flagged.flagged("untrusted: %s %s".formatted(event.sensor(), event.reason()));
        }
      }
      trip = open.with(flagged);
    }
  }

  void take(Input input, Answers answers) {
    switch (input) {
      case Input.Start start -> start(start);
      case Input.Answer answer ->
          answered(
              answers.answer(belief, basket, answer.asked(), answer.product()),
              "That does not fit what the scale and the basket say.");
      case Input.AnswerNothing none ->
          answered(
              answers.nothing(belief, none.asked()), "Take it out, show its code, or call staff.");
      case Input.CodeShown shown ->
          answered(answers.code(belief, basket, shown.code()), "Nothing open fits this code.");
      case Input.CallStaff _ -> callStaff("the shopper asks for help");
      case Input.StaffResolves word -> staff(word, answers);
      case Input.Pay _ -> desk = with(trip instanceof Open);
      case Input.Back _ -> back();
      case Input.Exit _ -> exit();
      case Input.GateSettled settled -> settled(settled);
      case Input.GateDeclined declined -> declined(declined);
      case Input.Done _ -> done();
      case Input.Close close -> close(close);
      case Input.RecordEnded _ -> {}
    }
  }

  private void start(Input.Start start) {
    if (!(trip instanceof Idle idle)) {
      outbox.say("A trip is under way.");
      return;
    }
    Basket declared = Basket.EMPTY;
    double variance = 0;
    for (Content content : start.inBasket()) {
      Product product = catalogue.get(content.product());
      Mass mass = product.pieceMass().mean().times(content.pieces());
      declared = declared.plus(product.id(), content.pieces(), mass);
      variance += content.pieces() * product.pieceMass().varianceGrams2();
    }
    double tolerance = config.trip().startToleranceGrams() + 3 * Math.sqrt(variance);
    StartCheck check = new StartCheck(declared.mass(), tolerance, start.personalItems());
    if (watch.scale().settled() && !start.personalItems() && off(check)) {
      trip = idle.refused("The basket is not empty.");
      outbox.say("Please empty the basket, or declare what lies in it.");
      outbox.sound(Effect.Tone.REFUSED);
      return;
    }
    trip = idle.start(start.tripId(), nanos);
    basket = declared;
    belief = Belief.START;
    desk = new Desk(0, desk.colour(), false, config.sensors().scale() ? check : null, null);
  }

  private boolean off(StartCheck check) {
    return Math.abs(offGrams(check)) > check.toleranceGrams();
  }

  private double offGrams(StartCheck check) {
    double level = watch.scale().level().orElse(Mass.ZERO).grams() - watch.zeroGrams();
    return level - check.declared().grams();
  }

  private void answered(Optional<Settlement> settlement, String otherwise) {
    if (!(trip instanceof Open)) {
      return;
    }
    settlement.ifPresentOrElse(
        this::apply,
        () -> {
          outbox.say(otherwise);
          outbox.sound(Effect.Tone.REFUSED);
        });
  }

  private void callStaff(String reason) {
    if (trip instanceof Open open && !(trip instanceof NeedsStaff)) {
      trip = open.callStaff(reason);
      outbox.tellStaff(reason);
    }
  }

  private void staff(Input.StaffResolves word, Answers answers) {
    if (trip instanceof Open open) {
      Optional<Settlement> settlement =
          answers.staff(belief, word.open(), word.staff(), word.reason());
      settlement.ifPresent(this::apply);
      if (settlement.isPresent()) {
        String flag = "staff %s settled %d: %s".formatted(word.staff(), word.open(), word.reason());
        trip = open.clear().with(open.trip().flagged(flag));
      }
    }
  }

  private Desk with(boolean payWanted) {
    return new Desk(0, desk.colour(), payWanted, desk.unchecked(), desk.owed());
  }

  private void back() {
    desk = with(false);
    if (trip instanceof Reviewing reviewing) {
      trip = reviewing.back();
    } else if (trip instanceof Declined declined) {
      trip = declined.back();
    }
  }

  private void exit() {
    if (trip instanceof Reviewing reviewing) {
      trip = reviewing.exit();
      desk = new Desk(0, desk.colour(), false, desk.unchecked(), outbox.settle(reviewing.bill()));
    } else if (trip instanceof Settling && desk.owed() != null) {
      outbox.again(desk.owed());
    } else {
      outbox.say("Please press Pay first.");
    }
  }

  private void settled(Input.GateSettled settled) {
    if (trip instanceof Settling settling && settling.bill().attempt() == settled.attempt()) {
      trip = settling.settled(settled.receiptId());
      desk = new Desk(0, desk.colour(), false, null, null);
      outbox.sound(Effect.Tone.PAID);
    }
  }

  private void declined(Input.GateDeclined declined) {
    if (trip instanceof Settling settling && settling.bill().attempt() == declined.attempt()) {
      trip = settling.declined(declined.reason());
      desk = new Desk(0, desk.colour(), false, null, null);
      outbox.say("Not paid: " + declined.reason());
      outbox.sound(Effect.Tone.REFUSED);
    }
  }

  private void done() {
    if (trip instanceof Settled settled) {
      trip = settled.done();
      clear();
    }
  }

  private void close(Input.Close close) {
    if (trip instanceof Running running) {
      trip = running.close("closed by %s: %s".formatted(close.staff(), close.reason()));
      clear();
    }
  }

  private void clear() {
    basket = Basket.EMPTY;
    belief = Belief.START;
    desk = new Desk(0, desk.colour(), false, null, null);
  }

  /** Takes the evidence and settles what can be settled. */
  void settle(Reconciler reconciler, Sensing.Sensed sensed, boolean last) {
    if (!sensed.steps().isEmpty()) {
      voidBill();
    }
    if (!(trip instanceof Open || trip instanceof Reviewing || trip instanceof Settling)) {
      trackZero();
      return;
    }
    belief = reconciler.observe(belief, sensed.sightings(), sensed.steps());
    if (trip instanceof Open) {
      checkStart(reconciler);
      apply(reconciler.settle(belief, scene(last)));
      review();
    }
  }

  /** A change of weight after <em>Pay</em>. */
  private void voidBill() {
    if (trip instanceof Reviewing reviewing) {
      trip = reviewing.back();
      outbox.say("The basket changed: please pay again.");
      outbox.sound(Effect.Tone.REFUSED);
    } else if (trip instanceof Settling settling && !settling.cancelled()) {
      trip = settling.cancel();
      outbox.cancel(settling.bill());
    }
  }

  /** Zero is tracked only when the cart is free, empty and still. */
  private void trackZero() {
    double level = watch.scale().level().orElse(Mass.ZERO).grams();
    if (trip instanceof Idle
        && watch.scale().settled()
        && Math.abs(level - watch.zeroGrams()) < config.trip().startToleranceGrams()) {
      watch =
          new Watch(
              watch.startedNanos(), watch.scale(), level, watch.scaleDistrust(), watch.cameras());
    }
  }

  private void checkStart(Reconciler reconciler) {
    StartCheck check = desk.unchecked();
    if (check == null || !watch.scale().settled() || !(trip instanceof Open open)) {
      return;
    }
    desk = new Desk(0, desk.colour(), desk.payWanted(), null, desk.owed());
    double off = offGrams(check);
    if (check.personalItems()) {
      trip = open.with(open.trip().flagged("personal items, %.0f g".formatted(off)));
    } else if (off(check)) {
      Settlement held =
          reconciler.hold(belief, nanos, Mass.ofGrams(off), "lay in the basket at the start");
      apply(held);
    }
  }

  private Scene scene(boolean last) {
    List<Scene.Watching> cameras = new ArrayList<>();
    for (Watch.CameraWatch camera : watch.cameras()) {
      if (camera.state() == CameraState.TRUSTED) {
        cameras.add(new Scene.Watching(camera.camera(), camera.upToNanos(), camera.active()));
      }
    }
    Scene.Weighing scale = new Scene.Weighing(load(), watch.scale().stirredNanos());
    return new Scene(nanos, basket, scale, new Scene.Seeing(watch.cameras().size(), cameras), last);
  }

  private Scene.Load load() {
    if (!config.sensors().scale() || !watch.scaleDistrust().isEmpty()) {
      return Scene.Load.UNKNOWN;
    }
    return watch.scale().settled() ? Scene.Load.SETTLED : Scene.Load.MOVING;
  }

  private void apply(Settlement settlement) {
    belief = settlement.belief();
    episodes.addAll(settlement.episodes());
    for (Decision decision : settlement.decisions()) {
      decisions.add(decision);
      basket =
          switch (decision) {
            case Decision.Added a -> basket.plus(a.product(), a.pieces(), a.mass());
            case Decision.Removed r -> basket.minus(r.product(), r.pieces(), r.mass().times(-1));
            case Decision.Asked _, Decision.Held _, Decision.Resolved _ -> basket;
          };
      outbox.sound(decision);
    }
  }

  /** Where the trip stands, given what is open; and <em>Pay</em>, as soon as it can be. */
  private void review() {
    if (!(trip instanceof Open open)) {
      return;
    }
    if (belief.open().isEmpty()) {
      Shopping clear = open.clear();
      trip = clear;
      if (desk.payWanted() && !belief.pending() && load() != Scene.Load.MOVING) {
        trip = clear.pay(lines());
        desk = with(false);
      }
      return;
    }
    if (desk.payWanted()) {
      desk = with(false);
      outbox.say("Before you pay: something in the basket is not clear yet.");
    }
    if (trip instanceof Shopping) {
      trip = open.ask();
    }
    long oldest = belief.open().getFirst().timestampNanos();
    boolean hold = belief.open().stream().anyMatch(Decision.Held.class::isInstance);
    if (trip instanceof Asking && hold && nanos - oldest > config.trip().staffAfter().toNanos()) {
      callStaff("something in the basket that nothing explains");
    }
  }

  private List<BillLine> lines() {
    return basket.lines().stream()
        .map(
            line -> {
              Product product = catalogue.get(line.product());
              return new BillLine(
                  product.id(), line.pieces(), line.mass(), product.unit(), product.price());
            })
        .toList();
  }

  CartCore.Step end(CartState before, List<SensorEvent> sensors) {
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
    Desk next = new Desk(outbox.count(), colour, desk.payWanted(), desk.unchecked(), desk.owed());
    CartState state = new CartState(trip, basket, watch, belief, next);
    return new CartCore.Step(state, decisions, outbox.effects(), sensors, episodes);
  }

  private Effect.Colour colour() {
    return switch (trip) {
      case Idle _ -> Effect.Colour.BLUE;
      case Shopping _, Reviewing _, Settling _, Settled _ -> Effect.Colour.GREEN;
      case Asking _ -> Effect.Colour.AMBER;
      case NeedsStaff _, Declined _ -> Effect.Colour.RED;
    };
  }
}
