package pannier.simulator.load.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.tinylog.configuration.Configuration;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * The echo as a process of its own, until it is told to end. Arguments: a file of samples, one of
 * carts ({@code id key} a line), one for its log, one of its own key, one for its HTTPS. It prints
 * its ports: of CoAP and of HTTPS.
 */
public final class EchoMain {
  private EchoMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("level", "warn");
    Samples samples = Samples.read(Path.of(arguments[0]));
    DurableLog log = DurableLog.open(Path.of(arguments[2]));
    SignedInsert signed = new SignedInsert(samples.key(), log);
    EchoServer server =
        EchoServer.start(
            new EchoServer.Hands(OwnKey.open(Path.of(arguments[3])), carts(Path.of(arguments[1]))),
            samples,
            signed);
    Path key = Path.of(arguments[4]);
    if (!Files.exists(key)) {
      ServerKey.make(key);
    }
    HttpsEcho https = HttpsEcho.start(key, samples, signed);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      server.close();
                      https.close();
                      log.close();
                      ended.countDown();
                    }));
    System.out.println(server.port() + " " + https.port());
    ended.await();
  }

  private static List<PeerKey> carts(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .map(line -> new PeerKey(line.substring(line.indexOf(' ') + 1)))
        .toList();
  }
}
