package pannier.vision.natives;

import java.util.Locale;

/** The machine's name as the jars with native libraries spell it. */
public final class Platform {
  private Platform() {}

  /** For example {@code linux-x86_64} or {@code linux-arm64}. */
  public static String current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static String of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system =
        os.startsWith("mac") ? "macosx" : os.startsWith("windows") ? "windows" : "linux";
    String machine =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> osArch;
        };
    return system + "-" + machine;
  }
}
