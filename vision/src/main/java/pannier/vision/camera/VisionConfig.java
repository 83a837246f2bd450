package pannier.vision.camera;

import pannier.vision.track.VisitTimes;

/**
 * How a camera is watched.
 *
 * @param longSideCells cells along the longer side of the small picture that motion is found in, 64
 *     to 640: more find smaller items and cost more
 * @param visit what ends a visit
 * @param togetherNanos alike items that cross no further apart than this share a sighting
 * @param outcropFraction margin around an item's box in a crop, as a fraction of its longer side
 */
public record VisionConfig(
    int longSideCells, VisitTimes visit, long togetherNanos, double outcropFraction) {
  public VisionConfig {
    if (longSideCells < 64 || longSideCells > 640) {
      throw new IllegalArgumentException(
          "longSideCells is %d, must be 64 to 640".formatted(longSideCells));
    }
    if (togetherNanos < 0) {
      throw new IllegalArgumentException(
          "togetherNanos is %d, must be 0 or more".formatted(togetherNanos));
    }
    if (!(outcropFraction >= 0 && outcropFraction <= 1)) {
      throw new IllegalArgumentException(
          "outcropFraction is %s, must be 0 to 1".formatted(outcropFraction));
    }
  }

  /** What suits hands and groceries, measured on footage at 15 to 60 frames a second. */
  public static VisionConfig standard() {
    return new VisionConfig(
        160, new VisitTimes(120_000_000, 4_000_000_000L, 30_000_000_000L), 700_000_000, 0.02);
  }
}
