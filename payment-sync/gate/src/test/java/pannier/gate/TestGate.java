package pannier.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pannier.gate.coap.CartKeys;
import pannier.gate.fleet.Fleet;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.provider.ProvidersByKind;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.ShopPrices;
import pannier.gate.till.Till;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.coap.GateLink;
import pannier.payment.cart.coap.PreSharedKey;
import pannier.payment.cart.outbox.Outbox;
import pannier.pricing.checkout.StoreRules;
import pannier.wire.Receipt;

/** A gate on loopback with two carts' keys, on files that outlive it. */
final class TestGate implements AutoCloseable {
  static final byte[] KEY_1 = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  static final byte[] KEY_2 = "fedcba9876543210".getBytes(StandardCharsets.UTF_8);

  private final Path folder;
  private final Gate gate;
  private final Till till;

  private TestGate(Path folder, Gate gate, Till till) {
    this.folder = folder;
    this.till = till;
    this.gate = gate;
  }

  static TestGate start(Path folder) throws IOException {
    return start(folder, 0);
  }

  /** Starts where an earlier one was. */
  static TestGate start(Path folder, int port) throws IOException {
    StoreRules rules = StoreRules.pricesOf(Shop.CATALOGUE);
    return start(folder, port, ShopPrices.unpublished(rules));
  }

  static TestGate start(Path folder, int port, ShopPrices prices) throws IOException {
    Till till = Till.open(folder.resolve("till.db"), InstantSource.system());
    GateParts parts =
        new GateParts(
            SqliteLedger.open(folder.resolve("ledger.db")),
            new ProvidersByKind(List.of(till, SandboxProvider.open(folder.resolve("sandbox.db")))),
            (key, receiptId) -> {},
            Shop.CATALOGUE,
            InstantSource.system(),
            prices);
    CartKeys keys = new CartKeys(Map.of("cart-1", KEY_1, "cart-2", KEY_2));
    return new TestGate(folder, Gate.start(parts, loopback(port), keys), till);
  }

  int port() {
    return gate.port();
  }

  Till till() {
    return till;
  }

  Fleet fleet() {
    return gate.fleet();
  }

  GateLink link(String cart, byte[] key) {
    return link(port(), cart, key);
  }

  /** A link with a short patience, as nothing is far away here. */
  static GateLink link(int port, String cart, byte[] key) {
    return new GateLink(
        loopback(port),
        cart,
        new PreSharedKey(key),
        Duration.ofMillis(1500),
        Duration.ofMillis(150));
  }

  CoapGateConnection connect() throws IOException {
    return CoapGateConnection.open(link("cart-1", KEY_1));
  }

  SettlementClient client(String outbox) throws IOException {
    return client(link("cart-1", KEY_1), outbox);
  }

  SettlementClient client(GateLink link, String outbox) throws IOException {
    return new SettlementClient(
        Outbox.open(folder.resolve(outbox)),
        CoapGateConnection.open(link),
        new RetryPolicy(Duration.ofMillis(20), Duration.ofMillis(200)),
        new Random(1),
        System::nanoTime);
  }

  List<SettlementRow> settlements() throws IOException {
    try (LedgerReport report = LedgerReport.open(folder.resolve("ledger.db"))) {
      return report.settlements();
    }
  }

  /** The receipt of a trip. */
  Receipt receipt(String trip) throws IOException {
    try (LedgerReport report = LedgerReport.open(folder.resolve("ledger.db"))) {
      String id =
          settlements().stream()
              .filter(row -> row.intent().key().tripId().equals(trip))
              .flatMap(row -> row.receiptId().stream())
              .findFirst()
              .orElseThrow();
      return report.findReceipt(id).orElseThrow();
    }
  }

  /** The provider's book, whatever the ledger says. */
  List<SandboxProvider.Entry> book() throws IOException {
    try (SandboxProvider provider = SandboxProvider.open(folder.resolve("sandbox.db"))) {
      return provider.entries();
    }
  }

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Override
  public void close() {
    gate.close();
  }
}
