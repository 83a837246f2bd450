package pannier.simulator.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The cart's program as its package starts it: from unsigned jars, with and without the JDK's
 * ahead-of-time cache. Only the runtime is this JDK and not a trimmed one.
 */
record CartProgram(Path jars, String classPath, Path cache) {
  /** Of the simulator's class path, what the cart does not need. */
  private static final List<String> OTHERS =
      List.of("stripe", "pdfbox", "fontbox", "javacv", "gson");

  /** Writes jars by the packages' own tool. */
  static CartProgram packed(Path folder) throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("pannier.root", "."));
    Path jars = Files.createDirectories(folder.resolve("jars"));
    String needed =
        Arrays.stream(
                Files.readString(root.resolve("simulator/target/runtime.classpath"))
                    .strip()
                    .split(File.pathSeparator, -1))
            .filter(each -> OTHERS.stream().noneMatch(each::contains))
            .collect(Collectors.joining(File.pathSeparator));
    Process tool =
        new ProcessBuilder(
                java(),
                root.resolve("cart-app/package/Jars.java").toString(),
                jars.toString(),
                System.getProperty("os.arch").equals("aarch64") ? "linux-arm64" : "linux-x86_64",
                "bench",
                needed)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String names = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (tool.waitFor() != 0) {
      throw new BenchException("the cart's jars could not be written", null);
    }
    String path =
        names
            .lines()
            .map(name -> jars.resolve(name).toString())
            .collect(Collectors.joining(File.pathSeparator));
    return new CartProgram(jars, path, folder.resolve("cart.aot"));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  List<String> plain() {
    return command("-XX:AOTMode=off");
  }

  /** A start that leaves the cache behind when it ends. */
  List<String> training() {
    return command("-XX:AOTCacheOutput=" + cache);
  }

  List<String> cached() {
    return command("-XX:AOTCache=" + cache);
  }

  private List<String> command(String option) {
    List<String> command = new ArrayList<>(List.of(java(), option, "-XX:+UseSerialGC", "-Xmx384m"));
    command.add("-XX:CompileThresholdScaling=4");
    command.addAll(
        List.of(
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-cp",
            classPath,
            "pannier.app.live.CartMain"));
    return command;
  }
}
