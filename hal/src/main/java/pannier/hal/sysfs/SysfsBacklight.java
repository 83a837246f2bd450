package pannier.hal.sysfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pannier.hal.Backlight;
import pannier.hal.Connection;

/**
 * A backlight of the kernel, such as {@code /sys/class/backlight/10-0045} (Linux
 * Documentation/ABI/stable/sysfs-class-backlight). It is tried at each change, so that a screen
 * that comes back shines again.
 */
public final class SysfsBacklight implements Backlight {
  private final Path folder;
  private String lost = "";
  private boolean closed;

  public SysfsBacklight(Path folder) {
    this.folder = folder;
    shine(1);
  }

  @Override
  public void shine(double fraction) {
    Backlight.requireFraction(fraction);
    if (closed) {
      return;
    }
    try {
      int most = Integer.parseInt(Files.readString(folder.resolve("max_brightness")).strip());
      String level = Long.toString(Math.round(most * fraction));
      Files.writeString(folder.resolve("brightness"), level);
      lost = "";
    } catch (IOException | NumberFormatException e) {
      lost = "no backlight at " + folder;
    }
  }

  @Override
  public Connection connection() {
    if (closed) {
      return new Connection.Absent("is switched off");
    }
    return lost.isEmpty() ? new Connection.Connected() : new Connection.Absent(lost);
  }

  @Override
  public void close() {
    closed = true;
  }
}
