package pannier.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import pannier.gate.coap.CartKeys;
import pannier.gate.console.Desks;
import pannier.gate.fleet.Fleet;
import pannier.gate.fleet.Heard;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.provider.ProvidersByKind;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.ShopPrices;
import pannier.gate.till.Till;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.coap.GateLink;
import pannier.payment.cart.outbox.Outbox;
import pannier.pricing.checkout.StoreRules;
import pannier.wire.Receipt;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/** A gate on loopback with two paired carts, on files that outlive it. */
final class TestGate implements AutoCloseable {
  private final Path folder;
  private final Gate gate;
  private final Desks desks;

  private TestGate(Path folder, Gate gate, Desks desks) {
    this.folder = folder;
    this.desks = desks;
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
    return start(folder, port, prices, CartKeys.NONE);
  }

  /** With peers that may look, by pre-shared keys. */
  static TestGate start(Path folder, int port, ShopPrices prices, CartKeys readers)
      throws IOException {
    return start(folder, port, prices, readers, parts -> parts);
  }

  /** With something changed about its parts. */
  static TestGate start(Path folder, UnaryOperator<GateParts> changed) throws IOException {
    ShopPrices prices = ShopPrices.unpublished(StoreRules.pricesOf(Shop.CATALOGUE));
    return start(folder, 0, prices, CartKeys.NONE, changed);
  }

  private static TestGate start(
      Path folder, int port, ShopPrices prices, CartKeys readers, UnaryOperator<GateParts> changed)
      throws IOException {
    Files.createDirectories(folder);
    Till till = Till.open(folder.resolve("till.db"), InstantSource.system());
    GateParts parts =
        changed.apply(
            new GateParts(
                SqliteLedger.open(folder.resolve("ledger.db")),
                new ProvidersByKind(
                    List.of(till, SandboxProvider.open(folder.resolve("sandbox.db")))),
                (key, receiptId) -> {},
                Shop.CATALOGUE,
                InstantSource.system(),
                prices));
    Doorkeeper keeper = Doorkeeper.open(folder, InstantSource.system());
    keeper.carts().pair("cart-1", Shop.CART_1.publicKey(), "test");
    keeper.carts().pair("cart-2", Shop.CART_2.publicKey(), "test");
    Desks desks = Desks.open(parts, till, folder.resolve("proofs.db"));
    Gate.Extras extras =
        new Gate.Extras(
            fleet -> Heard.NOBODY,
            Optional.of(desks.disputes()),
            Optional.of(desks.checkpoints()),
            Optional.of(desks.masses()),
            Gate.Folders.NONE);
    Gate gate = Gate.start(parts, loopback(port), keeper, readers, extras);
    return new TestGate(folder, gate, desks);
  }

  int port() {
    return gate.port();
  }

  Desks desks() {
    return desks;
  }

  Till till() {
    return desks.till();
  }

  Fleet fleet() {
    return gate.fleet();
  }

  Gate running() {
    return gate;
  }

  Doorkeeper keeper() {
    return gate.keeper();
  }

  PeerKey key() {
    return keeper().key().publicKey();
  }

  GateLink link(OwnKey own) {
    return link(port(), own, key());
  }

  /** A link with a short patience, as nothing is far away here. */
  static GateLink link(int port, OwnKey own, PeerKey gate) {
    return new GateLink(loopback(port), own, gate, Duration.ofMillis(1500), Duration.ofMillis(150));
  }

  /** A link to a program that may have just started on a busy machine. */
  static GateLink patientLink(int port, OwnKey own, PeerKey gate) {
    return new GateLink(loopback(port), own, gate, Duration.ofSeconds(20), Duration.ofSeconds(1));
  }

  CoapGateConnection connect() throws IOException {
    return CoapGateConnection.open(link(Shop.CART_1));
  }

  SettlementClient client(String outbox) throws IOException {
    return client(link(Shop.CART_1), outbox);
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
    desks.close();
  }
}
