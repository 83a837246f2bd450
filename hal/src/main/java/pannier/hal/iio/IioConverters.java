package pannier.hal.iio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import pannier.hal.Connection;
import pannier.hal.CountReading;
import pannier.hal.LoadConverters;
import pannier.hal.polled.Corners;
import pannier.hal.polled.DeviceException;
import pannier.hal.polled.Polled;
import pannier.hal.polled.Reports;

/**
 * Four converters that the kernel reads, one a corner. Each read waits for a conversion, so that
 * each converter is {@link #converters polled} by a thread of its own.
 */
public final class IioConverters implements LoadConverters {
  private static final long RETRY_NANOS = 250_000_000L;
  private static final long SILENT_NANOS = 800_000_000L;
  private static final int CORNERS = 4;

  private final Corners corners = new Corners();
  private final Reports<CountReading> reports;
  private final List<Converter> converters = new ArrayList<>();
  private final LongSupplier cartNanos;

  private IioConverters(List<? extends Conversions> four, LongSupplier cartNanos) {
    if (four.size() != CORNERS) {
      throw new IllegalArgumentException(four.size() + " converters; four, one a corner");
    }
    this.cartNanos = cartNanos;
    this.reports = new Reports<>(cartNanos, SILENT_NANOS);
    for (Conversions one : four) {
      converters.add(new Converter(converters.size(), one));
    }
  }

  /**
   * Each read starts a conversion.
   *
   * @param devices folders in sysfs: front left, front right, rear left, rear right
   */
  public static IioConverters raw(List<Path> devices, LongSupplier cartNanos) {
    return new IioConverters(devices.stream().map(RawFile::new).toList(), cartNanos);
  }

  /**
   * The kernel starts conversions.
   *
   * @param devices folders in sysfs: front left, front right, rear left, rear right
   * @param nodes the folder of their character devices, {@code /dev}
   * @param triggers the name of the kernel's trigger for each; it lets two hang on one
   */
  public static IioConverters buffered(
      List<Path> devices, Path nodes, List<String> triggers, LongSupplier cartNanos) {
    List<TriggeredBuffer> buffers = new ArrayList<>();
    for (Path device : devices) {
      Path node = nodes.resolve(device.getFileName().toString());
      buffers.add(new TriggeredBuffer(device, node, triggers.get(buffers.size())));
    }
    return new IioConverters(buffers, cartNanos);
  }

  /** One a corner, each to be polled by its own thread. */
  public List<Polled> converters() {
    return List.copyOf(converters);
  }

  private final class Converter implements Polled {
    private final int corner;
    private final Conversions conversions;
    private volatile String lost = "has not answered yet";

    Converter(int corner, Conversions conversions) {
      this.corner = corner;
      this.conversions = conversions;
    }

    @Override
    public long poll(long nowNanos) throws DeviceException {
      if (reports.closed()) {
        conversions.close();
        return Long.MAX_VALUE;
      }
      double counts = conversions.next();
      lost = "";
      corners.converted(corner, counts, cartNanos.getAsLong()).ifPresent(reports::add);
      return nowNanos;
    }

    @Override
    public long lost(DeviceException why, long nowNanos) {
      conversions.close();
      lost = String.valueOf(why.getMessage());
      corners.lost(corner);
      if (converters.stream().noneMatch(each -> each.lost.isEmpty())) {
        reports.lost("no load cell answers: " + lost);
      }
      return nowNanos + RETRY_NANOS;
    }
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
