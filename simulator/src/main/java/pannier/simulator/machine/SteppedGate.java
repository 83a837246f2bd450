package pannier.simulator.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pannier.app.bill.BillPrices;
import pannier.app.gate.GateSettlements;
import pannier.app.loop.Settlements;
import pannier.domain.basket.Bill;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.Input;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.SteppedCourier;
import pannier.payment.cart.outbox.Outbox;
import pannier.payment.cart.status.StoreNews;
import pannier.simulator.fault.BadLink;
import pannier.simulator.fault.Fault.Machine;
import pannier.simulator.world.Chance;
import pannier.wire.Receipt;
import pannier.wire.TenderOffer;
import pannier.wire.key.OwnKey;

/**
 * One cart's way to a gate of its own on stepped time: the real outbox, settlement client,
 * settlements, ledger and sandbox provider, with files in a folder that is deleted at the end. Only
 * the network between them is simulated, and it may be a bad one. One thread.
 */
public final class SteppedGate implements Settlements {
  private static final String CART = "cart-1";
  private static final TenderOffer CARD = new TenderOffer("card", "sandbox-ok");

  private final Path folder;
  private final Store store;
  private final GateMachine gate;
  private final CartLink link;
  private final SteppedCourier courier;
  private final GateSettlements settlements;
  private final Optional<BadLink> badLink;
  private int submitted;
  private long nowNanos;

  /**
   * @param catalogue of both ends
   * @param badLink draws a fault of the link for each bill that is sent; empty: the link is sound
   * @throws IOException if its files cannot be written
   */
  public SteppedGate(Catalogue catalogue, Optional<BadLink> badLink, Chance chance)
      throws IOException {
    this.badLink = badLink;
    this.folder = Files.createTempDirectory("pannier-gate-");
    OwnKey key = OwnKey.make();
    this.store =
        new Store(
            folder, catalogue, cart -> cart.equals(CART) ? List.of(key.publicKey()) : List.of());
    this.gate = new GateMachine(store, Machine.GATE, List.of(), chance.of("phones"));
    gate.advanceTo(0);
    this.link = new CartLink(CART, List.of(gate), List.of(), chance.of("link"));
    this.courier =
        new SteppedCourier(
            Outbox.open(folder.resolve("outbox.db")),
            link.openFor(new Troubles(Machine.CART, List.of())),
            RetryPolicy.atTheGate(),
            chance.of("retries"),
            () -> nowNanos);
    this.settlements =
        new GateSettlements(
            courier,
            new BillPrices(CART, catalogue),
            CARD,
            key,
            new StoreNews(InstantSource.system()));
  }

  /** Lets time pass: messages are tried again, and what was delayed arrives. */
  public void advanceTo(long nanos) throws IOException {
    nowNanos = nanos;
    gate.advanceTo(nanos);
    link.advanceTo(nanos);
    try {
      courier.advance();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void submit(Bill bill) {
    submitted++;
    badLink.ifPresent(bad -> link.add(bad.from(nowNanos)));
    settlements.submit(bill);
  }

  @Override
  public void cancel(String tripId, int attempt) {
    settlements.cancel(tripId, attempt);
  }

  @Override
  public void logIn(String code) {
    settlements.logIn(code);
  }

  @Override
  public List<Input> drain() {
    return settlements.drain();
  }

  /**
   * What its books say, counted from ledger, provider and barrier and not from what it told the
   * cart.
   *
   * @param submitted bills that the cart sent
   * @param settled attempts in the ledger that were paid
   * @param settledMinor what these come to
   * @param chargedMinor what the provider holds or has taken
   * @param opened how often the barrier opened
   * @param receiptMinor what the cart's receipt says; empty: it has none
   */
  public record Books(
      int submitted,
      int settled,
      long settledMinor,
      long chargedMinor,
      int opened,
      Optional<Long> receiptMinor) {
    static Books of(Store store, int submitted, Optional<Long> receiptMinor) throws IOException {
      List<SettlementRow> paid =
          store.settlements().stream()
              .filter(row -> row.state() == SettlementState.SETTLED)
              .toList();
      return new Books(
          submitted,
          paid.size(),
          paid.stream().mapToLong(row -> row.intent().totalMinor()).sum(),
          store.chargedMinor(),
          store.openings().size(),
          receiptMinor);
    }

    /** Paid at most once, what the receipt says, and let out as often. */
    public boolean agree() {
      return settled <= 1
          && chargedMinor == settledMinor
          && opened == settled
          && receiptMinor.map(minor -> settled == 1 && minor == settledMinor).orElse(true);
    }
  }

  /** The books as they are by now. */
  public Books books() throws IOException {
    return Books.of(store, submitted, settlements.receipt().map(Receipt::totalMinor));
  }

  @Override
  public void close() {
    settlements.close();
    gate.close();
    delete(folder);
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
