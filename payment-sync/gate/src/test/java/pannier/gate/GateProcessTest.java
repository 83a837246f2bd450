package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

  @TempDir Path folder = Path.of(".");
  private final List<GateProcess> processes = new ArrayList<>();

  @BeforeEach
  void files() throws IOException {
    GateProcess.writeShop(folder);
    try (Doorkeeper keeper = Doorkeeper.open(folder.resolve("data"), InstantSource.system())) {
      keeper.carts().pair("cart-1", Shop.CART_1.publicKey(), "test");
    }
  }

  @AfterEach
  void end() {
    processes.forEach(GateProcess::close);
  }

  @Test
  void killedGateComesBackWithTheSameReceipt() throws Exception {
    GateProcess first = start(0);
    int port = first.port();
    GateConnection.Response receipt = settle(port);
    first.kill();

    GateProcess second = start(port);
    assertEquals(port, second.port());
    assertEquals(receipt, settle(port));
    assertTrue(second.end(), "it ends when it is told to");

    try (LedgerReport report = LedgerReport.open(folder.resolve("data/ledger.db"))) {
      assertEquals(1, report.settlements().size());
      assertEquals(SettlementState.SETTLED, report.settlements().getFirst().state());
    }
  }

  private GateConnection.Response settle(int port) throws Exception {
    PeerKey gate = OwnKey.open(folder.resolve("data/gate-key")).publicKey();
    try (CoapGateConnection cart =
        CoapGateConnection.open(TestGate.patientLink(port, Shop.CART_1, gate))) {
      GateConnection.Response response = cart.post("settle", BYTES);
      return assertInstanceOf(GateConnection.Response.Accepted.class, response);
    }
  }

  private GateProcess start(int port) throws IOException {
    GateProcess gate =
        GateProcess.start(
            folder,
            """
            {"port":%d,"host":"127.0.0.1","data":"data","catalogue":"shop.csv","currency":"EUR"}
            """
                .formatted(port));
    processes.add(gate);
    return gate;
  }
}
