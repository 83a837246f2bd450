package pannier.simulator.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.SettlementOutcome;
import pannier.payment.cart.SteppedCourier;
import pannier.payment.cart.outbox.Outbox;
import pannier.simulator.load.book.Held;
import pannier.wire.CatalogueDigest;
import pannier.wire.Digest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/**
 * A cart with its real outbox on a real file, whose power goes and comes. It does trip after trip:
 * tries a tender, withdraws now and then, and tries again until the trip is paid.
 */
final class TorturedCart implements AutoCloseable {
  private static final List<String> TOKENS =
      List.of(
          "sandbox-ok",
          "sandbox-ok",
          "sandbox-ok",
          "sandbox-ok",
          "sandbox-ok+lost-reply",
          "sandbox-ok+down",
          "sandbox-limit-1",
          "sandbox-refuse-stolen");
  private static final double WITHDRAWS = 0.05;

  private final String cartId;
  private final Path outboxFile;
  private final TorturedLink link;
  private final Catalogue catalogue;
  private final Digest digest;
  private final Misfortune misfortune;
  private final RandomGenerator random;
  private final Map<SettlementKey, Held> held = new HashMap<>();
  private @Nullable SteppedCourier courier;
  private Optional<SettlementRequest> current = Optional.empty();
  private boolean withdrawn;
  private int trips;
  private long nowNanos;

  /** Who it is, and what it sells. */
  record Setting(String cartId, Path outboxFile, Catalogue catalogue) {}

  TorturedCart(Setting setting, TorturedLink link, Misfortune misfortune, RandomGenerator random) {
    this.cartId = setting.cartId;
    this.outboxFile = setting.outboxFile;
    this.catalogue = setting.catalogue;
    this.digest = CatalogueDigest.of(catalogue);
    this.link = link;
    this.misfortune = misfortune;
    this.random = random;
  }

  /**
   * Does what is due.
   *
   * @param begins whether it may begin another trip
   * @return how many trips were paid now
   */
  int advanceTo(long nanos, boolean begins) throws IOException, InterruptedException {
    nowNanos = nanos;
    link.deliverLate();
    try {
      if (courier == null) {
        courier = open();
      }
      int paid = 0;
      for (SettlementOutcome outcome : courier.drain()) {
        paid += hear(outcome) ? 1 : 0;
      }
      if (current.isEmpty() && begins) {
        trips++;
        submit(courier, 1);
      } else if (current.isPresent() && !withdrawn && random.nextDouble() < WITHDRAWS) {
        withdrawn = true;
        courier.withdraw(current.get().key());
      }
      courier.advance();
      misfortune.strike("the cart, written and not heard");
      return paid;
    } catch (Misfortune.Crash e) {
      close();
      return 0;
    }
  }

  /** The outbox resumes by itself; what the shopper sees is asked for again. */
  private SteppedCourier open() throws IOException {
    SteppedCourier opened =
        new SteppedCourier(
            Outbox.open(outboxFile), link, RetryPolicy.atTheGate(), random, () -> nowNanos);
    current.ifPresent(opened::submit);
    if (withdrawn) {
      opened.withdraw(current.orElseThrow().key());
    }
    return opened;
  }

  /** True if a trip was paid, which had not been. */
  private boolean hear(SettlementOutcome outcome) {
    boolean ours = current.isPresent() && current.get().key().equals(outcome.key());
    Optional<Held.Paid> paid =
        switch (outcome) {
          case SettlementOutcome.Settled settled ->
              Optional.of(
                  new Held.Paid(
                      settled.receipt().receiptId(),
                      settled.receipt().totalMinor(),
                      Digest.of(SettlementCodec.encode(settled.receipt()))));
          case SettlementOutcome.NotPaid _ -> Optional.empty();
          case SettlementOutcome.Refused refused ->
              throw new IllegalStateException(
                  "%s was refused: %s".formatted(refused.key(), refused));
        };
    Held now = new Held(outcome.key(), paid, true);
    Held before = held.put(outcome.key(), now);
    if (before != null && !before.equals(now)) {
      throw new IllegalStateException("%s was %s and is %s".formatted(outcome.key(), before, now));
    }
    if (!ours) {
      return false;
    }
    int attempt = outcome.key().attempt();
    current = Optional.empty();
    withdrawn = false;
    if (paid.isEmpty() && courier != null) {
      submit(courier, attempt + 1);
    }
    return paid.isPresent();
  }

  private void submit(SteppedCourier to, int attempt) {
    SettlementKey key = new SettlementKey("%s-%d".formatted(cartId, trips), attempt);
    List<Product> goods = List.copyOf(catalogue.products());
    Product product = goods.get(random.nextInt(goods.size()));
    int pieces = 1 + random.nextInt(3);
    long price = product.price().minor();
    FrozenLine line =
        new FrozenLine(product.id().value(), pieces, OptionalLong.empty(), price, price * pieces);
    String currency = catalogue.currency().getCurrencyCode();
    FrozenBill bill =
        new FrozenBill(cartId, key, currency, List.of(line), line.netMinor(), digest, List.of());
    String token = attempt > 3 ? TOKENS.getFirst() : TOKENS.get(random.nextInt(TOKENS.size()));
    SettlementRequest request = SettlementRequest.of(bill, new TenderOffer("card", token));
    current = Optional.of(request);
    to.submit(request);
  }

  /** Whether nothing waits. */
  boolean idle() {
    return current.isEmpty();
  }

  /** What it was told for good, and what it still waits for. */
  List<Held> held() {
    current.ifPresent(
        open -> held.putIfAbsent(open.key(), new Held(open.key(), Optional.empty(), false)));
    return List.copyOf(held.values());
  }

  @Override
  public void close() {
    if (courier != null) {
      courier.close();
      courier = null;
    }
  }
}
