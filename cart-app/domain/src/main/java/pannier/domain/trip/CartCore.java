package pannier.domain.trip;

import java.util.ArrayList;
import java.util.List;
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

/**
 * The heart: a pure function from state and tick record to new state, decisions and effects. It has
 * no clock, no randomness and no memory but {@link CartState}; one instance may serve many trips
 * and threads.
 */
public final class CartCore {
  private final Catalogue catalogue;
  private final CartConfig config;
  private final Sensing sensing;
  private final Reconciler reconciler;
  private final Answers answers;

  public CartCore(Catalogue catalogue, CartConfig config) {
    this.catalogue = catalogue;
    this.config = config;
    this.sensing = new Sensing(config);
    this.reconciler = new Reconciler(catalogue, config.reconcile());
    this.answers = new Answers(catalogue);
  }

  /** The state of a cart that was just switched on, before its first tick at {@code nanos}. */
  public CartState start(long nanos) {
    List<CameraWatch> cameras = new ArrayList<>();
    for (int i = 0; i < config.sensors().cameras(); i++) {
      cameras.add(new CameraWatch(i, nanos, false, CameraState.TRUSTED, null));
    }
    Watch watch = new Watch(nanos, ScaleState.START, 0, "", cameras);
    return new CartState(
        TripState.Idle.FREE, Basket.EMPTY, watch, Belief.START, CartState.Desk.START);
  }

  /** One tick. Records come in time order; each is used once. */
  public Step tick(CartState state, TickRecord record) {
    Sensing.Sensed sensed = sensing.sense(state.watch(), record);
    Turn turn = new Turn(catalogue, config, state, sensed.watch(), record.nanos());
    turn.distrust(sensed.events());
    for (Input input : record.inputs()) {
      turn.take(input, answers);
    }
    turn.settle(reconciler, sensed, record.inputs().contains(new Input.RecordEnded()));
    return turn.end(state, sensed.events());
  }

  /**
   * What the outside must be told again after a restart with this state: the screen, the lamp, and
   * the settlement that the gate has not answered, with its old id.
   */
  public List<Effect> reissue(CartState state) {
    List<Effect> again = new ArrayList<>();
    again.add(new Effect.Show(state.desk().effects()));
    again.add(new Effect.Light(state.desk().effects(), state.desk().colour()));
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
   */
  public record Step(
      CartState state,
      List<Decision> decisions,
      List<Effect> effects,
      List<SensorEvent> sensors,
      List<Episode> episodes) {
    public Step {
      decisions = List.copyOf(decisions);
      effects = List.copyOf(effects);
      sensors = List.copyOf(sensors);
      episodes = List.copyOf(episodes);
    }
  }
}
