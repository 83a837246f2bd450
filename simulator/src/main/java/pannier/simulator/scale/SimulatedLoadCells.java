package pannier.simulator.scale;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import pannier.hal.Connection;
import pannier.hal.LoadCells;
import pannier.hal.LoadReading;
import pannier.simulator.device.WaitingReadings;
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

  private final Converter converter;
  private final RandomGenerator random;
  private final List<Load> loads = new ArrayList<>();
  private final WaitingReadings<LoadReading> waiting = new WaitingReadings<>();
  private long nextNanos;

  /**
   * @param random noise; equal seeds give equal readings
   */
  public SimulatedLoadCells(Converter converter, RandomGenerator random) {
    this.converter = converter;
    this.random = random;
  }

  /** Something presses, now or in the future. */
  public void add(Load load) {
    loads.add(load);
  }

  /**
   * Converts up to an instant, inclusive. Time does not go back: an earlier instant does nothing.
   */
  public void advanceTo(long nanos) {
    while (!waiting.closed() && nextNanos <= nanos) {
      waiting.add(measure(nextNanos));
      nextNanos += converter.periodNanos();
    }
  }

  private LoadReading measure(long nanos) {
    double shake = SHAKE_GRAMS_RMS * random.nextGaussian();
    Map<Cell, Double> grams = new EnumMap<>(Cell.class);
    for (Cell cell : Cell.values()) {
      grams.put(cell, converter.convert(trueGrams(cell, nanos) + shake, random));
    }
    return new LoadReading(
        nanos,
        grams.getOrDefault(Cell.FRONT_LEFT, Double.NaN),
        grams.getOrDefault(Cell.FRONT_RIGHT, Double.NaN),
        grams.getOrDefault(Cell.REAR_LEFT, Double.NaN),
        grams.getOrDefault(Cell.REAR_RIGHT, Double.NaN));
  }

  private double trueGrams(Cell cell, long nanos) {
    double sum = 0;
    for (Load load : loads) {
      sum += load.gramsAt(nanos) * load.spot().share(cell);
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
