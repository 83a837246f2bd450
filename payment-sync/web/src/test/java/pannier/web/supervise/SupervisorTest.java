package pannier.web.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupervisorTest {
  private static final String RECEIVER =
      """
      import socket, sys
      s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
      s.bind(sys.argv[1])
      print("bound", flush=True)
      while True:
          print(s.recv(100).decode(), flush=True)
      """;

  private final AtomicLong clock = new AtomicLong();

  @Test
  void theManagerHearsReadinessAndASignOfLifeAtAThirdOfItsPatience(@TempDir Path folder)
      throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python3 to listen with");
    Path socket = folder.resolve("notify");
    Process receiver =
        new ProcessBuilder("/usr/bin/python3", "-c", RECEIVER, socket.toString()).start();
    try (BufferedReader heard = receiver.inputReader()) {
      assertEquals("bound", heard.readLine());
      Supervisor supervisor =
          Supervisor.of(
              Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "3000000"), clock::get);
      supervisor.alive();
      supervisor.ready();
      assertEquals("READY=1", heard.readLine());
      clock.set(999_999_999);
      supervisor.alive();
      clock.set(1_000_000_000);
      supervisor.alive();
      assertEquals("WATCHDOG=1", heard.readLine());
    } finally {
      receiver.destroy();
    }
  }

  @Test
  void withoutAManagerNothingHappens() {
    Supervisor supervisor = Supervisor.of(Map.of(), clock::get);
    supervisor.ready();
    clock.set(Long.MAX_VALUE / 2);
    supervisor.alive();
    assertTrue(clock.get() > 0);
  }

  @Test
  void aManagerThatDoesNotListenDoesNoHarm(@TempDir Path folder) {
    Map<String, String> environment =
        Map.of("NOTIFY_SOCKET", folder.resolve("nobody").toString(), "WATCHDOG_USEC", "nonsense");
    Supervisor supervisor = Supervisor.of(environment, clock::get);
    supervisor.ready();
    supervisor.alive();
    assertTrue(Files.notExists(folder.resolve("nobody")));
  }
}
