package pannier.simulator.desk.play;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pannier.app.loop.CartLoop;
import pannier.app.screen.Exhibits;
import pannier.app.screen.ProductPictures;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.simulator.desk.eye.LivePicture;
import pannier.simulator.desk.eye.ShownCamera;
import pannier.simulator.geometry.Vector;
import pannier.simulator.render.View;
import pannier.simulator.world.Crossing;
import pannier.simulator.world.Gaze;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.WorldSpec;
import pannier.wire.Receipt;

/**
 * A trip on simulated devices: a real cart above a world that people act in. What they do is kept,
 * so that the trip can be played again from its seed.
 */
public final class SimulatedPlay implements Play {
  /** A person who looks into the cart from behind its handle. */
  public static final View FROM_ABOVE =
      new View(new Vector(0, -0.36, 0.92), new Vector(0, -0.005, -0.2), 700, 640, 480);

  /** Nobody looks at the cart from above more often than that. */
  private static final long GAZE_NANOS = 60_000_000;

  private final SimulatedWorld world;
  private final Devices devices;
  private final CartProgram program;
  private final Shopping shopping;
  private final Home home;
  private final Gaze gaze;
  private final LivePicture above = new LivePicture();
  private final HandsInWorld hands;
  private final SwitchedFaults faults;
  private final List<Act> acts = new ArrayList<>();
  private final List<Act> due = new ArrayList<>();
  private final List<Input> touched = new ArrayList<>();
  private long nanos = -CartLoop.TICK_NANOS;
  private long gazedNanos = -GAZE_NANOS;
  private long standsStillUntilNanos;

  private SimulatedPlay(SimulatedWorld world, Shopping shopping, Home home) {
    this.world = world;
    this.shopping = shopping;
    this.home = home;
    this.devices = new Devices(world);
    this.gaze = world.gaze(FROM_ABOVE);
    this.program = new CartProgram(devices, shopping.mind(devices.cameras().size()), home);
    this.hands = new HandsInWorld(world);
    this.faults = new SwitchedFaults(world);
  }

  /**
   * Switches a cart on in a new world. OpenCV must have been loaded.
   *
   * @param home of the cart's program, used by no other
   * @throws IOException if the journal or the outbox cannot be used
   */
  public static SimulatedPlay start(WorldSpec spec, Shopping shopping, Home home)
      throws IOException {
    SimulatedWorld world = new SimulatedWorld(spec);
    SimulatedPlay play = new SimulatedPlay(world, shopping, home);
    try {
      play.program.start(0);
      return play;
    } catch (IOException | RuntimeException e) {
      play.close();
      throw e;
    }
  }

  /** The hands of whoever shops. */
  public HandsInWorld hands() {
    return hands;
  }

  /** What is wrong with the devices by hand. */
  public SwitchedFaults faults() {
    return faults;
  }

  /** Does something to the world before its next tick, and keeps it for {@link #save}. */
  public void act(Consumer<SimulatedWorld> deed) {
    due.add(new Act(nanos + CartLoop.TICK_NANOS, deed));
  }

  /** What was truly done so far. */
  public List<Crossing> truth() {
    return world.crossings();
  }

  public SimulatedWorld world() {
    return world;
  }

  @Override
  public String name() {
    return "seed " + world.spec().seed();
  }

  @Override
  public Catalogue catalogue() {
    return shopping.catalogue();
  }

  @Override
  public List<ShownCamera> cameras() {
    return devices.cameras();
  }

  @Override
  public ProductPictures pictures() {
    return shopping.pictures();
  }

  @Override
  public Exhibits exhibits() {
    return home.atCart()
        .map(it -> it.exhibits(pictures()))
        .orElseGet(() -> Exhibits.of(pictures()));
  }

  @Override
  public Optional<Receipt> receipt() {
    return home.receipt();
  }

  /** The basket from above. */
  public LivePicture above() {
    return above;
  }

  @Override
  public long nanos() {
    return Math.max(0, nanos);
  }

  @Override
  public boolean over() {
    return false;
  }

  @Override
  public Optional<CartState> state() {
    return program.state();
  }

  /** Whether the cart's program runs. */
  public boolean cartIsOn() {
    return program.isOn();
  }

  /** The cart loses its power. */
  public void cutPower() throws IOException {
    program.cutPower();
  }

  /** The cart's power comes back. */
  public void restorePower() throws IOException {
    program.start(nanos + CartLoop.TICK_NANOS);
  }

  /** The cart's program stands still while the world goes on: a jump of its monotonic clock. */
  public void standStill(long forNanos) {
    standsStillUntilNanos = nanos + forNanos;
  }

  public boolean standsStill() {
    return nanos < standsStillUntilNanos;
  }

  @Override
  public Optional<Moment> tick() throws IOException {
    nanos += CartLoop.TICK_NANOS;
    for (Act act : due) {
      act.deed().accept(world);
    }
    acts.addAll(due);
    due.clear();
    world.advanceTo(nanos);
    if (nanos - gazedNanos >= GAZE_NANOS) {
      gazedNanos = nanos;
      if (gaze.look(nanos)) {
        above.show(gaze.picture());
      }
    }
    if (standsStill()) {
      return Optional.empty();
    }
    List<Input> inputs = List.copyOf(touched);
    touched.clear();
    return program.tick(nanos, inputs);
  }

  @Override
  public void touch(Input input) {
    touched.add(input);
  }

  /** What was done up to now, to be done again in a world of the same seed. */
  public Save save() {
    return new Save(world.spec(), List.copyOf(acts), nanos);
  }

  @Override
  public void close() {
    program.close();
    home.atCart().ifPresent(AtCart::close);
    gaze.close();
    world.close();
  }
}
