package pannier.simulator.scalecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import pannier.app.loop.CartSensors;
import pannier.domain.evidence.WeightStep;
import pannier.domain.scale.Scale;
import pannier.domain.scale.ScaleConfig;
import pannier.domain.scale.ScaleState;
import pannier.hal.LoadReading;
import pannier.hal.MotionReading;
import pannier.simulator.ride.Journey;
import pannier.simulator.ride.Ride;
import pannier.simulator.scale.Climate;
import pannier.simulator.scale.Converter;
import pannier.simulator.scale.Load;
import pannier.simulator.scale.SimulatedLoadCells;
import pannier.simulator.world.Chance;
import pannier.simulator.world.SimulatedMotionSensor;

/** The domain's scale above simulated cells and a simulated accelerometer. */
final class Bench {
  private static final long TICK_NANOS = 20_000_000L;

  private final Scale scale = new Scale(ScaleConfig.standard());
  private final Journey journey = new Journey();
  private final SimulatedLoadCells cells;
  private final SimulatedMotionSensor motion;
  private ScaleState state = ScaleState.START;
  private long nowNanos;

  Bench(Chance chance) {
    RandomGenerator noise = chance.of("cells");
    this.cells = new SimulatedLoadCells(Converter.HX711_20_KG, journey, noise);
    this.motion = new SimulatedMotionSensor(journey, chance.of("motion"));
  }

  void add(Load load) {
    cells.add(load);
  }

  void add(Ride ride) {
    journey.forgetBefore(nowNanos);
    journey.add(ride);
  }

  void set(Climate climate) {
    cells.set(climate);
  }

  long nowNanos() {
    return nowNanos;
  }

  /** Lets time pass; gives the steps that the scale found meanwhile. */
  List<WeightStep> runUntil(long nanos) {
    List<WeightStep> steps = new ArrayList<>();
    while (nowNanos < nanos) {
      nowNanos += TICK_NANOS;
      cells.advanceTo(nowNanos);
      motion.advanceTo(nowNanos);
      for (MotionReading reading : motion.drain()) {
        state = scale.move(state, CartSensors.sample(reading));
      }
      for (LoadReading reading : cells.drain()) {
        Scale.Weighed weighed = scale.next(state, CartSensors.sample(reading));
        state = weighed.state();
        weighed.step().ifPresent(steps::add);
      }
    }
    return steps;
  }
}
