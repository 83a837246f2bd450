package pannier.simulator.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.journal.TripSetup;
import pannier.app.loop.SteppedVision;
import pannier.app.loop.VisionSource;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.evidence.VisionReport;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.hal.Camera;
import pannier.hal.Connection;
import pannier.hal.Frame;
import pannier.simulator.cart.CartWiring;
import pannier.simulator.fault.Fault;
import pannier.simulator.machine.BreakingCart;
import pannier.simulator.machine.CartDevices;
import pannier.simulator.machine.SteppedGate;
import pannier.simulator.world.Chance;
import pannier.simulator.world.SimulatedWorld;
import pannier.vision.Recogniser;

/**
 * A cart above a world whose computer breaks down, as the gate's does. A program that is started
 * anew remembers what its journal says and looks at the basket with fresh eyes.
 */
final class BreakingTrolley implements Trolley {
  private final List<FreshEyes> eyes = new ArrayList<>();
  private final BreakingCart cart;
  private boolean off;

  /**
   * @param recogniser stays the caller's, as the world does
   */
  BreakingTrolley(
      SimulatedWorld world,
      Recogniser recogniser,
      Catalogue catalogue,
      List<Fault.OfSystem> faults,
      Chance chance)
      throws IOException {
    for (int i = 0; i < world.cameras().size(); i++) {
      eyes.add(new FreshEyes(world, i, recogniser));
    }
    CartDevices devices =
        new CartDevices(world.loadCells(), world.motionSensor(), List.copyOf(eyes));
    TripSetup setup = TripSetup.of(0, "", catalogue, CartWiring.config(world));
    this.cart = new BreakingCart(devices, setup, faults, chance);
  }

  @Override
  public Optional<CartCore.Step> tick(long nanos, List<Input> inputs) throws IOException {
    Optional<CartCore.Step> step = cart.tick(nanos, inputs);
    if (step.isEmpty() && !off) {
      eyes.forEach(FreshEyes::open);
    }
    off = step.isEmpty();
    return step;
  }

  @Override
  public CartState state() {
    return cart.state();
  }

  @Override
  public long behindNanos() {
    return cart.behindNanos();
  }

  @Override
  public Optional<SteppedGate.Books> books() throws IOException {
    return Optional.of(cart.books());
  }

  @Override
  public void close() throws IOException {
    cart.close();
    eyes.forEach(FreshEyes::close);
  }

  /** What one camera of the world is seen with. */
  private static final class FreshEyes implements VisionSource {
    private final SimulatedWorld world;
    private final int camera;
    private final Recogniser recogniser;
    private SteppedVision vision;

    FreshEyes(SimulatedWorld world, int camera, Recogniser recogniser) {
      this.world = world;
      this.camera = camera;
      this.recogniser = recogniser;
      this.vision = fresh();
    }

    private SteppedVision fresh() {
      return new SteppedVision(
          new Lent(world.cameras().get(camera)), CartWiring.vision(world, camera, recogniser));
    }

    /** Forgets all that was seen. */
    void open() {
      vision.close();
      vision = fresh();
    }

    @Override
    public List<VisionReport> drain(long nanos) {
      return vision.drain(nanos);
    }

    @Override
    public void close() {
      vision.close();
    }
  }

  /** A camera that stays open when its program ends. */
  private record Lent(Camera camera) implements Camera {
    @Override
    public Optional<Frame> poll() {
      return camera.poll();
    }

    @Override
    public Connection connection() {
      return camera.connection();
    }

    @Override
    public void close() {}
  }
}
