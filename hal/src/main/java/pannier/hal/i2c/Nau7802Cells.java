package pannier.hal.i2c;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import pannier.hal.Connection;
import pannier.hal.CountReading;
import pannier.hal.LoadConverters;
import pannier.hal.polled.Corners;
import pannier.hal.polled.DeviceException;
import pannier.hal.polled.Polled;
import pannier.hal.polled.Reports;

/**
 * Four NAU7802 converters, one a corner, on channels of a {@link Tca9548a}. A converter that does
 * not answer leaves NaN at its corner and is tried again four times a second; with none left the
 * device is absent.
 */
public final class Nau7802Cells implements LoadConverters, Polled {
  /** Conversions come each 12.5 ms, on the chips' own clocks. */
  private static final long PERIOD_NANOS = 4_000_000L;

  private static final long RETRY_NANOS = 250_000_000L;
  private static final long SILENT_NANOS = 800_000_000L;
  private static final List<String> NAMES =
      List.of("front left", "front right", "rear left", "rear right");

  private final LongSupplier cartNanos;
  private final List<Corner> corners = new ArrayList<>();
  private final Corners joined = new Corners();
  private final Reports<CountReading> reports;

  private static final class Corner {
    final Nau7802 chip;
    long tryNanos = Long.MIN_VALUE;
    String lost = "";

    Corner(Nau7802 chip) {
      this.chip = chip;
    }
  }

  /**
   * @param channels four channels of the switch: front left, front right, rear left, rear right
   */
  public Nau7802Cells(Tca9548a multiplexer, List<Integer> channels, LongSupplier cartNanos) {
    if (channels.size() != NAMES.size()) {
      throw new IllegalArgumentException(channels + "; four channels, one a corner");
    }
    for (int channel : channels) {
      corners.add(new Corner(new Nau7802(multiplexer.channel(channel))));
    }
    this.cartNanos = cartNanos;
    this.reports = new Reports<>(cartNanos, SILENT_NANOS);
  }

  @Override
  public long poll(long nowNanos) throws DeviceException {
    if (reports.closed()) {
      return Long.MAX_VALUE;
    }
    for (int i = 0; i < corners.size(); i++) {
      long now = cartNanos.getAsLong();
      if (corners.get(i).tryNanos <= now) {
        step(i, corners.get(i), now);
      }
    }
    if (corners.stream().noneMatch(corner -> corner.lost.isEmpty())) {
      throw new DeviceException("no load cell answers: " + corners.getFirst().lost);
    }
    return nowNanos + PERIOD_NANOS;
  }

  private void step(int index, Corner corner, long nowNanos) {
    try {
      OptionalInt counts = corner.chip.step(nowNanos);
      corner.lost = "";
      if (counts.isPresent()) {
        joined.converted(index, counts.getAsInt(), nowNanos).ifPresent(reports::add);
      }
    } catch (DeviceException why) {
      corner.chip.lost();
      corner.lost = NAMES.get(index) + ": " + why.getMessage();
      corner.tryNanos = cartNanos.getAsLong() + RETRY_NANOS;
      joined.lost(index);
    }
  }

  @Override
  public long lost(DeviceException why, long nowNanos) {
    reports.lost(String.valueOf(why.getMessage()));
    return nowNanos + RETRY_NANOS;
  }

  @Override
  public List<CountReading> drain() {
    return reports.drain();
  }

  @Override
  public Connection connection() {
    return reports.connection();
  }

  @Override
  public void close() {
    reports.close();
  }
}
