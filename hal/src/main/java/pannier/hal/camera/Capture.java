package pannier.hal.camera;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pannier.hal.Connection;

/**
 * Reads a live source step by step: opens it, publishes what it gives, notices when it falls silent
 * or fails, and opens it again. Steps are made by one thread; {@link #connection} may be read by
 * any.
 */
final class Capture implements AutoCloseable {
  /** A camera at 5 frames a second, the slowest of use, gives five in this time. */
  private static final Duration SILENCE = Duration.ofSeconds(1);

  /** A silent camera is closed and opened anew after this time. */
  private static final Duration LONG_SILENCE = Duration.ofSeconds(5);

  /** What is not installed now will not be before the program starts again. */
  private static final Duration NEVER = Duration.ofDays(365);

  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

  /**
   * Against 33 ms between frames it is little, and 500 wake-ups a second cost no measurable time.
   */
  private static final Duration BEFORE_NEXT_READ = Duration.ofMillis(2);

  private final Source source;
  private final CaptureClock clock;
  private final LatestPicture latest;
  private @Nullable Pictures pictures;
  private long heardNanos;
  private volatile Connection connection = new Connection.Absent("not opened yet");

  /** What opens the source. */
  @FunctionalInterface
  interface Source {
    Pictures open() throws IOException;
  }

  Capture(Source source, CaptureClock clock, LatestPicture latest) {
    this.source = source;
    this.clock = clock;
    this.latest = latest;
  }

  Connection connection() {
    return connection;
  }

  /** Makes one step. Returns how long to wait before the next one. */
  Duration step() {
    Pictures open = pictures;
    return open == null ? connect() : read(open);
  }

  private Duration connect() {
    try {
      pictures = source.open();
      heardNanos = clock.nowNanos();
      connection = new Connection.Connected();
      return Duration.ZERO;
    } catch (MissingLibraryException notInstalled) {
      lose(String.valueOf(notInstalled.getMessage()));
      return NEVER;
    } catch (IOException absent) {
      return lose(String.valueOf(absent.getMessage()));
    }
  }

  private Duration read(Pictures open) {
    try {
      return switch (open.next()) {
        case GOT_ONE -> publish(open);
        case NOTHING_YET -> listen();
        case END -> lose("it gives no more pictures");
      };
    } catch (DamagedPictureException skipped) {
      return listen();
    } catch (FfmpegException failed) {
      return lose(failed.text());
    }
  }

  private Duration publish(Pictures open) throws FfmpegException {
    latest.publish(open, clock.capturedNanos(open.stampNanos()));
    heardNanos = clock.nowNanos();
    connection = new Connection.Connected();
    return Duration.ZERO;
  }

  private Duration listen() {
    Duration silent = Duration.ofNanos(clock.nowNanos() - heardNanos);
    if (silent.compareTo(LONG_SILENCE) > 0) {
      return lose("no picture for " + LONG_SILENCE.toSeconds() + " s");
    }
    if (silent.compareTo(SILENCE) > 0) {
      connection = new Connection.Absent("no picture for " + SILENCE.toSeconds() + " s");
    }
    return BEFORE_NEXT_READ;
  }

  private Duration lose(String reason) {
    close();
    connection = new Connection.Absent(reason);
    return BEFORE_NEXT_TRY;
  }

  /** Closes the source. The next step would open it again. */
  @Override
  public void close() {
    Pictures open = pictures;
    pictures = null;
    if (open != null) {
      open.close();
    }
  }
}
