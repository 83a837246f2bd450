package pannier.payment.cart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import pannier.payment.cart.SettlementClient.Command;
import pannier.payment.cart.outbox.Outbox;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;

/**
 * The settlement client on stepped time: the same outbox, schedule and answers, but worked on by
 * the caller's thread when it says so. For simulations, which must not depend on threads.
 */
public final class SteppedCourier implements SettlementCourier {
  private final Outbox outbox;
  private final List<String> tripsBefore;
  private final GateConnection connection;
  private final List<LoginOutcome> logins = new ArrayList<>();
  private final Sender sender;
  private final Deque<Command> commands = new ArrayDeque<>();
  private final List<SettlementOutcome> outcomes = new ArrayList<>();
  private final List<Wanted.Fetched> fetched = new ArrayList<>();

  /**
   * Takes outbox and connection over; what the outbox holds open is due at once.
   *
   * @param random for the jitter of retries
   * @param nanos the stepped clock
   */
  public SteppedCourier(
      Outbox outbox,
      GateConnection connection,
      RetryPolicy policy,
      RandomGenerator random,
      LongSupplier nanos) {
    this.outbox = outbox;
    this.tripsBefore = Sender.tripsIn(outbox);
    this.connection = connection;
    DocumentFetch documents = new DocumentFetch(connection, policy, random, fetched::add);
    this.sender =
        new Sender(
            outbox,
            connection,
            new Schedule(policy, random),
            documents,
            nanos,
            outcomes::add,
            logins::add);
    sender.resume();
  }

  /** Does all that is due by now. */
  public void advance() throws InterruptedException {
    while (!commands.isEmpty()) {
      sender.step(commands.removeFirst());
    }
    while (sender.isDue()) {
      sender.step(null);
    }
  }

  @Override
  public void submit(SettlementRequest request) {
    commands.add(new Command.Settle(request));
  }

  @Override
  public void withdraw(SettlementKey key) {
    commands.add(new Command.Withdraw(key));
  }

  @Override
  public void fetch(Wanted wanted) {
    commands.add(new Command.Fetch(wanted));
  }

  @Override
  public List<Wanted.Fetched> drainFetched() {
    List<Wanted.Fetched> drained = List.copyOf(fetched);
    fetched.clear();
    return drained;
  }

  @Override
  public List<SettlementOutcome> drain() {
    List<SettlementOutcome> drained = List.copyOf(outcomes);
    outcomes.clear();
    return drained;
  }

  @Override
  public void logIn(String code) {
    commands.add(new Command.LogIn(code));
  }

  @Override
  public List<LoginOutcome> drainLogins() {
    List<LoginOutcome> drained = List.copyOf(logins);
    logins.clear();
    return drained;
  }

  @Override
  public List<String> tripsBefore() {
    return tripsBefore;
  }

  @Override
  public List<Waiting> waiting() {
    return sender.waiting();
  }

  @Override
  public void close() {
    connection.close();
    outbox.close();
  }
}
