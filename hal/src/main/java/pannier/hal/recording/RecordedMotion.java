package pannier.hal.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import pannier.hal.BadRecordingException;
import pannier.hal.Connection;
import pannier.hal.MotionReading;
import pannier.hal.MotionSensor;
import pannier.hal.Recording;

/**
 * The cart's motion as a CSV file recorded it: {@code t_ms,tilt_deg,acceleration_mps2},
 * milliseconds, degrees and metres a second squared, at any rate. {@code tilt}, {@code
 * tilt_degrees}, {@code acceleration}, {@code acceleration_m_s2}, {@code acceleration_ms2} and
 * {@code accel_mps2} are understood too.
 */
public final class RecordedMotion implements MotionSensor, Recording {
  /** A hundred times gravity: beyond what a cart's accelerometer can tell. */
  private static final double LARGEST_MPS2 = 1000;

  private static final List<CsvColumn> COLUMNS =
      List.of(
          new CsvColumn(List.of("tilt_deg", "tilt", "tilt_degrees"), -90, 90, false),
          new CsvColumn(
              List.of(
                  "acceleration_mps2",
                  "acceleration",
                  "acceleration_m_s2",
                  "acceleration_ms2",
                  "accel_mps2"),
              -LARGEST_MPS2,
              LARGEST_MPS2,
              false));

  private final Playback playback;

  private RecordedMotion(Playback playback) {
    this.playback = playback;
  }

  /**
   * Reads and checks the whole file.
   *
   * @param cartNanos the cart's clock, on which the file's zero is zero
   * @throws BadRecordingException with the file, line, column and value that is wrong
   */
  public static RecordedMotion open(Path csv, LongSupplier cartNanos) throws BadRecordingException {
    return new RecordedMotion(new Playback(CsvFile.read(csv, COLUMNS), cartNanos));
  }

  @Override
  public List<MotionReading> drain() {
    return playback.drain(this::reading);
  }

  private MotionReading reading(int row) {
    Samples all = playback.samples();
    return new MotionReading(
        all.nanos(row), Math.abs(all.value(row, 0)), Math.abs(all.value(row, 1)));
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
