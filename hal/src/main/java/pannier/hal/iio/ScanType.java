package pannier.hal.iio;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pannier.hal.polled.DeviceException;

/**
 * How a channel lies in a buffer, as the kernel describes it: {@code be:u24/32>>0} is big-endian,
 * unsigned, 24 bits in 32, shifted right by none (Linux Documentation/ABI/testing/sysfs-bus-iio,
 * {@code in_voltageY_type}).
 */
record ScanType(boolean bigEndian, boolean signed, int bits, int storageBits, int shift) {
  private static final Pattern FORM =
      Pattern.compile("(be|le):([su])(\\d{1,2})/(8|16|32|64)>>(\\d{1,2})");

  static ScanType of(String text) throws DeviceException {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new DeviceException("a scan type of '%s'".formatted(text.strip()));
    }
    return new ScanType(
        form.group(1).equals("be"),
        form.group(2).equals("s"),
        Integer.parseInt(form.group(3)),
        Integer.parseInt(form.group(4)),
        Integer.parseInt(form.group(5)));
  }

  int storageBytes() {
    return storageBits / 8;
  }

  /** The channel's value in a scan, at its place. */
  long value(byte[] scan, int at) {
    long raw = 0;
    int bytes = storageBytes();
    for (int i = 0; i < bytes; i++) {
      int from = bigEndian ? at + i : at + bytes - 1 - i;
      raw = (raw << 8) | (scan[from] & 0xFF);
    }
    long shifted = raw >>> shift;
    int unused = 64 - bits;
    return signed ? shifted << unused >> unused : shifted << unused >>> unused;
  }
}
