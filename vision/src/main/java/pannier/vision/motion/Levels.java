package pannier.vision.motion;

/** Colours by cell: level {@code i} is channel {@code i % 3} of cell {@code i / 3}, 0 to 255. */
public interface Levels {
  /** One level. */
  float level(int i);
}
