package pannier.simulator.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.outbox.Message;
import pannier.simulator.load.book.Held;
import pannier.simulator.load.fleet.FleetCart;
import pannier.simulator.load.peer.Samples;
import pannier.wire.Digest;
import pannier.wire.MalformedMessageException;
import pannier.wire.ProblemCodec;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementRequest;

/**
 * One cart that settles bill after bill, as the protocol asks of it: the same bytes until there is
 * a final answer. Used by one thread at a time.
 */
final class Shopping {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String SETTLE = "settle";

  private final FleetCart cart;
  private final int number;
  private final Bills bills;
  private final RandomGenerator random;
  private final RetryPolicy retries = RetryPolicy.atTheGate();
  private final List<Held> held = new ArrayList<>();
  private Optional<Open> open = Optional.empty();
  private Optional<Samples.Exchange> newest = Optional.empty();
  private int refused;

  private record Open(SettlementRequest request, Message message) {}

  /**
   * @param number among all carts, from 0
   */
  Shopping(FleetCart cart, int number, Bills bills, RandomGenerator random) {
    this.cart = cart;
    this.number = number;
    this.bills = bills;
    this.random = random;
  }

  FleetCart cart() {
    return cart;
  }

  int number() {
    return number;
  }

  RandomGenerator random() {
    return random;
  }

  Bills bills() {
    return bills;
  }

  /**
   * Settles one bill, the one that is open if there is any.
   *
   * @param untilNanos then it is given up for now and stays open
   * @return whether there is a receipt
   */
  boolean settle(InetSocketAddress gate, long untilNanos) throws InterruptedException {
    Open now = open.orElseGet(this::begin);
    open = Optional.of(now);
    for (int tries = 1; System.nanoTime() - untilNanos < 0; tries++) {
      Optional<FleetCart.Reply> reply = cart.post(gate, SETTLE, now.message, PATIENCE);
      if (reply.isPresent() && isFinal(reply.get())) {
        open = Optional.empty();
        return finish(now, reply.get());
      }
      if (reply.isPresent()) {
        Thread.sleep(retries.delay(tries, random));
      }
    }
    return false;
  }

  private Open begin() {
    SettlementRequest request = bills.next(cart, random);
    return new Open(request, new Message(SettlementCodec.encode(request)));
  }

  private static boolean isFinal(FleetCart.Reply reply) {
    if (reply.success()) {
      return true;
    }
    try {
      return !ProblemCodec.decode(reply.body().bytes()).kind().passes();
    } catch (MalformedMessageException e) {
      return false;
    }
  }

  private boolean finish(Open asked, FleetCart.Reply reply) {
    Optional<Held.Paid> paid = Optional.empty();
    try {
      if (reply.success()
          && SettlementCodec.decodeReply(reply.body().bytes()) instanceof Receipt receipt
          && receipt.billDigest().equals(asked.request.billDigest())) {
        Digest digest = Digest.of(reply.body().bytes());
        paid = Optional.of(new Held.Paid(receipt.receiptId(), receipt.totalMinor(), digest));
        newest = Optional.of(new Samples.Exchange(asked.message, reply.body()));
      }
    } catch (IOException e) {
      // Not a receipt that a cart could read: counted as refused.
    }
    refused += paid.isPresent() ? 0 : 1;
    held.add(new Held(asked.request.key(), paid, true));
    return paid.isPresent();
  }

  /** What the cart holds of all its attempts. */
  List<Held> held() {
    List<Held> all = new ArrayList<>(held);
    open.ifPresent(it -> all.add(new Held(it.request.key(), Optional.empty(), false)));
    return all;
  }

  /** How many attempts the gate has answered for good. */
  int answered() {
    return held.size();
  }

  int refused() {
    return refused;
  }

  /** The last settlement that was paid. */
  Optional<Samples.Exchange> newest() {
    return newest;
  }
}
