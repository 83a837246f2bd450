package pannier.gate.settlement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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

  /** Between rounds, so that what is due meanwhile shares them. */
  private static final long PAUSE_MILLIS = 100;

  private final GateParts parts;
  private final Before before;
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch ended = new CountDownLatch(1);
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
    ended.countDown();
    wake();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      do {
        boolean woken = wake.tryAcquire(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        wake.drainPermits();
        if (!isEnded()) {
          takeAll(woken);
        }
      } while (!ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isEnded() {
    return ended.getCount() == 0;
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
    List<Future<Void>> running = new ArrayList<>();
    for (Capture capture : claimed(parts)) {
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
    if (!running.isEmpty()) {
      wake(); // there may be more than one round takes
    }
    takeBack(parts);
  }

  /** One round: every step may be repeated, so a crash between two of them does no harm. */
  public static void takeAll(GateParts parts) throws IOException {
    settleLater(parts);
    for (Capture capture : claimed(parts)) {
      take(parts, capture);
    }
    takeBack(parts);
  }

  private static List<Capture> claimed(GateParts parts) throws IOException {
    return parts.ledger().claimDue(parts.clock().instant());
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
