package pannier.vision.embed;

/**
 * A run of an embedding that comes from one head of the network.
 *
 * @param offset its first value
 * @param length how many values, 1 or more
 * @param weight its share of a cosine between two embeddings, above 0; all blocks' sum is 1
 */
public record Block(int offset, int length, double weight) {
  public Block {
    if (offset < 0 || length < 1 || !(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "block of %d values at %d with weight %s".formatted(length, offset, weight));
    }
  }

  /** Brings the block's values to length sqrt(weight); all zeros stay zeros. */
  public void normalise(float[] values) {
    double squares = 0;
    for (int i = offset; i < offset + length; i++) {
      squares += (double) values[i] * values[i];
    }
    if (squares > 0) {
      double factor = Math.sqrt(weight / squares);
      for (int i = offset; i < offset + length; i++) {
        values[i] = (float) (values[i] * factor);
      }
    }
  }
}
