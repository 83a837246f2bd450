package pannier.hal.recording;

import java.util.Arrays;

/** Rows of numbers with their times, oldest first, kept flat: a long recording has millions. */
final class Samples {
  private static final int FIRST_ROOM = 1024;

  private final int width;
  private long[] nanos = new long[FIRST_ROOM];
  private double[] values;
  private int size;

  Samples(int width) {
    this.width = width;
    this.values = new double[FIRST_ROOM * width];
  }

  void add(long atNanos, double[] row) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * size);
      values = Arrays.copyOf(values, 2 * size * width);
    }
    nanos[size] = atNanos;
    System.arraycopy(row, 0, values, size * width, width);
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  long nanos(int row) {
    return nanos[row];
  }

  long lastNanos() {
    return nanos[size - 1];
  }

  double value(int row, int column) {
    return values[row * width + column];
  }
}
