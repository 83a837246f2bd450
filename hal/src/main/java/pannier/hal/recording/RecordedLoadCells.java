package pannier.hal.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import pannier.hal.BadRecordingException;
import pannier.hal.Connection;
import pannier.hal.LoadCells;
import pannier.hal.LoadReading;
import pannier.hal.Recording;

/**
 * The load cells as a CSV file recorded them: {@code
 * t_ms,front_left_g,front_right_g,rear_left_g,rear_right_g}, milliseconds and grams. An empty value
 * is a cell that did not answer, and is read as NaN.
 */
public final class RecordedLoadCells implements LoadCells, Recording {
  /** A tonne on one cell: no cart's cell reads that, whatever stands on it. */
  private static final double LARGEST_GRAMS = 1e6;

  private static final List<CsvColumn> COLUMNS =
      List.of(
          grams("front_left_g"),
          grams("front_right_g"),
          grams("rear_left_g"),
          grams("rear_right_g"));

  private final Playback playback;

  private RecordedLoadCells(Playback playback) {
    this.playback = playback;
  }

  /**
   * Reads and checks the whole file.
   *
   * @param cartNanos the cart's clock, on which the file's zero is zero
   * @throws BadRecordingException with the file, line, column and value that is wrong
   */
  public static RecordedLoadCells open(Path csv, LongSupplier cartNanos)
      throws BadRecordingException {
    return new RecordedLoadCells(new Playback(CsvFile.read(csv, COLUMNS), cartNanos));
  }

  private static CsvColumn grams(String name) {
    return new CsvColumn(List.of(name), -LARGEST_GRAMS, LARGEST_GRAMS, true);
  }

  @Override
  public List<LoadReading> drain() {
    return playback.drain(this::reading);
  }

  private LoadReading reading(int row) {
    Samples all = playback.samples();
    return new LoadReading(
        all.nanos(row), all.value(row, 0), all.value(row, 1), all.value(row, 2), all.value(row, 3));
  }

  @Override
  public Connection connection() {
    return playback.connection();
  }

  @Override
  public long endNanos() {
    return playback.samples().lastNanos();
  }

  @Override
  public boolean finished() {
    return playback.finished();
  }

  /** Does nothing: the file was checked whole when it was opened. */
  @Override
  public void requireIntact() {}

  @Override
  public void close() {
    playback.close();
  }
}
