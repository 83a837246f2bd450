package pannier.app.scale;

import java.util.ArrayList;
import java.util.List;
import pannier.hal.Connection;
import pannier.hal.CountReading;
import pannier.hal.LoadConverters;

/**
 * Converters with two readers, each of whom gets every reading: the cart's loop, and whoever
 * calibrates meanwhile..
 */
public final class SharedConverters implements LoadConverters {
  /** Nobody calibrates any more: readings are not kept for long. */
  private static final int MOST = 400;

  private final LoadConverters converters;
  private final List<CountReading> first = new ArrayList<>();
  private final List<CountReading> second = new ArrayList<>();

  /** Takes them over and closes them. */
  public SharedConverters(LoadConverters converters) {
    this.converters = converters;
  }

  private void read() {
    for (CountReading reading : converters.drain()) {
      add(first, reading);
      add(second, reading);
    }
  }

  private static void add(List<CountReading> to, CountReading reading) {
    to.add(reading);
    if (to.size() > MOST) {
      to.removeFirst();
    }
  }

  @Override
  public synchronized List<CountReading> drain() {
    read();
    return taken(first);
  }

  private static List<CountReading> taken(List<CountReading> from) {
    List<CountReading> taken = List.copyOf(from);
    from.clear();
    return taken;
  }

  /** For whoever calibrates; closing it closes nothing. */
  public LoadConverters beside() {
    return new LoadConverters() {
      @Override
      public List<CountReading> drain() {
        synchronized (SharedConverters.this) {
          read();
          return taken(second);
        }
      }

      @Override
      public Connection connection() {
        return converters.connection();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Connection connection() {
    return converters.connection();
  }

  @Override
  public void close() {
    converters.close();
  }
}
