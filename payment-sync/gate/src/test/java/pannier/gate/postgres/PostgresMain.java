package pannier.gate.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code ./pannier postgres [PORT]}: a PostgreSQL server for trials, empty, on this machine alone;
 * it tells its URL and is gone with all its data when it is ended.
 */
public final class PostgresMain {
  private static final int BAD_INPUT = 2;

  private PostgresMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int port = arguments.length == 0 ? PostgresServer.freePort() : port(arguments[0]);
    if (port < 0 || arguments.length > 1) {
      System.err.println(
          "pannier postgres: found %s; expected a port, or nothing"
              .formatted(String.join(" ", arguments)));
      System.exit(BAD_INPUT);
    }
    Path data = Files.createTempDirectory("pannier-postgres-data-");
    PostgresServer server = PostgresServer.start(data, port, true);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      server.close();
                      delete(data);
                    }));
    System.out.println(server.url("postgres").text());
    Thread.currentThread().join();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      return port > 0 && port < 65_536 ? port : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println("pannier postgres: " + e.getMessage());
    }
  }
}
