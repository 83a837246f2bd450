package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementState;
import pannier.gate.pairing.Doorkeeper;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.outbox.Message;
import pannier.wire.SettlementCodec;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/** A gate in a process of its own. */
class GateProcessTest {
  private static final Message BYTES = new Message(SettlementCodec.encode(Shop.signed("t", 1)));
  private static final Pattern READY = Pattern.compile("\\{\"event\":\"ready\",\"port\":(\\d+)}");

  @TempDir Path folder = Path.of(".");
  private final List<Process> processes = new ArrayList<>();

  @BeforeEach
  void files() throws IOException {
    Files.writeString(
        folder.resolve("shop.csv"),
        """
        product,name,unit,price,currency,mass_g,mass_sd_g
        milk,Fresh milk,piece,1.19,EUR,500,5
        eggs,Fresh eggs,piece,2.50,EUR,500,5
        bananas,Fresh bananas,kg,1.30,EUR,500,5
        """);
    try (Doorkeeper keeper = Doorkeeper.open(folder.resolve("data"), InstantSource.system())) {
      keeper.carts().pair("cart-1", Shop.CART_1.publicKey(), "test");
    }
  }

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void killedGateComesBackWithTheSameReceipt() throws Exception {
    Process first = start(0);
    int port = port(first);
    GateConnection.Response receipt = settle(port);
    first.destroyForcibly().waitFor();

    Process second = start(port);
    assertEquals(port, port(second));
    assertEquals(receipt, settle(port));
    second.destroy();
    assertTrue(second.waitFor(20, TimeUnit.SECONDS), "it ends when it is told to");

    try (LedgerReport report = LedgerReport.open(folder.resolve("data/ledger.db"))) {
      assertEquals(1, report.settlements().size());
      assertEquals(SettlementState.SETTLED, report.settlements().getFirst().state());
    }
  }

  private GateConnection.Response settle(int port) throws Exception {
    PeerKey gate = OwnKey.open(folder.resolve("data/gate-key")).publicKey();
    try (CoapGateConnection cart =
        CoapGateConnection.open(TestGate.link(port, Shop.CART_1, gate))) {
      GateConnection.Response response = cart.post("settle", BYTES);
      return assertInstanceOf(GateConnection.Response.Accepted.class, response);
    }
  }

  private Process start(int port) throws IOException {
    String config =
        """
        {"port":%d,"host":"127.0.0.1","data":"data","catalogue":"shop.csv","currency":"EUR"}
        """
            .formatted(port);
    Path file = Files.writeString(folder.resolve("gate.json"), config);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                GateMain.class.getName(),
                "--config",
                file.toString(),
                "--json")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    processes.add(process);
    return process;
  }

  /** The port, from the one line that it prints. */
  private static int port(Process gate) throws IOException {
    BufferedReader out = gate.inputReader(StandardCharsets.UTF_8);
    String line = String.valueOf(out.readLine());
    Matcher ready = READY.matcher(line);
    assertTrue(ready.matches(), line);
    return Integer.parseInt(ready.group(1));
  }
}
