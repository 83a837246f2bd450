package pannier.simulator.world;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** Gives every part of the world its own random numbers, so that one does not disturb another. */
public record Chance(long seed) {
  /** The numbers of the part that is called {@code name}. */
  public RandomGenerator of(String name) {
    CRC32 hash = new CRC32();
    hash.update(name.getBytes(StandardCharsets.UTF_8));
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ hash.getValue() << 17);
  }
}
