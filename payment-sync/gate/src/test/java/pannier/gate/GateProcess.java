package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gate in a process of its own, and how it ends. */
final class GateProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("\\{\"event\":\"ready\",\"port\":(\\d+)}");

  private final Process process;
  private final int port;

  private GateProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Writes the goods of {@link Shop} as {@code shop.csv}. */
  static void writeShop(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("shop.csv"),
        """
        product,name,unit,price,currency,mass_g,mass_sd_g
        milk,Fresh milk,piece,1.19,EUR,500,5
        eggs,Fresh eggs,piece,2.50,EUR,500,5
        bananas,Fresh bananas,kg,1.30,EUR,500,5
        """);
  }

  /** Starts one with a configuration; returns when it is ready. */
  static GateProcess start(Path folder, String config) throws IOException {
    Path file = Files.createTempFile(folder, "gate", ".json");
    Files.writeString(file, config);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GateMain.class.getName(),
                "--config",
                file.toString(),
                "--json")
            .redirectError(
                Boolean.getBoolean("pannier.loud")
                    ? ProcessBuilder.Redirect.INHERIT
                    : ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = String.valueOf(out.readLine());
    Matcher ready = READY.matcher(line);
    assertTrue(ready.matches(), line);
    return new GateProcess(process, Integer.parseInt(ready.group(1)));
  }

  int port() {
    return port;
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; true if it ends in time. */
  boolean end() throws InterruptedException {
    process.destroy();
    return process.waitFor(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
