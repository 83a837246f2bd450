package pannier.simulator.cart;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import pannier.app.bill.BillPrices;
import pannier.app.journal.Journal;
import pannier.app.journal.TripSetup;
import pannier.app.loop.Cart;
import pannier.app.loop.CartLoop;
import pannier.app.loop.CartPanel;
import pannier.app.loop.CartSensors;
import pannier.app.loop.Settlements;
import pannier.app.loop.SteppedVision;
import pannier.app.loop.VisionSource;
import pannier.app.sight.Eyes;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Sensors;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.coap.GateLink;
import pannier.payment.cart.coap.PreSharedKey;
import pannier.payment.cart.outbox.Outbox;
import pannier.simulator.world.SimulatedWorld;
import pannier.vision.camera.CameraVision;
import pannier.vision.camera.VisionConfig;
import pannier.vision.rim.BasketSide;
import pannier.vision.rim.Rim;
import pannier.wire.TenderOffer;

/** Builds the real cart above a simulated world. */
final class CartWiring {
  /** The sandbox provider pays with it. */
  private static final TenderOffer CARD = new TenderOffer("card", "sandbox-ok");

  private CartWiring() {}

  /** Where the gate is and who the cart is to it. */
  record Identity(String cartId, PreSharedKey key, InetSocketAddress gate) {}

  /**
   * @param jitter of the retries
   */
  static GateSettlements settlements(
      Identity identity, Catalogue catalogue, Path data, RandomGenerator jitter)
      throws IOException {
    GateLink link = GateLink.inTheStore(identity.gate, identity.cartId, identity.key);
    SettlementClient client =
        new SettlementClient(
            Outbox.open(data.resolve("outbox.db")),
            CoapGateConnection.open(link),
            RetryPolicy.atTheGate(),
            jitter,
            System::nanoTime);
    return new GateSettlements(client, new BillPrices(identity.cartId, catalogue), CARD);
  }

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
    CartConfig config = CartConfig.standard(new Sensors(world.cameras().size(), true));
    CartCore core = new CartCore(catalogue, config);
    int trip = journal.begin(TripSetup.of(0, eyes.modelDigest(), catalogue, config));
    CartLoop loop =
        new CartLoop(
            core, core.start(0), (record, decisions) -> journal.append(trip, record, decisions));
    CartPanel panel = new CartPanel(world.lamp(), world.beeper());
    return new Cart(sensors(world, eyes), loop, panel, settlements);
  }

  private static CartSensors sensors(SimulatedWorld world, Eyes eyes) {
    List<VisionSource> vision = new ArrayList<>();
    for (int i = 0; i < world.cameras().size(); i++) {
      double[] rim = world.spec().cameras().get(i).rimHeightFractions();
      vision.add(
          new SteppedVision(
              world.cameras().get(i),
              new CameraVision(
                  i,
                  new Rim(0, rim[0], 1, rim[1], BasketSide.BELOW),
                  eyes.recogniser(),
                  VisionConfig.standard())));
    }
    return new CartSensors(vision, world.loadCells(), world.motionSensor());
  }
}
