package pannier.simulator.desk.play;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.loop.CartLoop;
import pannier.app.loop.CartSensors;
import pannier.app.loop.SteppedVision;
import pannier.app.replay.RecordedDevices;
import pannier.app.replay.RecordedTrip;
import pannier.app.replay.RecordedTripReader;
import pannier.app.screen.ProductPictures;
import pannier.app.sight.Eyes;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.evidence.VisionReport;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.TickRecord;
import pannier.domain.weighing.Weighing;
import pannier.simulator.desk.eye.ShownCamera;
import pannier.vision.camera.CameraVision;
import pannier.vision.camera.VisionConfig;
import pannier.vision.gallery.Enrolment;
import pannier.wire.Receipt;

/** A recorded trip, played as {@code pannier replay} plays it, tick by tick. */
public final class RecordedPlay implements Play {
  private final Path folder;
  private final Catalogue catalogue;
  private final Eyes eyes;
  private final ProductPictures pictures;
  private final RecordedDevices devices;
  private final List<ShownCamera> cameras = new ArrayList<>();
  private final List<SteppedVision> vision = new ArrayList<>();
  private final CartSensors sensors;
  private final CartLoop loop;
  private final List<Input> touched = new ArrayList<>();
  private TickRecord record = new TickRecord(0, List.of(), List.of(), List.of(), List.of());
  private boolean begun;
  private boolean over;

  private RecordedPlay(Path folder, RecordedTrip trip, Catalogue catalogue, Eyes eyes)
      throws IOException {
    this.folder = folder;
    this.catalogue = catalogue;
    this.eyes = eyes;
    this.pictures = ProductPictures.of(trip.shop().enrol());
    this.devices = RecordedDevices.open(trip);
    for (int i = 0; i < trip.cameras().size(); i++) {
      ShownCamera camera = new ShownCamera(devices.cameras().get(i), trip.cameras().get(i).rim());
      CameraVision sees =
          new CameraVision(i, camera.rim(), eyes.recogniser(), VisionConfig.standard());
      sees.showTo(camera);
      cameras.add(camera);
      vision.add(new SteppedVision(camera, sees));
    }
    this.sensors = new CartSensors(List.copyOf(vision), devices.loadCells(), devices.motion());
    CartCore core = new CartCore(catalogue, trip.config());
    this.loop = new CartLoop(core, core.start(0), this::keep);
    touched.add(new Input.Start("replay", trip.shop().start(), false));
  }

  /**
   * Opens {@code folder/trip.json} and all that it names.
   *
   * @throws IOException one line with file, place, value and what would be right
   */
  public static RecordedPlay open(Path folder, Enrolment.Progress progress) throws IOException {
    RecordedTrip trip = RecordedTripReader.read(folder);
    Catalogue catalogue = trip.catalogue();
    Eyes eyes = trip.eyes(progress);
    try {
      return new RecordedPlay(folder, trip, catalogue, eyes);
    } catch (IOException | RuntimeException e) {
      eyes.close();
      throw e;
    }
  }

  private void keep(TickRecord given, List<Decision> decisions, List<Weighing> weighings) {
    record = given;
  }

  @Override
  public ProductPictures pictures() {
    return pictures;
  }

  /** No gate takes part. */
  @Override
  public Optional<Receipt> receipt() {
    return Optional.empty();
  }

  @Override
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public List<ShownCamera> cameras() {
    return List.copyOf(cameras);
  }

  @Override
  public long nanos() {
    return devices.nanos();
  }

  /** When the recording ends. */
  public long endNanos() {
    return devices.endNanos();
  }

  @Override
  public boolean over() {
    return over;
  }

  @Override
  public Optional<CartState> state() {
    return Optional.of(loop.state());
  }

  @Override
  public Optional<Moment> tick() throws IOException {
    if (over) {
      return Optional.empty();
    }
    over = begun && devices.finished();
    if (begun) {
      devices.advance(CartLoop.TICK_NANOS);
    }
    begun = true;
    CartCore.Step step = loop.tick(over ? last() : drained());
    devices.requireIntact();
    return Optional.of(new Moment(record, step));
  }

  private TickRecord drained() {
    TickRecord drained = sensors.drain(devices.nanos(), List.copyOf(touched));
    touched.clear();
    return drained;
  }

  private TickRecord last() {
    List<VisionReport> reports = new ArrayList<>();
    vision.forEach(source -> reports.addAll(source.finish()));
    return new TickRecord(
        devices.nanos(), List.of(), List.of(), reports, List.of(new Input.RecordEnded()));
  }

  @Override
  public void touch(Input input) {
    touched.add(input);
  }

  @Override
  public void close() {
    sensors.close();
    devices.close();
    eyes.close();
  }
}
