package pannier.simulator.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A main class in a JVM like this one, read line by line. Its standard error is this process's own.
 * Closing it ends it, first politely; so does the end of this process.
 */
public final class ChildProcess implements AutoCloseable {
  private static final List<String> BRIEF =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx512m",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.awt.headless=true");

  private static final Duration POLITE = Duration.ofSeconds(5);

  private final Process process;
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private final Thread end;

  private ChildProcess(Process process) {
    this.process = process;
    this.end = Thread.ofPlatform().unstarted(process::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    // A pipe is read by a call that holds its carrier: two of those are all that two cores have.
    Thread.ofPlatform().daemon().name("lines").start(this::read);
  }

  /** With this JVM's own options. */
  public static ChildProcess start(Class<?> main, List<String> arguments) throws IOException {
    return start(ManagementFactory.getRuntimeMXBean().getInputArguments(), main, arguments);
  }

  /** With options for one that does not live long: a quick start matters more than speed. */
  public static ChildProcess startBriefly(Class<?> main, List<String> arguments)
      throws IOException {
    return start(BRIEF, main, arguments);
  }

  private static ChildProcess start(List<String> options, Class<?> main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new ChildProcess(builder.start());
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(Optional.of(line));
      }
    } catch (IOException e) {
      // The pipe broke: the child has ended, which the empty line below says.
    }
    lines.add(Optional.empty());
  }

  /** Its next line, as soon as it is there; empty once it has ended its output, or was silent. */
  public Optional<String> nextLine(Duration patience) throws InterruptedException {
    Optional<String> line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    return line == null ? Optional.empty() : line;
  }

  /** Its exit status, or empty if it does not end in time. */
  public Optional<Integer> status(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
        ? Optional.of(process.exitValue())
        : Optional.empty();
  }

  /** What the system knows of it. */
  public ProcessHandle.Info info() {
    return process.info();
  }

  /** SIGKILL, now. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Writes a line to its standard input; one that has ended hears nothing. */
  public void say(String line) {
    try {
      process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    } catch (IOException e) {
      // it has ended
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(POLITE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // This process is ending already; the hook has nothing left to end.
    }
  }
}
