package pannier.app.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.bill.BillPrices;
import pannier.app.journal.Journal;
import pannier.app.journal.TripSetup;
import pannier.app.loop.CartLoop;
import pannier.app.loop.CartSensors;
import pannier.app.loop.DecisionLog;
import pannier.app.loop.SteppedVision;
import pannier.app.sight.Eyes;
import pannier.app.timeline.TripEvents;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.vision.camera.CameraVision;
import pannier.vision.camera.VisionConfig;
import pannier.vision.gallery.Enrolment;
import pannier.vision.rim.Rim;

/** A recorded trip wired to the real loop: files as devices, stepped time, the real model. */
final class Replay implements AutoCloseable {
  private static final String TRIP_ID = "replay";

  private final RecordedTrip trip;
  private final Catalogue catalogue;
  private final Eyes eyes;
  private final RecordedDevices devices;
  private final List<SteppedVision> vision = new ArrayList<>();
  private final CartSensors sensors;

  private Replay(RecordedTrip trip, Catalogue catalogue, Eyes eyes) throws IOException {
    this.trip = trip;
    this.catalogue = catalogue;
    this.eyes = eyes;
    this.devices = RecordedDevices.open(trip);
    for (int i = 0; i < trip.cameras().size(); i++) {
      Rim rim = trip.cameras().get(i).rim();
      vision.add(
          new SteppedVision(
              devices.cameras().get(i),
              new CameraVision(i, rim, eyes.recogniser(), VisionConfig.standard())));
    }
    this.sensors = new CartSensors(List.copyOf(vision), devices.loadCells(), devices.motion());
  }

  /** Opens all that the trip names; the gallery is built from its enrolment photos. */
  static Replay open(RecordedTrip trip, Enrolment.Progress progress) throws IOException {
    Catalogue catalogue = trip.catalogue();
    Eyes eyes = trip.eyes(progress);
    try {
      return new Replay(trip, catalogue, eyes);
    } catch (IOException | RuntimeException e) {
      eyes.close();
      throw e;
    }
  }

  /** Plays the whole trip and tells it. */
  void play(TripEvents events, Optional<Path> journalFile) throws IOException {
    CartConfig config = trip.config();
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
              (record, decisions, weighings) ->
                  journal.append(number, record, decisions, weighings)));
    }
  }

  private void play(TripEvents events, CartLoop loop) throws IOException {
    Input start = new Input.Start(TRIP_ID, trip.shop().start(), false);
    new Playback(devices, sensors, vision)
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
