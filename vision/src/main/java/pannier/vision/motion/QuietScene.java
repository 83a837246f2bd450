package pannier.vision.motion;

import java.util.Arrays;

/** What a camera sees while nothing moves: each cell's mean colour and how much it flickers. */
public final class QuietScene implements Levels {
  private final int widthCells;
  private final int heightCells;
  private final float[] mean;
  private final float[] flicker;

  /** A scene of which only one picture is known. */
  public QuietScene(SmallPicture first) {
    this.widthCells = first.widthCells();
    this.heightCells = first.heightCells();
    mean = new float[3 * first.cells()];
    flicker = new float[first.cells()];
    startAgain(first);
  }

  /** Forgets all but this picture, which is as large. */
  public final void startAgain(SmallPicture first) {
    for (int i = 0; i < mean.length; i++) {
      mean[i] = first.value(i);
    }
    Arrays.fill(flicker, 0);
  }

  public int widthCells() {
    return widthCells;
  }

  public int heightCells() {
    return heightCells;
  }

  public int cells() {
    return flicker.length;
  }

  /** Mean of channel {@code i % 3} of cell {@code i / 3}. */
  public float mean(int i) {
    return mean[i];
  }

  @Override
  public float level(int i) {
    return mean[i];
  }

  /** Mean absolute deviation of a cell, the largest of its channels. */
  public float flicker(int cell) {
    return flicker[cell];
  }

  /** Takes a picture of the quiet scene in, {@code weight} (0 to 1) being its share of the mean. */
  public void absorb(SmallPicture picture, float weight) {
    for (int cell = 0, i = 0; cell < flicker.length; cell++, i += 3) {
      float largest = 0;
      for (int c = 0; c < 3; c++) {
        float difference = picture.value(i + c) - mean[i + c];
        mean[i + c] += weight * difference;
        largest = Math.max(largest, Math.abs(difference));
      }
      flicker[cell] += weight * (largest - flicker[cell]);
    }
  }

  /** A copy that later changes of this one do not touch. */
  public QuietScene copy() {
    return new QuietScene(widthCells, heightCells, mean.clone(), flicker.clone());
  }

  private QuietScene(int widthCells, int heightCells, float[] mean, float[] flicker) {
    this.widthCells = widthCells;
    this.heightCells = heightCells;
    this.mean = mean;
    this.flicker = flicker;
  }
}
