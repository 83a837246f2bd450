package pannier.gate.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL server of one's own, from a jar of its programs, so that a machine needs none of its
 * own. It refuses to run as root, and is then run as nobody. It can be ended and started again on
 * the same data and port.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String VERSION = "16.9.0";
  private static final String NOBODY = "65534";

  private final Process process;
  private final int port;

  private PostgresServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param data an empty folder for a new one, or what an earlier one left
   * @param durable whether what is committed outlives a power cut
   */
  public static PostgresServer start(Path data, int port, boolean durable)
      throws IOException, InterruptedException {
    Path programs = unpacked();
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      own(data);
      run(programs, "initdb", "-D", data.toString(), "-A", "trust", "-U", "gate", "--no-sync");
    }
    Process process =
        command(
                programs,
                "postgres",
                List.of(
                    "-D",
                    data.toString(),
                    "-p",
                    Integer.toString(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "max_connections=200",
                    "-c",
                    durable ? "fsync=on" : "fsync=off"))
            .start();
    awaitReady(process);
    return new PostgresServer(process, port);
  }

  /** Of one of its databases. */
  public PostgresUrl url(String database) {
    return new PostgresUrl("jdbc:postgresql://127.0.0.1:%d/%s?user=gate".formatted(port, database));
  }

  public int port() {
    return port;
  }

  /** Ends it at once and in order. */
  @Override
  public void close() {
    try {
      // SIGINT ends it at once and in order; SIGTERM would wait for its clients.
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      if (line.contains("ready to accept connections")) {
        Thread.ofPlatform().daemon().start(() -> drain(said)); // it would hold a carrier
        return;
      }
    }
    throw new IOException(String.join("\n", lines));
  }

  private static void drain(BufferedReader said) {
    try {
      while (said.readLine() != null) {
        // nobody reads on
      }
    } catch (IOException e) {
      // it has ended
    }
  }

  /** One that nobody listens on now. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String archive() {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    return "/postgres-linux-%s.txz".formatted(arm ? "arm_64" : "x86_64");
  }

  /** Whether there is one for this machine. */
  public static boolean isHere() {
    return PostgresServer.class.getResource(archive()) != null;
  }

  /** In a folder that everybody may enter, kept for the next run. */
  private static Path unpacked() throws IOException, InterruptedException {
    @Nullable InputStream archive = PostgresServer.class.getResourceAsStream(archive());
    if (archive == null) {
      throw new IOException("no PostgreSQL for this machine among the tests' jars");
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Path home = temporary.resolve("pannier-postgres-%s-%s".formatted(VERSION, userName()));
    if (Files.isDirectory(home)) {
      return home.resolve("bin");
    }
    Path draft = Files.createTempDirectory(temporary, "pannier-postgres-");
    Process tar =
        new ProcessBuilder("tar", "-x", "--no-same-owner", "-C", draft.toString())
            .redirectErrorStream(true)
            .start();
    try (XZInputStream programs = new XZInputStream(archive);
        OutputStream in = tar.getOutputStream()) {
      programs.transferTo(in);
    }
    if (tar.waitFor() != 0) {
      throw new IOException("tar failed");
    }
    draft.toFile().setExecutable(true, false);
    draft.toFile().setReadable(true, false);
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // another run was quicker
    }
    return home.resolve("bin");
  }

  private static String userName() {
    return System.getProperty("user.name");
  }

  private static void own(Path data) throws IOException {
    if (userName().equals("root")) {
      Files.setOwner(
          data,
          data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    }
  }

  private static void run(Path programs, String program, String... arguments)
      throws IOException, InterruptedException {
    Process process = command(programs, program, List.of(arguments)).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static ProcessBuilder command(Path programs, String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (userName().equals("root")) {
      command.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
