package pannier.payment.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import pannier.payment.cart.outbox.Outbox;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;

/**
 * Sends bills to the gate until it has answered for good. {@link #submit}, {@link #withdraw},
 * {@link #drain} and {@link #waiting} never wait; the work is done on a thread of the client's own.
 * What is open when the client ends is sent again, byte by byte the same, when the next one starts
 * on the same outbox.
 */
public final class SettlementClient implements SettlementCourier {
  private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
  private final BlockingQueue<SettlementOutcome> outcomes = new LinkedBlockingQueue<>();
  private final BlockingQueue<Wanted.Fetched> fetched = new LinkedBlockingQueue<>();
  private final List<String> tripsBefore;
  private final BlockingQueue<LoginOutcome> logins = new LinkedBlockingQueue<>();
  private final Sender sender;
  private final Thread thread;

  /**
   * Starts the thread. The client owns {@code outbox} and {@code connection} and closes them.
   *
   * @param random for the jitter of retries
   * @param monotonicNanos a clock that never goes back, such as {@code System::nanoTime}
   */
  public SettlementClient(
      Outbox outbox,
      GateConnection connection,
      RetryPolicy policy,
      RandomGenerator random,
      LongSupplier monotonicNanos) {
    this.tripsBefore = Sender.tripsIn(outbox);
    Schedule schedule = new Schedule(policy, random);
    DocumentFetch documents = new DocumentFetch(connection, policy, random, fetched::add);
    this.sender =
        new Sender(
            outbox, connection, schedule, documents, monotonicNanos, outcomes::add, logins::add);
    this.thread = Thread.ofVirtual().name("settlements").start(() -> sender.run(commands));
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
    List<Wanted.Fetched> drained = new ArrayList<>();
    fetched.drainTo(drained);
    return drained;
  }

  @Override
  public List<SettlementOutcome> drain() {
    List<SettlementOutcome> drained = new ArrayList<>();
    outcomes.drainTo(drained);
    return drained;
  }

  @Override
  public void logIn(String code) {
    commands.add(new Command.LogIn(code));
  }

  @Override
  public List<LoginOutcome> drainLogins() {
    List<LoginOutcome> drained = new ArrayList<>();
    logins.drainTo(drained);
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
    commands.add(new Command.End());
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the tick asks for. */
  sealed interface Command {
    record Settle(SettlementRequest request) implements Command {}

    record Withdraw(SettlementKey key) implements Command {}

    record LogIn(String code) implements Command {}

    record Fetch(Wanted wanted) implements Command {}

    record End() implements Command {}
  }
}
