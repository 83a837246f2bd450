package pannier.simulator.scale;

import java.util.random.RandomGenerator;

/**
 * What one cell and its analogue-to-digital converter add to the truth.
 *
 * @param noiseGramsRms white noise of one conversion
 * @param quantumGrams one count
 * @param samplesPerSecond nominal rate
 * @param gainError of the calibration, as a fraction; ±0.0002 is one check with a 2 kg weight of
 *     class M1
 */
public record Converter(
    double noiseGramsRms, double quantumGrams, double samplesPerSecond, double gainError) {
  /**
   * HX711 on a 10 kg bridge: 90 nV rms at 80 samples a second (its data sheet's noise at gain 128),
   * and 2^24 counts over 40 mV, where 8.6 mV are 10 kg (2 mV/V at 4.3 V).
   */
  public static final Converter HX711_10_KG = new Converter(0.10, 0.0028, 80, 0);

  /** The same chip on a 20 kg bridge, four of which carry a basket of 50 kg. */
  public static final Converter HX711_20_KG = new Converter(0.20, 0.0056, 80, 0);

  /** The same chip on a 50 kg bridge. */
  public static final Converter HX711_50_KG = new Converter(0.5, 0.014, 80, 0);

  public Converter {
    if (!(noiseGramsRms >= 0) || !(quantumGrams > 0) || !(samplesPerSecond > 0)) {
      throw new IllegalArgumentException(
          "converter %s %s %s".formatted(noiseGramsRms, quantumGrams, samplesPerSecond));
    }
  }

  /** One conversion of a true load. */
  double convert(double grams, RandomGenerator random) {
    double analogue = grams * (1 + gainError) + noiseGramsRms * random.nextGaussian();
    return Math.rint(analogue / quantumGrams) * quantumGrams;
  }

  /** Time from one conversion to the next. */
  long periodNanos() {
    return Math.round(1e9 / samplesPerSecond);
  }
}
