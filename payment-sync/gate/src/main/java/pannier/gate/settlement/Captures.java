package pannier.gate.settlement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.gate.ledger.Capture;
import pannier.gate.ledger.RefundDue;

/**
 * Takes what is authorised, from the outbox, after the shopper has gone. Runs on its own thread;
 * what fails is tried again.
 */
public final class Captures implements AutoCloseable {
  private static final long RETRY_MILLIS = 2_000;

  private final GateParts parts;
  private final Before before;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean closed;
  private final Thread thread;

  /** What is to be done before each round; where it fails the round is tried again later. */
  @FunctionalInterface
  public interface Before {
    void run() throws IOException;
  }

  /** Starts the thread. */
  public Captures(GateParts parts) {
    this(parts, () -> {});
  }

  /** Starts the thread. */
  public Captures(GateParts parts, Before before) {
    this.parts = parts;
    this.before = before;
    this.thread = Thread.ofVirtual().name("captures").start(this::run);
  }

  /** There may be something to take. */
  public void wake() {
    wake.release();
  }

  /** Stops after the capture at hand. */
  @Override
  public void close() {
    closed = true;
    wake();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed) {
        boolean woken = wake.tryAcquire(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        wake.drainPermits();
        if (!closed) {
          takeAll(woken);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeAll(boolean woken) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      takeTogether(threads);
    } catch (IOException | RuntimeException e) {
      // Nothing is lost: the outbox keeps it for the next round.
      Logger.warn("capture waits ({}): {}", woken ? "woken" : "retry", e.getMessage());
    }
  }

  /** Many at a time, so that they share the ledger's commits. */
  private void takeTogether(ExecutorService threads) throws IOException {
    before.run();
    settleLater(parts);
    List<Capture> due = parts.ledger().listDue();
    while (!due.isEmpty() && !closed) {
      List<Future<Void>> running = new ArrayList<>();
      for (Capture capture : due) {
        running.add(threads.submit(() -> take(parts, capture)));
      }
      for (Future<Void> one : running) {
        try {
          one.get();
        } catch (ExecutionException e) {
          throw new IOException(e.getCause());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException(e);
        }
      }
      due = parts.ledger().listDue();
    }
    takeBack(parts);
  }

  /** One round: every step may be repeated, so a crash between two of them does no harm. */
  public static void takeAll(GateParts parts) throws IOException {
    settleLater(parts);
    for (Capture capture : parts.ledger().listDue()) {
      take(parts, capture);
    }
    takeBack(parts);
  }

  /** What was let out on the gate's own word comes first: its shoppers are gone. */
  private static void settleLater(GateParts parts) throws IOException {
    if (parts.offline().isPresent()) {
      parts.offline().get().settleLater(parts);
    }
  }

  private static @Nullable Void take(GateParts parts, Capture capture) throws IOException {
    parts.provider().capture(capture.paymentKey(), capture.amountMinor());
    parts.ledger().captured(capture, parts.clock().instant());
    return null;
  }

  private static void takeBack(GateParts parts) throws IOException {
    for (RefundDue due : parts.ledger().listRefundsDue()) {
      parts.provider().refund(due.paymentKey(), due.refundKey(), due.amountMinor());
      parts.ledger().wentBack(due, parts.clock().instant());
    }
  }
}
