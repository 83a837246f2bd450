package pannier.domain.trip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pannier.domain.basket.Basket;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Episode;
import pannier.domain.evidence.SensorEvent;
import pannier.domain.reconcile.Answers;
import pannier.domain.reconcile.Belief;
import pannier.domain.reconcile.Decision;
import pannier.domain.reconcile.Reconciler;
import pannier.domain.scale.ScaleState;
import pannier.domain.trip.Watch.CameraWatch;
import pannier.domain.weighing.Weighing;

/**
 * The heart: a pure function from state and tick record to new state, decisions and effects. It has
 * no clock, no randomness and no memory but {@link CartState}; one instance may serve many trips
 * and threads.
 */
public final class CartCore {
  private final CartConfig config;
  private final Sensing sensing;
  private final Evidence evidence;
  private final People people;
  private final Till till;
  private final Absence absence;
  private final Ages ages;
  private final Labels labels;
  private final LowerShelf shelf;
  private final Weigher weigher;

  public CartCore(Catalogue catalogue, CartConfig config) {
    Answers answers = new Answers(catalogue);
    this.config = config;
    this.sensing = new Sensing(config);
    this.evidence = new Evidence(config, new Reconciler(catalogue, config.reconcile()));
    this.people = new People(catalogue, config, answers);
    this.ages = new Ages(catalogue);
    this.shelf = new LowerShelf(catalogue);
    this.labels = new Labels(catalogue, config.trip().labels());
    this.weigher = new Weigher(catalogue, config);
    this.till = new Till(catalogue, config, answers, new Till.Checks(ages, weigher));
    this.absence = new Absence(config);
  }

  /** The state of a cart that was just switched on, before its first tick at {@code nanos}. */
  public CartState start(long nanos) {
    List<CameraWatch> cameras = new ArrayList<>();
    for (int i = 0; i < config.sensors().cameras(); i++) {
      cameras.add(new CameraWatch(i, nanos, false, CameraState.TRUSTED, null));
    }
    Watch watch = new Watch(nanos, ScaleState.START, 0, "", cameras, Map.of());
    return new CartState(
        TripState.Idle.FREE, Basket.EMPTY, watch, Belief.START, CartState.Desk.START);
  }

  /** One tick. Records come in time order; each is used once. */
  public Step tick(CartState state, TickRecord record) {
    Sensing.Sensed sensed = sensing.sense(state.watch(), record);
    Draft draft = new Draft(state, labels, sensed.watch(), record.nanos());
    evidence.distrust(draft, sensed.events());
    weigher.sense(draft, sensed, record);
    for (Input input : record.inputs()) {
      take(draft, input);
    }
    if (!sensed.steps().isEmpty()) {
      till.voidBill(draft);
    }
    evidence.settle(draft, sensed, record.inputs().contains(new Input.RecordEnded()));
    evidence.holdDoubted(draft);
    weigher.weigh(draft);
    Evidence.count(draft);
    till.review(draft, evidence.still(draft));
    absence.look(draft);
    Parking.look(draft, sensed, record);
    return draft.end(events(sensed.events(), record));
  }

  private static List<SensorEvent> events(List<SensorEvent> sensed, TickRecord record) {
    List<SensorEvent> all = new ArrayList<>(sensed);
    for (Input input : record.inputs()) {
      if (input instanceof Input.Equipment(String device, String trouble)) {
        all.add(new SensorEvent(record.nanos(), device, trouble.isEmpty(), trouble));
      }
    }
    return all;
  }

  private void take(Draft draft, Input input) {
    switch (input) {
      case Input.Start start -> people.start(draft, start);
      case Input.Answer answer -> people.answer(draft, answer);
      case Input.AnswerNothing none -> people.nothing(draft, none);
      case Input.Personal own -> people.personal(draft, own);
      case Input.Below below -> shelf.add(draft, below);
      case Input.NotBelow gone -> shelf.remove(draft, gone);
      case Input.Dispute dispute -> people.dispute(draft, dispute);
      case Input.CodeShown shown -> people.code(draft, shown);
      case Input.CallStaff _ -> draft.callStaff(new Call.Help(), true);
      case Input.StaffResolves word -> {
        weigher.wave(draft, word);
        people.staff(draft, word);
      }
      case Input.AgeApproved word -> ages.approve(draft, word);
      case Input.AgeDenied word -> ages.deny(draft, word);
      case Input.PayWith choice -> Till.payWith(draft, choice);
      case Input.CardRefused _ -> draft.outbox.say(Notice.Kind.CARD_REFUSED);
      case Input.Today day -> draft.epochDay(day.epochDay());
      case Input.Equipment equipment -> evidence.equipment(draft, equipment);
      case Input.PriceList list -> draft.priceList(list.sha256());
      case Input.LoggedIn welcome -> people.loggedIn(draft, welcome);
      case Input.LoginRefused refusal -> people.loginRefused(draft, refusal);
      case Input.TripsBefore past -> past.tripIds().forEach(draft::begun);
      case Input.StaffIdentifies word -> people.identify(draft, word);
      case Input.Pay _ -> till.pay(draft);
      case Input.MoreTime _ -> till.moreTime(draft);
      case Input.Back _ -> till.back(draft);
      case Input.Exit _ -> till.exit(draft);
      case Input.GateSettled reply -> till.settled(draft, reply);
      case Input.GateDeclined reply -> till.declined(draft, reply);
      case Input.CheckAwaited drawn -> Till.checkAwaited(draft, drawn);
      case Input.Done _ -> till.done(draft);
      case Input.Close close -> till.close(draft, close);
      case Input.RecordEnded _ -> {}
    }
  }

  /**
   * What the outside must be told again after a restart with this state: the screen, the lamp, the
   * brake, and the settlement that the gate has not answered, with its old id.
   */
  public List<Effect> reissue(CartState state) {
    List<Effect> again = new ArrayList<>();
    again.add(new Effect.Show(state.desk().effects()));
    again.add(new Effect.Light(state.desk().effects(), state.desk().colour()));
    again.add(new Effect.Brake(state.desk().effects(), state.desk().brake().holds()));
    Effect.Settle owed = state.desk().owed();
    if (owed != null) {
      again.add(owed);
    }
    return again;
  }

  /**
   * What one tick gave. Decisions (and the episodes that they rest on) are to be on disk before the
   * effects are done.
   *
   * @param decisions in the order in which they were made
   * @param sensors which became untrusted or recovered
   * @param episodes settled by this tick
   * @param weighings that goods are sold by
   */
  public record Step(
      CartState state,
      List<Decision> decisions,
      List<Effect> effects,
      List<SensorEvent> sensors,
      List<Episode> episodes,
      List<Weighing> weighings) {
    public Step {
      decisions = List.copyOf(decisions);
      effects = List.copyOf(effects);
      sensors = List.copyOf(sensors);
      episodes = List.copyOf(episodes);
      weighings = List.copyOf(weighings);
    }
  }
}
