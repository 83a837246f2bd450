package pannier.gate.settlement;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean closed;
  private final Thread thread;

  /** Starts the thread. */
  public Captures(GateParts parts) {
    this.parts = parts;
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
    try {
      takeAll(parts);
    } catch (IOException | RuntimeException e) {
      // Nothing is lost: the outbox keeps it for the next round.
      Logger.warn("capture waits ({}): {}", woken ? "woken" : "retry", e.getMessage());
    }
  }

  /** One round: every step may be repeated, so a crash between two of them does no harm. */
  public static void takeAll(GateParts parts) throws IOException {
    for (Capture capture : parts.ledger().listDue()) {
      parts.provider().capture(capture.paymentKey(), capture.amountMinor());
      parts.ledger().captured(capture, parts.clock().instant());
    }
    for (RefundDue due : parts.ledger().listRefundsDue()) {
      parts.provider().refund(due.paymentKey(), due.refundKey(), due.amountMinor());
      parts.ledger().wentBack(due, parts.clock().instant());
    }
  }
}
