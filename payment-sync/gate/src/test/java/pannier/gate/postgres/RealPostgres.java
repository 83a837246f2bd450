package pannier.gate.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL server for tests: the real programs, from a jar of binaries on the class path, so
 * that a machine needs none of its own. One server for all tests of a run, an empty database for
 * each {@link PostgresUrl} that a test asks for. It refuses to run as root, and is then run as
 * nobody.
 */
public final class RealPostgres implements ParameterResolver {
  private static final String VERSION = "16.9.0";
  private static final String NOBODY = "65534";
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(RealPostgres.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PostgresUrl.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Server server =
        context
            .getRoot()
            .getStore(OURS)
            .getOrComputeIfAbsent("server", _ -> Server.start(), Server.class);
    return server.freshDatabase();
  }

  /** The running server. */
  static final class Server implements AutoCloseable {
    private final Process process;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private Server(Process process, int port) {
      this.process = process;
      this.port = port;
    }

    static Server start() {
      try {
        Path programs = unpacked();
        Path data = Files.createTempDirectory("pannier-postgres-data-");
        int port = freePort();
        own(data);
        run(programs, "initdb", "-D", data.toString(), "-A", "trust", "-U", "gate", "--no-sync");
        ProcessBuilder builder =
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
                    "fsync=off"));
        Process process = builder.start();
        awaitReady(process);
        return new Server(process, port);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("PostgreSQL does not start", e);
      }
    }

    PostgresUrl freshDatabase() {
      String name = "ledger_" + databases.incrementAndGet();
      try (Connection connection = PostgresDatabase.source(url("postgres")).getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
        return url(name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private PostgresUrl url(String database) {
      return new PostgresUrl(
          "jdbc:postgresql://127.0.0.1:%d/%s?user=gate".formatted(port, database));
    }

    @Override
    public void close() throws IOException {
      try {
        // SIGINT ends it at once and in order; SIGTERM would wait for its clients.
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      if (line.contains("ready to accept connections")) {
        Thread.ofVirtual().start(() -> drain(said));
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** In a folder that everybody may enter, kept for the next run. */
  private static Path unpacked() throws IOException, InterruptedException {
    String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    @Nullable InputStream archive =
        RealPostgres.class.getResourceAsStream("/postgres-linux-%s.txz".formatted(arch));
    assumeTrue(archive != null, "no PostgreSQL for this machine among the tests' jars");
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
