package pannier.app.devices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How strongly the cart hears its access point, as Linux tells it in {@code /proc/net/wireless}. It
 * is read every ten seconds and rounded to 5 dB, which it wavers by anyway. Used by one thread.
 */
public final class Radio {
  /** Of the kernel, where there is a wireless interface. */
  public static final Path KERNEL = Path.of("/proc/net/wireless");

  private static final long READ_NANOS = 10_000_000_000L;
  private static final int STEP_DB = 5;
  private static final int WEAKEST_DBM = -120;

  /** An interface's line: its name, its status, the link's quality, then its level in dBm. */
  private static final Pattern LEVEL =
      Pattern.compile("(?m)^\\s*\\S+:\\s+\\S+\\s+\\S+\\s+(-\\d{1,3})\\.?\\s");

  private final Path file;
  private final LongSupplier nanos;
  private OptionalInt signalDbm = OptionalInt.empty();
  private long readNanos;
  private boolean read;

  /**
   * @param nanos the time, such as {@code System::nanoTime}
   */
  public Radio(Path file, LongSupplier nanos) {
    this.file = file;
    this.nanos = nanos;
  }

  /** The level in dBm, -120 to 0, a multiple of 5; empty on a cable, or where nothing tells it. */
  public OptionalInt signalDbm() {
    long now = nanos.getAsLong();
    if (!read || now - readNanos >= READ_NANOS) {
      read = true;
      readNanos = now;
      signalDbm = read();
    }
    return signalDbm;
  }

  private OptionalInt read() {
    try {
      Matcher level = LEVEL.matcher(Files.readString(file));
      return level.find()
          ? OptionalInt.of(
              Math.max(
                  WEAKEST_DBM,
                  (int) (STEP_DB * Math.rint(Integer.parseInt(level.group(1)) / (double) STEP_DB))))
          : OptionalInt.empty();
    } catch (IOException e) {
      // A cart on a cable has no such file.
      return OptionalInt.empty();
    }
  }
}
