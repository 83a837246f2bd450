package pannier.hal.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pins' levels as the kernel reads them from the processor. */
final class Pins {
  /** Such as {@code gpio-529 (GPIO17 |pin-17) out hi}. */
  private static final Pattern LINE = Pattern.compile("\\(GPIO(\\d+)\\s.*\\b(hi|lo)\\b");

  private Pins() {}

  /** One bit a pin. */
  static long levels() throws IOException {
    long levels = 0;
    for (String line : Files.readAllLines(Path.of("/sys/kernel/debug/gpio"))) {
      Matcher pin = LINE.matcher(line);
      if (pin.find() && pin.group(2).equals("hi")) {
        levels |= 1L << Integer.parseInt(pin.group(1));
      }
    }
    return levels;
  }

  static boolean high(int pin) throws IOException {
    return (levels() >> pin & 1) == 1;
  }
}
