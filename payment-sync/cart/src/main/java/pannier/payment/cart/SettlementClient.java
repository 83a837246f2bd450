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
public final class SettlementClient implements AutoCloseable {
  private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
  private final BlockingQueue<SettlementOutcome> outcomes = new LinkedBlockingQueue<>();
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
    Schedule schedule = new Schedule(policy, random);
    this.sender = new Sender(outbox, connection, schedule, monotonicNanos, outcomes::add);
    this.thread = Thread.ofVirtual().name("settlements").start(() -> sender.run(commands));
  }

  /**
   * Settle this bill. Repeated with the same key it is the same settlement, and its outcome is told
   * again; with the same key and another bill the outcome is a refusal.
   */
  public void submit(SettlementRequest request) {
    commands.add(new Command.Settle(request));
  }

  /** Make sure that nothing is charged under {@code key}; its outcome tells if it was too late. */
  public void withdraw(SettlementKey key) {
    commands.add(new Command.Withdraw(key));
  }

  /** What was decided since the last call, in that order. */
  public List<SettlementOutcome> drain() {
    List<SettlementOutcome> drained = new ArrayList<>();
    outcomes.drainTo(drained);
    return drained;
  }

  /** What has no answer yet. */
  public List<Waiting> waiting() {
    return sender.waiting();
  }

  /** Ends at once; what has no answer stays in the outbox. */
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

    record End() implements Command {}
  }
}
