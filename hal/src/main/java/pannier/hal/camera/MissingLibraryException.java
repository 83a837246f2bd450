package pannier.hal.camera;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FFmpeg cannot be loaded on this machine. The message is one line that says what to install. */
public final class MissingLibraryException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final Pattern MISSING = Pattern.compile("(lib[\\w.+-]+\\.so[.\\d]*): cannot open");

  /** Debian's names of the packages that libavdevice needs; all are named at once. */
  private static final String FOR_DEVICES = "libxcb1 libxcb-shm0 libasound2 libpulse0";

  private static final Map<String, String> DEBIAN_PACKAGES =
      Map.of(
          "libasound.so.2", FOR_DEVICES,
          "libpulse.so.0", FOR_DEVICES,
          "libxcb.so.1", FOR_DEVICES,
          "libxcb-shm.so.0", FOR_DEVICES,
          "libstdc++.so.6", "libstdc++6",
          "libgcc_s.so.1", "libgcc-s1");

  MissingLibraryException(Throwable cause) {
    super(describe(cause), cause);
  }

  private static String describe(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      Matcher missing = MISSING.matcher(String.valueOf(at.getMessage()));
      if (missing.find()) {
        return describeMissing(missing.group(1));
      }
    }
    return "FFmpeg cannot be loaded: "
        + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  private static String describeMissing(String library) {
    String debianPackage = DEBIAN_PACKAGES.get(library);
    return debianPackage == null
        ? "FFmpeg cannot be loaded: install the package that holds " + library
        : "FFmpeg cannot be loaded without %s: apt-get install %s"
            .formatted(library, debianPackage);
  }
}
