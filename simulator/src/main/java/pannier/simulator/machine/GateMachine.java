package pannier.simulator.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.pairing.BillKeys;
import pannier.gate.pairing.CartBook;
import pannier.gate.pairing.LoginDesk;
import pannier.gate.pairing.SignedBills;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.Answer;
import pannier.gate.settlement.Captures;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.OfflineDesk;
import pannier.gate.settlement.OfflineLimits;
import pannier.gate.settlement.Settlements;
import pannier.gate.settlement.ShopPrices;
import pannier.payment.cart.GateUnreachableException;
import pannier.pricing.checkout.StoreRules;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.Fault.Machine;
import pannier.wire.LoginCode;
import pannier.wire.LoginRequest;
import pannier.wire.PairingCodec;

/**
 * A gate's computer: the real settlements on the shop's real ledger. What the power takes is only
 * what was not written yet.
 */
public final class GateMachine implements AutoCloseable {
  /** Simulated time begins then at the gate. */
  private static final Instant OPENING = Instant.parse("2026-03-02T08:00:00Z");

  private static final long RETRY_NANOS = 1_000_000_000L;

  /** What it lets out on its own word. */
  private static final OfflineLimits LIMITS = new OfflineLimits(5_000, 50_000);

  private final Store store;
  private final String disk;
  private final Troubles troubles;
  private final RandomGenerator phones;
  private @Nullable Running running;
  private long nowNanos;
  private boolean capturesDue;

  private record Running(
      GateParts bare, GateParts parts, Settlements settlements, CartBook book, LoginDesk logins) {
    SignedBills bills(BillKeys keys) {
      return new SignedBills(settlements, keys);
    }
  }

  /**
   * @param machine {@link Machine#GATE} or {@link Machine#GATE2}
   * @param faults of all machines; its own are picked out
   * @param phones makes the codes that phones get
   */
  public GateMachine(
      Store store, Machine machine, List<Fault.OfSystem> faults, RandomGenerator phones) {
    this.phones = phones;
    this.store = store;
    this.disk = "disk-of-" + machine.name().toLowerCase(Locale.ROOT);
    this.troubles = new Troubles(machine, faults);
  }

  /** Lets time pass: power may go or come back, and what is authorised is taken. */
  public void advanceTo(long nanos) throws IOException {
    nowNanos = nanos;
    try {
      troubles.advanceTo(nanos);
      if (!troubles.off() && running == null) {
        running = start();
      }
      if (running != null && capturesDue) {
        Captures.takeAll(running.parts);
        capturesDue = false;
      }
    } catch (PowerLoss e) {
      stop();
    } catch (IOException e) {
      stop();
      troubles.endedFor(RETRY_NANOS);
    }
  }

  /** As {@code ./pannier gate} begins: what the last run left undecided is decided first. */
  private Running start() throws IOException {
    Ledger ledger = SqliteLedger.open(store.ledgerFile());
    SandboxProvider provider = SandboxProvider.open(store.providerFile());
    GateParts bare =
        new GateParts(
            ledger,
            provider,
            (key, receiptId) -> store.openings().add(receiptId),
            store.catalogue(),
            () -> OPENING.plusNanos(nowNanos + troubles.clockNanos()),
            ShopPrices.unpublished(StoreRules.pricesOf(store.catalogue())),
            Optional.of(offline()));
    GateParts parts = new Boundaries(troubles).around(bare);
    Settlements settlements = new Settlements(parts);
    CartBook book = CartBook.open(store.cartsFile());
    LoginDesk logins = new LoginDesk(book, parts.clock(), phones);
    Running started = new Running(bare, parts, settlements, book, logins);
    running = started;
    capturesDue = true;
    settlements.recover();
    return started;
  }

  private OfflineDesk offline() throws IOException {
    return OfflineDesk.open(Files.createDirectories(store.folder().resolve(disk)), LIMITS);
  }

  /**
   * A message arrives.
   *
   * @param resource {@code settle}, {@code void} or {@code login}
   * @throws GateUnreachableException if the gate has no power, or loses it before it has answered
   */
  Answer post(String cartId, String resource, byte[] message) throws GateUnreachableException {
    Running now =
        Optional.ofNullable(running)
            .orElseThrow(() -> new GateUnreachableException("the gate does not answer"));
    capturesDue = true;
    try {
      return switch (resource) {
        case "void" -> now.settlements.withdraw(cartId, message);
        case "login" -> now.logins.login(cartId, message);
        default -> now.bills(store.keys()).settle(cartId, message);
      };
    } catch (PowerLoss e) {
      stop();
      throw new GateUnreachableException("the gate went silent");
    }
  }

  /**
   * A phone asks the gate's page for a code.
   *
   * @param forCart the only cart that may take it
   */
  public LoginCode phone(Optional<String> forCart) throws IOException {
    if (running == null) {
      throw new IOException("the gate is off: no phone gets a code");
    }
    return running.logins.show(forCart, "").code();
  }

  /** Another cart is shown a code. */
  public void takenBy(String cartId, LoginCode code) throws IOException {
    post(cartId, "login", PairingCodec.encode(new LoginRequest(code.text())));
  }

  private void stop() {
    if (running != null) {
      running.book.close();
      running.bare.close();
      running = null;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
