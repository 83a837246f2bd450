package pannier.simulator.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cart's program, started as a process of its own. Linux only. */
final class CartProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("screen is on port (\\d+)");
  private static final int OK = 200;
  private static final double TICKS_PER_SECOND = 100;

  /** A training run writes its cache when it has ended by itself. */
  private static final int POLITE_SECONDS = 120;

  private final Process process;
  private final double readySeconds;

  private CartProcess(Process process, double readySeconds) {
    this.process = process;
    this.readySeconds = readySeconds;
  }

  /**
   * Starts it on one core and waits until it says that it is free and its screen answers.
   *
   * @param program the command up to the arguments of the cart
   */
  static CartProcess start(List<String> program, CartHome home) throws Exception {
    List<String> command = new ArrayList<>(List.of("taskset", "-c", "0"));
    command.addAll(program);
    command.addAll(List.of("--config", home.config().toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    long startNanos = System.nanoTime();
    Process process = builder.start();
    try {
      int port = awaitFree(process);
      awaitScreen(port);
      return new CartProcess(process, (System.nanoTime() - startNanos) / 1e9);
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static int awaitFree(Process process) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    int port = 0;
    List<String> said = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      Matcher matcher = PORT.matcher(line);
      port = matcher.find() ? Integer.parseInt(matcher.group(1)) : port;
      if (line.contains("not paired")) {
        break; // it waits for staff
      }
      if (line.contains("this cart is free")) {
        Thread.ofVirtual().start(() -> drain(lines));
        return port;
      }
    }
    throw new BenchException("the cart did not start: " + String.join(" / ", said), null);
  }

  private static void drain(BufferedReader lines) {
    try {
      lines.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // The program has ended; nobody needs what it would have said.
    }
  }

  private static void awaitScreen(int port) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cart")).build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != OK) {
        throw new BenchException("the shopper's screen answers " + status, null);
      }
    }
  }

  /** From the start of the process. */
  double readySeconds() {
    return readySeconds;
  }

  /** The most that was resident so far. */
  double peakMib() throws IOException {
    return status("VmHWM") / 1024;
  }

  /** What is resident now. */
  double residentMib() throws IOException {
    return status("VmRSS") / 1024;
  }

  private double status(String key) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith(key + ":")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new BenchException("no " + key + " of process " + process.pid(), null);
  }

  /** Processor time used so far, by all its threads. */
  double cpuSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_PER_SECOND;
  }

  @Override
  public void close() {
    try (Writer typed = process.outputWriter(StandardCharsets.UTF_8)) {
      typed.write("off\n");
    } catch (IOException e) {
      process.destroy();
    }
    try {
      if (!process.waitFor(POLITE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
