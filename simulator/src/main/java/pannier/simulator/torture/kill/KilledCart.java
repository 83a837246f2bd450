package pannier.simulator.torture.kill;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.SettlementOutcome;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;

/** Trip after trip: it tries a card, withdraws now and then, and tries again until it is paid. */
final class KilledCart {
  private static final long LOOK_NANOS = 5_000_000;
  private static final double WITHDRAWS = 0.25;
  private static final long LONGEST_DOUBT_NANOS = 400_000_000;

  private final SettlementClient client;
  private final KilledBills bills;
  private final Death death;
  private final RandomGenerator random;

  KilledCart(SettlementClient client, KilledBills bills, Death death, RandomGenerator random) {
    this.client = client;
    this.bills = bills;
    this.death = death;
    this.random = random;
  }

  /**
   * @param before what the last run left; what is open there is sent again by itself
   * @param ended when it becomes true, the trip at hand is the last
   */
  void shop(List<OutboxRow> before, AtomicBoolean ended) {
    int trip = 1;
    int attempt = 1;
    if (!before.isEmpty()) {
      OutboxRow last = before.getLast();
      trip = last.trip();
      boolean paid = last.answered() ? last.receipt().isPresent() : await(last.key());
      attempt = last.key().attempt() + 1;
      if (paid) {
        trip++;
        attempt = 1;
      }
    }
    while (!ended.get() || attempt > 1) {
      boolean paid = settle(trip, attempt);
      attempt = paid ? 1 : attempt + 1;
      trip += paid ? 1 : 0;
    }
  }

  private boolean settle(int trip, int attempt) {
    SettlementRequest request = bills.next(trip, attempt, random);
    death.pass(Boundaries.SUBMIT);
    client.submit(request);
    if (random.nextDouble() < WITHDRAWS) {
      LockSupport.parkNanos(random.nextLong(LONGEST_DOUBT_NANOS));
      death.pass(Boundaries.WITHDRAW);
      client.withdraw(request.key());
    }
    return await(request.key());
  }

  /** Whether it was paid. */
  private boolean await(SettlementKey key) {
    while (true) {
      for (SettlementOutcome outcome : client.drain()) {
        if (outcome.key().equals(key)) {
          return hear(outcome);
        }
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private boolean hear(SettlementOutcome outcome) {
    death.pass(Boundaries.HEARD);
    return switch (outcome) {
      case SettlementOutcome.Settled settled -> {
        System.out.println("paid " + settled.key());
        yield true;
      }
      case SettlementOutcome.NotPaid _ -> false;
      case SettlementOutcome.Refused refused ->
          throw new IllegalStateException("%s was refused: %s".formatted(refused.key(), refused));
    };
  }
}
