package pannier.payment.cart;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.tinylog.Logger;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;

/** Asks the gate for its price list until it has an answer. Used by the client's thread. */
final class PriceLookup {
  private static final String RESOURCE = "price-list";

  private final GateConnection connection;
  private final RetryPolicy policy;
  private final RandomGenerator random;
  private final Consumer<Message> found;
  private Optional<Wish> wish = Optional.empty();

  PriceLookup(
      GateConnection connection,
      RetryPolicy policy,
      RandomGenerator random,
      Consumer<Message> found) {
    this.connection = connection;
    this.policy = policy;
    this.random = random;
    this.found = found;
  }

  /** A list that is wanted. */
  private record Wish(Optional<Digest> known, long dueNanos, int tries) {}

  void want(Optional<Digest> known, long nowNanos) {
    wish = Optional.of(new Wish(known, nowNanos, 0));
  }

  /** How long until it should be asked; for ever if nothing is wanted. */
  long waitNanos(long nowNanos) {
    return wish.map(it -> Math.max(0, it.dueNanos - nowNanos)).orElse(Long.MAX_VALUE);
  }

  /** Asks, if it is time to. */
  void ask(long nowNanos) throws InterruptedException {
    if (wish.isEmpty() || wish.get().dueNanos - nowNanos > 0) {
      return;
    }
    Wish asked = wish.get();
    try {
      connection.get(RESOURCE, asked.known).ifPresent(found);
      wish = Optional.empty();
    } catch (GateUnreachableException e) {
      int tries = asked.tries + 1;
      Logger.warn("the price list waits: {}", e.getMessage());
      long delay = policy.delay(tries, random).toNanos();
      wish = Optional.of(new Wish(asked.known, nowNanos + delay, tries));
    }
  }
}
