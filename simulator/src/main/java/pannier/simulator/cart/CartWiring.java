package pannier.simulator.cart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pannier.app.journal.Journal;
import pannier.app.journal.TripSetup;
import pannier.app.loop.Cart;
import pannier.app.loop.CartLoop;
import pannier.app.loop.CartPanel;
import pannier.app.loop.CartSensors;
import pannier.app.loop.DecisionLog;
import pannier.app.loop.Settlements;
import pannier.app.loop.SteppedVision;
import pannier.app.loop.VisionSource;
import pannier.app.sight.Eyes;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Sensors;
import pannier.simulator.world.SimulatedWorld;
import pannier.vision.Recogniser;
import pannier.vision.camera.CameraVision;
import pannier.vision.camera.PictureKeeper;
import pannier.vision.camera.VisionConfig;
import pannier.vision.rim.BasketSide;
import pannier.vision.rim.Rim;

/** Builds the real cart above a simulated world. */
public final class CartWiring {
  private CartWiring() {}

  /**
   * The whole cart. It takes the world's devices and the settlements over; the journal stays the
   * caller's.
   */
  static Cart cart(
      SimulatedWorld world,
      Eyes eyes,
      Catalogue catalogue,
      Journal journal,
      Settlements settlements)
      throws IOException {
    CartConfig config = config(world);
    int trip = journal.begin(TripSetup.of(0, eyes.modelDigest(), catalogue, config));
    DecisionLog log =
        (record, decisions, weighings) -> journal.append(trip, record, decisions, weighings);
    return cart(world, eyes.recogniser(), new CartCore(catalogue, config), log, settlements);
  }

  /** What suits the devices of a world. */
  public static CartConfig config(SimulatedWorld world) {
    return CartConfig.standard(new Sensors(world.cameras().size(), true));
  }

  /**
   * The whole cart above a world, whose devices it takes over with the settlements.
   *
   * @param recogniser of all its cameras; stays the caller's
   */
  public static Cart cart(
      SimulatedWorld world,
      Recogniser recogniser,
      CartCore core,
      DecisionLog log,
      Settlements settlements) {
    return cart(
        world, recogniser, core, new Outside(log, settlements, (camera, number, jpeg) -> {}));
  }

  /** Where decisions go, who pays, and who keeps pictures. */
  public record Outside(DecisionLog log, Settlements settlements, PictureKeeper keeper) {}

  /**
   * The whole cart above a world, whose devices it takes over with the settlements.
   *
   * @param recogniser of all its cameras; stays the caller's
   */
  public static Cart cart(
      SimulatedWorld world, Recogniser recogniser, CartCore core, Outside outside) {
    CartLoop loop = new CartLoop(core, core.start(0), outside.log());
    CartPanel panel = new CartPanel(world.lamp(), world.beeper());
    return new Cart(
        sensors(world, recogniser, outside.keeper()), loop, panel, outside.settlements());
  }

  private static CartSensors sensors(
      SimulatedWorld world, Recogniser recogniser, PictureKeeper keeper) {
    List<VisionSource> vision = new ArrayList<>();
    for (int i = 0; i < world.cameras().size(); i++) {
      CameraVision sees = vision(world, i, recogniser);
      sees.keepPictures(keeper);
      vision.add(new SteppedVision(world.cameras().get(i), sees));
    }
    return new CartSensors(vision, world.loadCells(), world.motionSensor());
  }

  /**
   * Vision that has seen nothing yet of one of a world's cameras, to be closed by the caller.
   *
   * @param recogniser stays the caller's
   */
  public static CameraVision vision(SimulatedWorld world, int camera, Recogniser recogniser) {
    double[] rim = world.spec().cameras().get(camera).rimHeightFractions();
    return new CameraVision(
        camera,
        new Rim(0, rim[0], 1, rim[1], BasketSide.BELOW),
        recogniser,
        VisionConfig.standard());
  }
}
