package pannier.app.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pannier.app.devices.CartDevices;
import pannier.app.devices.DeviceSettings;
import pannier.app.journal.Journal;
import pannier.app.journal.TripSetup;
import pannier.app.live.CartSettings.Eye;
import pannier.app.live.CartSettings.Source;
import pannier.app.loop.Cart;
import pannier.app.loop.CartLoop;
import pannier.app.loop.CartPanel;
import pannier.app.loop.CartSensors;
import pannier.app.loop.Equipment;
import pannier.app.loop.Settlements;
import pannier.app.loop.VisionSource;
import pannier.app.rerun.Resumption;
import pannier.app.sight.Eyes;
import pannier.app.sight.ShownCodes;
import pannier.app.workshop.Workshop;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.scale.ScaleConfig;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Sensors;
import pannier.domain.trip.TripConfig;
import pannier.domain.weighing.WeighingRules;
import pannier.hal.Camera;
import pannier.hal.Frame;
import pannier.hal.LoadCells;
import pannier.hal.camera.VideoCamera;
import pannier.vision.Recogniser;
import pannier.vision.camera.CameraVision;
import pannier.vision.camera.PictureKeeper;
import pannier.vision.camera.VisionConfig;

/** Builds the cart on its devices: where its journal left it, or fresh. */
final class LiveWiring {
  private final CartClock clock;
  private final TripSetup setup;
  private final int trip;
  private final Optional<Resumption> resumed;

  private LiveWiring(CartClock clock, TripSetup setup, int trip, Optional<Resumption> resumed) {
    this.clock = clock;
    this.setup = setup;
    this.trip = trip;
    this.resumed = resumed;
  }

  /**
   * The trip that the journal holds unfinished, or a new one that it begins.
   *
   * @param fitted whose scale's numbers a new trip goes by
   * @param known what it is pinned to
   */
  static LiveWiring of(Journal journal, CartSettings settings, DeviceSettings fitted, Known known)
      throws IOException {
    Optional<Resumption> resumed = Resumption.of(journal);
    if (resumed.isPresent()) {
      Resumption last = resumed.get();
      CartClock clock = new CartClock(last.lastNanos() + CartLoop.TICK_NANOS, System::nanoTime);
      return new LiveWiring(clock, last.setup(), last.number(), resumed);
    }
    CartClock clock = new CartClock(0, System::nanoTime);
    CartConfig config = config(settings, fitted, known.seal());
    TripSetup setup = TripSetup.of(clock.getAsLong(), known.model(), known.catalogue(), config);
    return new LiveWiring(clock, setup, journal.begin(setup), resumed);
  }

  private static CartConfig config(CartSettings settings, DeviceSettings fitted, String seal) {
    Sensors sensors = new Sensors(settings.cameras().size(), fitted.scale().isPresent());
    CartConfig standard = CartConfig.standard(sensors);
    TripConfig trip = settings.shop().labels().map(standard.trip()::with).orElse(standard.trip());
    TripConfig sealed = trip.with(WeighingRules.standard().sealed(seal));
    ScaleConfig scale =
        fitted.scale().map(it -> ScaleConfig.of(it.platform())).orElse(standard.scale());
    return new CartConfig(sensors, scale, standard.reconcile(), sealed);
  }

  /**
   * What a new trip is pinned to.
   *
   * @param model SHA-256 of the embedding model
   * @param seal of the scale, in words
   */
  record Known(Catalogue catalogue, String model, String seal) {}

  CartClock clock() {
    return clock;
  }

  /** What the trip runs with to its end, whatever the shop's file says by now. */
  Catalogue catalogue() {
    return setup.catalogue();
  }

  /** Whether a trip goes on that the power had cut. */
  boolean goesOn() {
    return resumed.isPresent();
  }

  /**
   * What it sees with, and who keeps pictures of it.
   *
   * @param phones look through the first camera
   * @param workshop sees all of them
   */
  record Seeing(
      List<Eye> cameras, Eyes eyes, ShownCodes phones, PictureKeeper keeper, Workshop workshop) {}

  /** The cart takes devices and settlements over; the rest stays the caller's. */
  Cart cart(Seeing seeing, Journal journal, Hardware hardware) throws IOException {
    CartCore core = setup.core();
    CartLoop loop =
        new CartLoop(
            core,
            resumed.map(Resumption::state).orElseGet(() -> core.start(setup.startNanos())),
            (record, decisions, weighings) -> journal.append(trip, record, decisions, weighings));
    CartPanel panel = hardware.devices().panel();
    Equipment equipment = hardware.devices().equipment();
    CartSensors sensors =
        new CartSensors(vision(seeing), hardware.cells(), hardware.devices().motion(), equipment);
    Cart cart = new Cart(sensors, loop, panel, hardware.settlements());
    resumed.ifPresent(last -> cart.reissue(core.reissue(last.state())));
    return cart;
  }

  /**
   * What the cart has beside cameras.
   *
   * @param cells as calibrated
   * @param settlements the way to the gate
   */
  record Hardware(CartDevices devices, LoadCells cells, Settlements settlements) {}

  private List<VisionSource> vision(Seeing seeing) throws IOException {
    Recogniser inTurn = inTurn(seeing.eyes.recogniser());
    List<VisionSource> vision = new ArrayList<>();
    for (Eye eye : seeing.cameras) {
      CameraVision sees =
          new CameraVision(vision.size(), eye.rim(), inTurn, VisionConfig.standard());
      sees.keepPictures(seeing.keeper);
      Consumer<Frame> onlooker = onlooker(seeing, vision.size());
      String name = "camera " + vision.size();
      vision.add(LiveVision.start(camera(eye.source(), clock), sees, onlooker, name));
    }
    return vision;
  }

  private static Consumer<Frame> onlooker(Seeing seeing, int camera) {
    return frame -> {
      if (camera == 0) {
        seeing.phones.look(frame);
      }
      seeing.workshop.look(camera, frame);
    };
  }

  /** One model and one interpreter serve all cameras, one at a time. */
  private static Recogniser inTurn(Recogniser recogniser) {
    Object turn = new Object();
    return crops -> {
      synchronized (turn) {
        return recogniser.recognise(crops);
      }
    };
  }

  /** A camera by itself, before the cart's clock runs. */
  static Camera camera(Eye eye) throws IOException {
    return camera(eye.source(), new CartClock(0, System::nanoTime));
  }

  private static Camera camera(Source source, CartClock clock) throws IOException {
    return switch (source) {
      case Source.Device device ->
          VideoCamera.openDevice(
              device.path(), device.widthPx(), device.heightPx(), device.fps(), clock);
      case Source.Film film -> VideoCamera.openFile(film.file(), clock, clock.getAsLong());
    };
  }
}
