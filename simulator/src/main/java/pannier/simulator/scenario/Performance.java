package pannier.simulator.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import pannier.domain.basket.BasketLine;
import pannier.domain.basket.Content;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.Sensors;
import pannier.domain.trip.TickRecord;
import pannier.domain.trip.TripState;
import pannier.hal.LoadReading;
import pannier.hal.MotionReading;
import pannier.simulator.ride.Journey;
import pannier.simulator.scale.Converter;
import pannier.simulator.scale.Load;
import pannier.simulator.scale.SimulatedLoadCells;
import pannier.simulator.scale.Spot;
import pannier.simulator.world.Chance;
import pannier.simulator.world.SimulatedMotionSensor;

/**
 * Plays a scenario on the real heart of the cart: simulated load cells and accelerometer, scripted
 * sightings.
 */
final class Performance {
  private static final long TICK_NANOS = 20_000_000L;
  private static final long CAMERA_LAG_NANOS = 60_000_000L;
  private static final long NEAR_NANOS = 400_000_000L;

  /** What was pending when the last event came has been settled by then. */
  private static final long AFTERWARDS_NANOS = 8_000_000_000L;

  private static final Chance CHANCE = new Chance(1);

  private final Scenario scenario;
  private final Journey journey = new Journey();
  private final SimulatedLoadCells cells;
  private final SimulatedMotionSensor motion;
  private final List<Decision> decisions = new ArrayList<>();

  private Performance(Scenario scenario) {
    this.scenario = scenario;
    cells = new SimulatedLoadCells(Converter.HX711_10_KG, journey, CHANCE.of("cells"));
    motion = new SimulatedMotionSensor(journey, CHANCE.of("motion"));
    for (Event event : scenario.events()) {
      switch (event) {
        case Event.Loaded loaded -> cells.add(loaded.load());
        case Event.Moved moved -> journey.add(moved.ride());
        case Event.Aired aired -> cells.set(aired.climate());
        case Event.Seen _, Event.Faulty _, Event.Dead _, Event.Done _ -> {}
      }
    }
    double lies = 0;
    for (Content content : scenario.cart().holding()) {
      lies += content.pieces() * mean(content);
    }
    cells.add(
        new Load.Step(
            Spot.CENTRE,
            lies,
            -3_600_000_000_000L,
            -3_600_000_000_000L,
            new Load.Ringing(0, 5, 0.1)));
  }

  private double mean(Content content) {
    return scenario.catalogue().get(content.product()).pieceMass().mean().grams();
  }

  /** The compact line. */
  static String play(Scenario scenario) {
    return new Performance(scenario).play();
  }

  private String play() {
    CartCore core =
        new CartCore(
            scenario.catalogue(),
            CartConfig.standard(new Sensors(scenario.cart().cameras(), true)));
    CartState state = core.start(0);
    long end = scenario.lastNanos() + AFTERWARDS_NANOS;
    for (long now = TICK_NANOS; now <= end; now += TICK_NANOS) {
      CartCore.Step step = core.tick(state, record(now));
      state = step.state();
      decisions.addAll(step.decisions());
    }
    return line(state);
  }

  private TickRecord record(long now) {
    cells.advanceTo(now);
    motion.advanceTo(now);
    List<Input> inputs = new ArrayList<>();
    if (now == TICK_NANOS) {
      inputs.add(new Input.Start("trip-1", scenario.cart().holding(), false));
    }
    for (Event event : scenario.events()) {
      if (event instanceof Event.Done done && within(done.nanos(), now)) {
        inputs.add(done.input());
      }
    }
    List<VisionReport> reports = new ArrayList<>();
    for (int camera = 0; camera < scenario.cart().cameras(); camera++) {
      report(camera, now, reports);
    }
    return new TickRecord(now, load(), motions(), reports, inputs);
  }

  private static boolean within(long nanos, long now) {
    return nanos >= now - TICK_NANOS && nanos < now;
  }

  private List<LoadSample> load() {
    List<LoadSample> samples = new ArrayList<>();
    for (LoadReading reading : cells.drain()) {
      boolean dead =
          scenario.events().stream()
              .anyMatch(
                  event ->
                      event instanceof Event.Dead fault
                          && reading.timestampNanos() >= fault.nanos()
                          && reading.timestampNanos() < fault.untilNanos());
      samples.add(
          new LoadSample(
              reading.timestampNanos(),
              reading.frontLeftGrams(),
              reading.frontRightGrams(),
              dead ? Double.NaN : reading.rearLeftGrams(),
              reading.rearRightGrams()));
    }
    return samples;
  }

  private List<MotionSample> motions() {
    List<MotionSample> samples = new ArrayList<>();
    for (MotionReading reading : motion.drain()) {
      samples.add(
          new MotionSample(
              reading.timestampNanos(), reading.tiltDegrees(), reading.accelerationMps2()));
    }
    return samples;
  }

  private void report(int camera, long now, List<VisionReport> reports) {
    CameraState state = CameraState.TRUSTED;
    boolean active = false;
    List<Sighting> sightings = new ArrayList<>();
    int number = 0;
    for (Event event : scenario.events()) {
      if (event instanceof Event.Faulty fault
          && fault.camera() == camera
          && now >= fault.nanos()
          && now < fault.untilNanos()) {
        state = fault.state();
      }
      if (event instanceof Event.Seen seen && seen.sighting().camera() == camera) {
        number++;
        active |= Math.abs(now - CAMERA_LAG_NANOS - seen.nanos()) < NEAR_NANOS;
        if (within(seen.nanos() + seen.lateNanos(), now)) {
          sightings.add(numbered(seen.sighting(), number));
        }
      }
    }
    if (state != CameraState.ABSENT) {
      reports.add(new VisionReport(camera, now - CAMERA_LAG_NANOS, active, state, sightings));
    }
  }

  private static Sighting numbered(Sighting sighting, int number) {
    return new Sighting(
        number,
        sighting.camera(),
        sighting.timestampNanos(),
        sighting.direction(),
        sighting.pieces(),
        sighting.candidates(),
        sighting.unknown(),
        sighting.codes(),
        sighting.clarity());
  }

  private String line(CartState state) {
    String said = decisions.stream().map(Performance::say).collect(Collectors.joining("; "));
    String lines =
        state.basket().lines().stream()
            .sorted(Comparator.comparing(BasketLine::product))
            .map(line -> line.product() + " " + line.pieces())
            .collect(Collectors.joining(", "));
    return "%s | %s | %s".formatted(said, lines, name(state.trip())).strip().replaceAll(" +", " ");
  }

  private static String name(TripState state) {
    return switch (state) {
      case TripState.Idle _ -> "idle";
      case TripState.Shopping _ -> "shopping";
      case TripState.Asking _ -> "asking";
      case TripState.NeedsStaff _ -> "staff";
      case TripState.Reviewing _ -> "reviewing";
      case TripState.Settling _ -> "settling";
      case TripState.Settled _ -> "settled";
      case TripState.Declined _ -> "declined";
    };
  }

  private static String say(Decision decision) {
    return switch (decision) {
      case Decision.Added a -> "added %s %d".formatted(a.product(), a.pieces());
      case Decision.Removed r -> "removed %s %d".formatted(r.product(), r.pieces());
      case Decision.Asked a ->
          "asked %s %d %s"
              .formatted(
                  a.change().direction() == Direction.IN ? "in" : "out",
                  a.change().pieces(),
                  a.candidates().stream()
                      .map(candidate -> candidate.product().value())
                      .sorted()
                      .collect(Collectors.joining("/")));
      case Decision.Held h -> "held %+d".formatted(Math.round(h.mass().grams() / 10) * 10);
      case Decision.Resolved r -> "resolved " + r.resolved();
    };
  }
}
