package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.ledger.LedgerPlace;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementState;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.postgres.PostgresServer;
import pannier.gate.postgres.Reach;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.shelf.Shelf;
import pannier.payment.cart.GateConnection.Response;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.outbox.Message;
import pannier.wire.ProblemCodec;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;

/**
 * Two gates in processes of their own on one PostgreSQL, and what they do without it. It takes some
 * ten seconds, as programs start.
 */
class GatesOnOneServerTest {
  private static final Message BILL = bill("t-1");
  private static final Message OFFLINE_BILL = bill("t-2");

  @TempDir Path folder = Path.of(".");
  private final List<GateProcess> gates = new ArrayList<>();
  private Path data;
  private PostgresServer server;

  private static Message bill(String trip) {
    return new Message(SettlementCodec.encode(Shop.signed(trip, 1)));
  }

  @BeforeEach
  void begin() throws Exception {
    assumeTrue(PostgresServer.isHere(), "no PostgreSQL for this machine among the tests' jars");
    data = Files.createTempDirectory("pannier-postgres-data-");
    server = PostgresServer.start(data, PostgresServer.freePort(), false);
    GateProcess.writeShop(folder);
    try (Doorkeeper keeper = keeper()) {
      keeper.carts().pair("cart-1", Shop.CART_1.publicKey(), "test");
    }
  }

  @AfterEach
  void end() {
    gates.forEach(GateProcess::close);
    server.close();
  }

  @Test
  void whatOneGateKnowsTheOtherKnowsAndNeitherNeedsTheServerToLetPeopleOut() throws Exception {
    GateProcess one = gate("one", 0);
    GateProcess two = gate("two", 0);

    Response receipt = accepted(one, BILL);
    assertEquals(receipt, accepted(two, BILL), "the same bill gets its receipt at either gate");

    server.close();
    Response promise = accepted(two, OFFLINE_BILL);
    assertTrue(isPromise(promise), "without the database the gate gives its own word");
    two.kill();
    GateProcess again = gate("two", two.port());
    assertEquals(promise, accepted(again, OFFLINE_BILL), "it keeps it, and starts without, too");

    server = PostgresServer.start(data, server.port(), false);
    Await.until("the promise to be kept", () -> settled() == 2);
    assertEquals(promise, accepted(one, OFFLINE_BILL), "now the other gate knows it as well");
    assertEquals(List.of("CAPTURED", "CAPTURED"), book());

    try (Doorkeeper keeper = keeper()) {
      keeper.carts().revoke("cart-1", "Ann");
    }
    for (GateProcess gate : List.of(one, again)) {
      Await.until("the cart to be barred", () -> isBarred(gate));
    }
  }

  private static boolean isPromise(Response response) throws IOException {
    Response.Accepted accepted = assertInstanceOf(Response.Accepted.class, response);
    return SettlementCodec.decodeReply(accepted.body().bytes()) instanceof Receipt receipt
        && receipt.notes().contains(Receipt.OFFLINE);
  }

  private boolean isBarred(GateProcess gate) throws Exception {
    try (CoapGateConnection cart = connect(gate)) {
      return cart.post("settle", BILL) instanceof Response.Refused refused
          && ProblemCodec.decode(refused.body().bytes()).kind() == ProblemKind.NOT_PAIRED;
    } catch (pannier.payment.cart.GateUnreachableException e) {
      return true; // no hands are shaken any more
    }
  }

  private long settled() throws IOException {
    try (LedgerReport report = place().report()) {
      return report.heads().stream().filter(row -> row.state() == SettlementState.SETTLED).count();
    } catch (IOException e) {
      return 0;
    }
  }

  private List<String> book() throws Exception {
    try (SandboxProvider provider = SandboxProvider.open(shelf())) {
      Await.until(
          "the captures",
          () -> provider.entries().stream().allMatch(it -> it.state().equals("CAPTURED")));
      return provider.entries().stream().map(SandboxProvider.Entry::state).toList();
    }
  }

  private Response accepted(GateProcess gate, Message message) throws Exception {
    try (CoapGateConnection cart = connect(gate)) {
      return assertInstanceOf(Response.Accepted.class, cart.post("settle", message));
    }
  }

  private CoapGateConnection connect(GateProcess gate) throws IOException {
    try (Doorkeeper keeper = Doorkeeper.open(folder.resolve("one"), InstantSource.system())) {
      return CoapGateConnection.open(
          TestGate.patientLink(gate.port(), Shop.CART_1, keeper.key().publicKey()));
    }
  }

  private Doorkeeper keeper() throws IOException {
    return Doorkeeper.open(folder.resolve("one"), shelf(), InstantSource.system());
  }

  private LedgerPlace place() {
    return new LedgerPlace.OnServer(server.url("postgres"));
  }

  private Shelf shelf() {
    return new Shelf.OnServer(server.url("postgres"), new Reach(System::nanoTime));
  }

  private GateProcess gate(String name, int port) throws IOException {
    GateProcess gate =
        GateProcess.start(
            folder,
            """
            {"port":%d,"host":"127.0.0.1","data":"%s","catalogue":"shop.csv","currency":"EUR",
             "database":"%s","offline_bill":"50.00","offline_total":"100.00"}
            """
                .formatted(port, name, server.url("postgres").text()));
    gates.add(gate);
    return gate;
  }
}
