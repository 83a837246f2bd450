package pannier.simulator.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.Catalogue;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.gate.provider.PaymentProvider;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.settlement.Answer;
import pannier.gate.settlement.Captures;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.Settlements;
import pannier.payment.cart.GateUnreachableException;

/** A gate whose power goes and comes; the provider lives elsewhere and stays. */
final class TorturedGate implements AutoCloseable {
  private static final Instant OPENING = Instant.parse("2026-03-02T08:00:00Z");

  private final Path ledgerFile;
  private final PaymentProvider provider;
  private final Catalogue catalogue;
  private final List<String> openings;
  private final Misfortune misfortune;
  private @Nullable Running running;
  private long nowNanos;

  private record Running(Ledger ledger, GateParts parts, Settlements settlements) {}

  /**
   * @param provider shared by all gates, and closed by its owner
   * @param openings grows by a line for each opening
   */
  TorturedGate(
      Path ledgerFile,
      PaymentProvider provider,
      Catalogue catalogue,
      List<String> openings,
      Misfortune misfortune) {
    this.ledgerFile = ledgerFile;
    this.provider = provider;
    this.catalogue = catalogue;
    this.openings = openings;
    this.misfortune = misfortune;
  }

  void advanceTo(long nanos) {
    nowNanos = nanos;
  }

  /** Starts if it is off, then takes what is due; a crash ends it. */
  void work() throws IOException {
    try {
      if (running == null) {
        running = start();
        running.settlements.recover();
      }
      Captures.takeAll(running.parts);
    } catch (Misfortune.Crash e) {
      close();
    } catch (ProviderUnreachableException e) {
      // the next round tries again
    }
  }

  private Running start() throws IOException {
    Ledger ledger =
        SqliteLedger.open(ledgerFile, disk -> new ForgetfulStorage(disk, misfortune, "the ledger"));
    GateParts parts =
        new GateParts(
            ledger,
            new FarProvider(provider, misfortune),
            (key, receiptId) -> {
              misfortune.strike("the barrier, before it opens");
              openings.add(key + " " + receiptId);
              misfortune.strike("the barrier, open");
            },
            catalogue,
            () -> OPENING.plusNanos(nowNanos));
    return new Running(ledger, parts, new Settlements(parts));
  }

  /**
   * A message arrives. The power may go after the answer went out, too.
   *
   * @throws GateUnreachableException if the gate is off, or its power goes before it has answered
   */
  Answer post(String cartId, String resource, byte[] message) throws GateUnreachableException {
    Running now =
        Optional.ofNullable(running).orElseThrow(() -> new GateUnreachableException("off"));
    List<Answer> sent = new ArrayList<>();
    try {
      if (resource.equals("void")) {
        sent.add(now.settlements.withdraw(cartId, message));
      } else {
        now.settlements.settle(cartId, message, sent::add);
      }
    } catch (Misfortune.Crash e) {
      close();
    }
    return sent.stream().findFirst().orElseThrow(() -> new GateUnreachableException("went silent"));
  }

  @Override
  public void close() {
    if (running != null) {
      running.ledger.close();
      running = null;
    }
  }

  /** The way to the provider: the gate's power may go before and after each call. */
  private record FarProvider(PaymentProvider provider, Misfortune misfortune)
      implements PaymentProvider {
    /** A call. */
    @FunctionalInterface
    private interface Call<T> {
      T run() throws ProviderUnreachableException;
    }

    private <T> T around(String name, Call<T> call) throws ProviderUnreachableException {
      misfortune.strike("the provider, before " + name);
      T result = call.run();
      misfortune.strike("the provider, after " + name);
      return result;
    }

    @Override
    public Set<String> tenderKinds() {
      return provider.tenderKinds();
    }

    @Override
    public Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException {
      return around("authorise", () -> provider.authorise(order));
    }

    @Override
    public Optional<Authorisation> find(String key) throws ProviderUnreachableException {
      return around("find", () -> provider.find(key));
    }

    @Override
    public Authorisation raise(String key, long amountMinor) throws ProviderUnreachableException {
      return around("raise", () -> provider.raise(key, amountMinor));
    }

    @Override
    public void capture(String key, long amountMinor) throws ProviderUnreachableException {
      around(
          "capture",
          () -> {
            provider.capture(key, amountMinor);
            return true;
          });
    }

    @Override
    public void cancel(String key) throws ProviderUnreachableException {
      around(
          "cancel",
          () -> {
            provider.cancel(key);
            return true;
          });
    }

    @Override
    public void refund(String key, String refundKey, long amountMinor)
        throws ProviderUnreachableException {
      provider.refund(key, refundKey, amountMinor);
    }

    @Override
    public void close() {}
  }
}
