package pannier.app.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.BadInputException;
import pannier.app.bill.BillPrices;
import pannier.app.journal.Journal;
import pannier.app.journal.TripSetup;
import pannier.app.loop.CartLoop;
import pannier.app.loop.CartSensors;
import pannier.app.loop.DecisionLog;
import pannier.app.loop.SteppedVision;
import pannier.app.replay.RecordedTrip.Film;
import pannier.app.sight.Eyes;
import pannier.app.timeline.TripEvents;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.Sensors;
import pannier.hal.LoadCells;
import pannier.hal.MotionSensor;
import pannier.hal.Recording;
import pannier.hal.absent.AbsentLoadCells;
import pannier.hal.absent.AbsentMotionSensor;
import pannier.hal.camera.RecordedCamera;
import pannier.hal.camera.VideoCamera;
import pannier.hal.recording.RecordedLoadCells;
import pannier.hal.recording.RecordedMotion;
import pannier.pricing.csv.CatalogueCsv;
import pannier.vision.camera.CameraVision;
import pannier.vision.camera.VisionConfig;
import pannier.vision.gallery.Enrolment;

/** A recorded trip wired to the real loop: files as devices, stepped time, the real model. */
final class Replay implements AutoCloseable {
  private static final String TRIP_ID = "replay";

  private final SteppedClock clock = new SteppedClock();
  private final RecordedTrip trip;
  private final Catalogue catalogue;
  private final Eyes eyes;
  private final List<Recording> recordings = new ArrayList<>();
  private final List<SteppedVision> vision = new ArrayList<>();
  private final CartSensors sensors;

  private Replay(RecordedTrip trip, Catalogue catalogue, Eyes eyes) throws IOException {
    this.trip = trip;
    this.catalogue = catalogue;
    this.eyes = eyes;
    LoadCells cells = scale();
    MotionSensor motion = motion();
    for (Film film : trip.cameras()) {
      vision.add(camera(film));
    }
    this.sensors = new CartSensors(List.copyOf(vision), cells, motion);
  }

  /** Opens all that the trip names; the gallery is built from its enrolment photos. */
  static Replay open(RecordedTrip trip, Enrolment.Progress progress) throws IOException {
    Catalogue catalogue = CatalogueCsv.open(trip.shop().catalogue());
    for (Content line : trip.shop().start()) {
      if (catalogue.find(line.product()).isEmpty()) {
        throw new BadInputException(
            "trip.json", "start", line.product().value(), "a product of the catalogue");
      }
    }
    List<Path> enrol = trip.cameras().isEmpty() ? List.of() : trip.shop().enrol();
    Eyes eyes = Eyes.open(enrol, progress);
    try {
      return new Replay(trip, catalogue, eyes);
    } catch (IOException | RuntimeException e) {
      eyes.close();
      throw e;
    }
  }

  private LoadCells scale() throws IOException {
    if (trip.scale().isEmpty()) {
      return new AbsentLoadCells("not recorded");
    }
    RecordedLoadCells cells = RecordedLoadCells.open(trip.scale().get(), clock::nanos);
    recordings.add(cells);
    return cells;
  }

  private MotionSensor motion() throws IOException {
    if (trip.motion().isEmpty()) {
      return new AbsentMotionSensor("not recorded");
    }
    RecordedMotion motion = RecordedMotion.open(trip.motion().get(), clock::nanos);
    recordings.add(motion);
    return motion;
  }

  private SteppedVision camera(Film film) throws IOException {
    long offsetNanos = Math.round(film.offsetMillis() * 1e6);
    RecordedCamera camera = VideoCamera.openFile(film.video(), clock::nanos, offsetNanos);
    recordings.add(camera);
    return new SteppedVision(
        camera,
        new CameraVision(vision.size(), film.rim(), eyes.recogniser(), VisionConfig.standard()));
  }

  /** Plays the whole trip and tells it. */
  void play(TripEvents events, Optional<Path> journalFile) throws IOException {
    CartConfig config =
        CartConfig.standard(new Sensors(trip.cameras().size(), trip.scale().isPresent()));
    CartCore core = new CartCore(catalogue, config);
    if (journalFile.isEmpty()) {
      play(events, new CartLoop(core, core.start(0), DecisionLog.none()));
      return;
    }
    try (Journal journal = Journal.open(journalFile.get())) {
      int number = journal.begin(TripSetup.of(0, eyes.modelDigest(), catalogue, config));
      play(
          events,
          new CartLoop(
              core,
              core.start(0),
              (record, decisions) -> journal.append(number, record, decisions)));
    }
  }

  private void play(TripEvents events, CartLoop loop) throws IOException {
    Input start = new Input.Start(TRIP_ID, trip.shop().start(), false);
    new Playback(clock, sensors, vision, recordings)
        .play(
            loop,
            List.of(start),
            step -> events.step(step.episodes(), step.sensors(), step.decisions()));
    CartState end = loop.state();
    events.basket(end.basket(), end.open().size(), BillPrices.of(end.basket(), catalogue).total());
  }

  @Override
  public void close() {
    sensors.close();
    eyes.close();
  }
}
