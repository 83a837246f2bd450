package pannier.gate.settlement;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pannier.domain.catalogue.Catalogue;
import pannier.gate.Shop;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.provider.SandboxProvider;
import pannier.pricing.checkout.StoreRules;
import pannier.wire.Problem;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementReply;
import pannier.wire.SettlementRequest;
import pannier.wire.VoidRequest;

/**
 * A gate's settlements on files, without its network. Opened again on the same folder it goes on.
 */
final class Desk implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  final Ledger ledger;
  final SandboxProvider provider;
  final List<String> openings = new ArrayList<>();
  final GateParts parts;

  Desk(Path folder) throws IOException {
    this(folder, Shop.CATALOGUE);
  }

  Desk(Path folder, Catalogue catalogue) throws IOException {
    this(folder, catalogue, ShopPrices.unpublished(StoreRules.pricesOf(catalogue)));
  }

  Desk(Path folder, Catalogue catalogue, StoreRules rules) throws IOException {
    this(folder, catalogue, ShopPrices.unpublished(rules));
  }

  Desk(Path folder, Catalogue catalogue, ShopPrices prices) throws IOException {
    ledger = SqliteLedger.open(folder.resolve("ledger.db"));
    provider = SandboxProvider.open(folder.resolve("sandbox.db"));
    Barrier barrier = (key, receiptId) -> openings.add(receiptId);
    parts = new GateParts(ledger, provider, barrier, catalogue, () -> NOON, prices);
  }

  Answer settle(SettlementRequest request) {
    return new Settlements(parts).settle("cart-1", SettlementCodec.encode(request));
  }

  /** Settles until the gate dies at one of {@code points}, if it does. */
  void settleThrough(CrashPoints points, SettlementRequest request) {
    try {
      byte[] bytes = SettlementCodec.encode(request);
      new Settlements(points.around(parts)).settle("cart-1", bytes);
    } catch (Crash e) {
      // whoever comes next finds what is left
    }
  }

  Answer withdraw(String trip, int attempt) {
    VoidRequest request = new VoidRequest(new SettlementKey(trip, attempt));
    return new Settlements(parts).withdraw("cart-1", SettlementCodec.encode(request));
  }

  long count(SettlementState state) throws IOException {
    return ledger.listTrip("t").stream().filter(row -> row.state() == state).count();
  }

  SettlementRow row(int attempt) throws IOException {
    return ledger.find(new SettlementKey("t", attempt)).orElseThrow();
  }

  /** The book's rows that took money or hold it. */
  List<SandboxProvider.Entry> charges() throws IOException {
    return provider.entries().stream()
        .filter(it -> it.state().equals("AUTHORISED") || it.state().equals("CAPTURED"))
        .toList();
  }

  static EncodedReply replied(Answer answer) {
    return assertInstanceOf(Answer.Replied.class, answer).reply();
  }

  static SettlementReply reply(Answer answer) throws IOException {
    return SettlementCodec.decodeReply(replied(answer).bytes());
  }

  static Receipt receipt(Answer answer) throws IOException {
    return assertInstanceOf(Receipt.class, reply(answer));
  }

  static Problem problem(Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer).problem();
  }

  @Override
  public void close() {
    provider.close();
    ledger.close();
  }
}
