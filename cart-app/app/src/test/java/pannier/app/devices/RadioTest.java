package pannier.app.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RadioTest {
  /** As the kernel prints it (net/wireless/wext-proc.c). */
  private static final String HEAD =
      """
      Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
       face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
      """;

  @TempDir private Path folder;

  @Test
  void levelIsThatOfTheKernelRoundedToFiveAndReadEveryTenSeconds() throws IOException {
    Path file = folder.resolve("wireless");
    Files.writeString(
        file,
        HEAD + " wlan0: 0000   58.  -52.  -256        0      0      0      0     12        0\n");
    AtomicLong nanos = new AtomicLong();
    Radio radio = new Radio(file, nanos::get);

    assertEquals(OptionalInt.of(-50), radio.signalDbm());

    Files.writeString(
        file,
        HEAD + " wlan0: 0000   31.  -79.  -256        0      0      0      0     12        0\n");
    assertEquals(OptionalInt.of(-50), radio.signalDbm());
    nanos.set(10_000_000_000L);
    assertEquals(OptionalInt.of(-80), radio.signalDbm());
  }

  @Test
  void cartOnACableHasNoSignal() throws IOException {
    Path file = Files.writeString(folder.resolve("wireless"), HEAD);
    assertEquals(OptionalInt.empty(), new Radio(file, () -> 0).signalDbm());
    assertEquals(OptionalInt.empty(), new Radio(folder.resolve("none"), () -> 0).signalDbm());
  }
}
