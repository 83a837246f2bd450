package pannier.simulator.scale;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pannier.hal.Connection;
import pannier.hal.LoadCells;
import pannier.hal.LoadReading;
import pannier.simulator.device.WaitingReadings;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.FaultPlan;
import pannier.simulator.ride.Journey;
import pannier.simulator.scale.Spot.Cell;

/**
 * Four cells under a basket, zeroed when it was empty. Readings come on stepped time: nothing is
 * measured until {@link #advanceTo}.
 */
public final class SimulatedLoadCells implements LoadCells {
  /**
   * People walking and cooling machines shake the whole platform a little, all cells together; a
   * tenth of a gram a cell is what a trolley at rest on a shop's floor shows beside 0.10 g of
   * converter noise (14 to 15 noise-free bits seen on boards).
   */
  private static final double SHAKE_GRAMS_RMS = 0.1;

  /** The basket itself hangs on the cells too: a common trolley's basket weighs 2 to 3 kg. */
  private static final double PLATFORM_GRAMS = 2500;

  /** What a bridge with a loose wire gives: any number, here within a pack of butter or two. */
  private static final double LOOSE_CONTACT_GRAMS_RMS = 200;

  private static final double GRAVITY_MPS2 = 9.81;

  private final Converter converter;
  private final Journey journey;
  private final RandomGenerator random;
  private Climate climate = Climate.steady();
  private final List<Load> loads = new ArrayList<>();
  private final FaultPlan<Fault.Scale> faults = new FaultPlan<>();
  private final Map<Cell, Double> last = new EnumMap<>(Cell.class);
  private final WaitingReadings<LoadReading> waiting = new WaitingReadings<>();
  private long nextNanos;

  /**
   * @param journey that the cart makes
   * @param random noise; equal seeds give equal readings
   */
  public SimulatedLoadCells(Converter converter, Journey journey, RandomGenerator random) {
    this.converter = converter;
    this.journey = journey;
    this.random = random;
  }

  /** Of a cart that stands on a level floor. */
  public SimulatedLoadCells(Converter converter, RandomGenerator random) {
    this(converter, new Journey(), random);
  }

  /** The air changes. */
  public void set(Climate next) {
    climate = next;
  }

  /** Something presses, now or in the future. */
  public void add(Load load) {
    loads.add(load);
  }

  /** Something is wrong with it, now or in the future. */
  public void add(Fault.Scale fault) {
    faults.add(fault);
  }

  /** It is mended. */
  public void remove(Fault.Scale fault) {
    faults.remove(fault);
  }

  /**
   * Converts up to an instant, inclusive. Time does not go back: an earlier instant does nothing.
   */
  public void advanceTo(long nanos) {
    while (!waiting.closed() && nextNanos <= nanos) {
      LoadReading reading = measure(nextNanos);
      if (!unplugged(nextNanos)) {
        waiting.add(reading);
      }
      nextNanos += converter.periodNanos();
    }
  }

  private boolean unplugged(long nanos) {
    return faults
        .at(nanos, fault -> fault.cell().isEmpty())
        .filter(fault -> fault.readings() == Fault.Readings.UNPLUGGED)
        .isPresent();
  }

  private LoadReading measure(long nanos) {
    loads.removeIf(load -> load.isOver(nanos));
    double shake = SHAKE_GRAMS_RMS * random.nextGaussian();
    double heavier = 1 + journey.verticalMps2(nanos) / GRAVITY_MPS2;
    double factor = heavier * StrictMath.cos(Math.toRadians(journey.tiltDegrees(nanos)));
    Map<Cell, Double> grams = new EnumMap<>(Cell.class);
    for (Cell cell : Cell.values()) {
      double platform = PLATFORM_GRAMS / 4 * (factor - 1);
      double truth = trueGrams(cell, nanos) * factor + platform + climate.grams(cell, nanos);
      grams.put(cell, faulty(cell, nanos, converter.convert(truth + shake, random)));
    }
    return new LoadReading(
        nanos,
        grams.getOrDefault(Cell.FRONT_LEFT, Double.NaN),
        grams.getOrDefault(Cell.FRONT_RIGHT, Double.NaN),
        grams.getOrDefault(Cell.REAR_LEFT, Double.NaN),
        grams.getOrDefault(Cell.REAR_RIGHT, Double.NaN));
  }

  private double faulty(Cell cell, long nanos, double grams) {
    Optional<Fault.Scale> fault = faults.at(nanos, each -> each.concerns(index(cell)));
    if (fault.isEmpty()) {
      last.put(cell, grams);
      return grams;
    }
    return switch (fault.get().readings()) {
      case UNPLUGGED -> Double.NaN;
      case FROZEN -> last.getOrDefault(cell, grams);
      case NOISY -> grams + LOOSE_CONTACT_GRAMS_RMS * random.nextGaussian();
    };
  }

  private static int index(Cell cell) {
    return switch (cell) {
      case FRONT_LEFT -> 0;
      case FRONT_RIGHT -> 1;
      case REAR_LEFT -> 2;
      case REAR_RIGHT -> 3;
    };
  }

  private double trueGrams(Cell cell, long nanos) {
    double sum = 0;
    for (Load load : loads) {
      sum += load.gramsAt(nanos) * load.spotAt(nanos).share(cell);
    }
    return sum;
  }

  @Override
  public List<LoadReading> drain() {
    return waiting.drain();
  }

  @Override
  public Connection connection() {
    return waiting.connection();
  }

  @Override
  public void close() {
    waiting.close();
  }
}
