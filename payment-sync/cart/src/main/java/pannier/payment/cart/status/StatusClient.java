package pannier.payment.cart.status;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.ObservingConnection;
import pannier.payment.cart.outbox.Message;
import pannier.wire.CartStatus;
import pannier.wire.Checkpoint;
import pannier.wire.CheckpointCodec;
import pannier.wire.FrozenBill;
import pannier.wire.MassCodec;
import pannier.wire.StaffOrder;
import pannier.wire.StatusCodec;
import pannier.wire.StoreWord;
import pannier.wire.WeighedPieces;

/**
 * Tells the gate how the cart is: at once when it changes, and otherwise with each heartbeat; hears
 * staff's orders with the answers. Neither {@link #tell} nor {@link #drain} waits; the work is done
 * on a thread of the client's own.
 */
public final class StatusClient implements AutoCloseable {
  private static final int AGAIN_BEATS = 30;

  private static final int MOST_WEIGHED = 16;

  /** An observation is made sure of after so many heartbeats, and after each that failed. */
  private static final int BEATS_OF_A_WATCH = 15;

  private final ObservingConnection connection;
  private final StoreNews news;
  private final long heartbeatNanos;
  private final BlockingQueue<StaffOrder> orders = new LinkedBlockingQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private @Nullable CartStatus newest;
  private @Nullable FrozenBill unkept;
  private final BlockingDeque<WeighedPieces> weighed = new LinkedBlockingDeque<>(MOST_WEIGHED);
  private long lastCheckpoint;
  private boolean fresh;
  private List<CartStatus.TabLine> delivered = List.of();
  private int unsent;
  private long heard;
  private int beatsSinceWatch = BEATS_OF_A_WATCH;

  /**
   * Starts the thread. The client owns the connection and closes it.
   *
   * @param heartbeat an unchanged status is told so often
   * @param news learns what the store says
   */
  public StatusClient(ObservingConnection connection, Duration heartbeat, StoreNews news) {
    this.connection = connection;
    this.news = news;
    this.heartbeatNanos = heartbeat.toNanos();
    this.thread = Thread.ofVirtual().name("status").start(this::run);
  }

  /** How the cart is now. What was not sent yet is forgotten. */
  public void tell(CartStatus status) {
    lock.lock();
    try {
      if (!status.equals(newest)) {
        newest = status;
        fresh = true;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The basket as it stands, to be kept at the gate. What was not sent yet is forgotten. */
  public void keep(FrozenBill basket) {
    lock.lock();
    try {
      unkept = basket;
      fresh = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * What a settled trip's pieces weighed, for the store to learn from. Sent when there is nothing
   * else to say; while the gate is away, the last {@value #MOST_WEIGHED} trips wait.
   */
  public void weighed(WeighedPieces pieces) {
    while (!weighed.offerLast(pieces)) {
      weighed.pollFirst();
    }
    lock.lock();
    try {
      fresh = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Orders since the last call, oldest first, each once in this client's life. */
  public List<StaffOrder> drain() {
    List<StaffOrder> drained = new ArrayList<>();
    orders.drainTo(drained);
    return drained;
  }

  private void run() {
    try (connection) {
      while (true) {
        send(next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The newest status, once there is one and it is new or a heartbeat is due. */
  private CartStatus next() throws InterruptedException {
    lock.lock();
    try {
      long nanos = heartbeatNanos;
      while (!fresh && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      while (newest == null) {
        changed.await();
      }
      fresh = false;
      return newest;
    } finally {
      lock.unlock();
    }
  }

  /** Lines that the gate has are not sent again for a while; it forgets them when it restarts. */
  private CartStatus fit(CartStatus status) {
    boolean known = lines(status).equals(delivered) && unsent < AGAIN_BEATS;
    return known ? status.brief() : status;
  }

  private static List<CartStatus.TabLine> lines(CartStatus status) {
    return status.tab().map(CartStatus.Tab::lines).orElse(List.of());
  }

  private void send(CartStatus status) throws InterruptedException {
    CartStatus sent = fit(status);
    try {
      switch (connection.post("status", new Message(StatusCodec.encode(sent)))) {
        case GateConnection.Response.Accepted accepted -> {
          delivered = lines(status);
          unsent = sent.equals(status) ? 0 : unsent + 1;
          hear(accepted.body());
          watch();
          sendCheckpoint();
          sendWeighed();
        }
        case GateConnection.Response.Refused refused -> {
          Logger.warn("status refused: {}", refused.coapCode());
          TimeUnit.NANOSECONDS.sleep(heartbeatNanos);
        }
      }
    } catch (IOException e) {
      Logger.debug("status: {}", e.getMessage());
      beatsSinceWatch = BEATS_OF_A_WATCH;
      TimeUnit.NANOSECONDS.sleep(heartbeatNanos);
    }
  }

  /** The newest basket, until the gate has taken or refused it; numbered by the store's time. */
  private void sendCheckpoint() throws IOException, InterruptedException {
    FrozenBill basket = unkept();
    if (basket == null) {
      return;
    }
    lastCheckpoint = Math.max(lastCheckpoint + 1, news.instant().toEpochMilli());
    byte[] message = CheckpointCodec.encode(new Checkpoint(lastCheckpoint, basket));
    GateConnection.Response response = connection.post("checkpoint", new Message(message));
    if (response instanceof GateConnection.Response.Refused refused) {
      Logger.warn("the basket is not kept at the gate: {}", refused.coapCode());
    }
    lock.lock();
    try {
      unkept = basket.equals(unkept) ? null : unkept;
    } finally {
      lock.unlock();
    }
  }

  /** What the gate cannot use is not sent again. */
  private void sendWeighed() throws IOException, InterruptedException {
    for (WeighedPieces next = weighed.peekFirst(); next != null; next = weighed.peekFirst()) {
      GateConnection.Response response =
          connection.post("weighed", new Message(MassCodec.encode(next)));
      if (response instanceof GateConnection.Response.Refused refused) {
        Logger.warn("what pieces weighed is not kept at the gate: {}", refused.coapCode());
      }
      weighed.remove(next);
    }
  }

  private @Nullable FrozenBill unkept() {
    lock.lock();
    try {
      return unkept;
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    if (++beatsSinceWatch > BEATS_OF_A_WATCH) {
      beatsSinceWatch = 0;
      connection.watch("status", this::told);
    }
  }

  /** The gate speaks first; what is lost on the way the next answer says again. */
  private void told(GateConnection.Response response) {
    switch (response) {
      case GateConnection.Response.Refused refused ->
          Logger.warn("the gate tells nothing more: {}", refused.coapCode());
      case GateConnection.Response.Accepted accepted -> {
        try {
          hear(accepted.body());
        } catch (IOException e) {
          Logger.warn("what the gate told: {}", e.getMessage());
        }
      }
    }
  }

  private void hear(Message answer) throws IOException {
    StoreWord word = StatusCodec.decodeWord(answer.bytes());
    news.hear(word);
    lock.lock();
    try {
      for (StaffOrder order : word.orders()) {
        if (order.id() > heard) {
          heard = order.id();
          orders.add(order);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends at once. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
