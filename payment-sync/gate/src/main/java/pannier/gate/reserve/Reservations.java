package pannier.gate.reserve;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.gate.fleet.Heard;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.reserve.ReserveBook.Reservation;
import pannier.wire.CartStatus;

/**
 * Reserves each trip's card when carts tell that it began, raises it as the basket grows, and gives
 * it back when the trip ends without it. On a thread of its own: a status never waits for a
 * provider.
 */
public final class Reservations implements Heard, AutoCloseable {
  /** A provider gives up by itself after some days; nobody shops that long. */
  private static final Duration OLDEST = Duration.ofHours(12);

  private static final long RETRY_SECONDS = 5;

  private final ReservedProvider provider;
  private final long stepMinor;
  private final String currency;
  private final Refused refused;
  private final InstantSource clock;
  private final Map<String, CartStatus> newest = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition heard = lock.newCondition();
  private @Nullable Thread thread;

  /**
   * @param stepMinor what is reserved at the start, and by how much it is raised each time
   * @param refused told once when a card is refused at the start
   */
  public Reservations(
      ReservedProvider provider,
      long stepMinor,
      String currency,
      Refused refused,
      InstantSource clock) {
    this.provider = provider;
    this.stepMinor = stepMinor;
    this.currency = currency;
    this.refused = refused;
    this.clock = clock;
  }

  /** Tells a cart that its shopper's card is refused. */
  @FunctionalInterface
  public interface Refused {
    void card(String cartId, String tripId, String reason);
  }

  /** Starts the thread. */
  public Reservations start() {
    thread = Thread.ofVirtual().name("reservations").start(this::run);
    return this;
  }

  @Override
  public void heard(String cartId, CartStatus status) {
    lock.lock();
    try {
      newest.put(cartId, status);
      heard.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (true) {
        Map.Entry<String, CartStatus> next = next();
        try {
          see(next.getKey(), next.getValue());
        } catch (ProviderUnreachableException | RuntimeException e) {
          // The next heartbeat says the same again.
          Logger.warn("reservation of {} waits: {}", next.getKey(), e.getMessage());
          TimeUnit.SECONDS.sleep(RETRY_SECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map.Entry<String, CartStatus> next() throws InterruptedException {
    lock.lock();
    try {
      while (newest.isEmpty()) {
        heard.await();
      }
      Map.Entry<String, CartStatus> first = newest.entrySet().iterator().next();
      newest.remove(first.getKey());
      return Map.entry(first.getKey(), first.getValue());
    } finally {
      lock.unlock();
    }
  }

  /** Brings what is reserved in line with what a cart says. */
  void see(String cartId, CartStatus status) throws ProviderUnreachableException {
    for (Reservation open : provider.book().unused(cartId)) {
      boolean old = clock.millis() - open.atMillis() > OLDEST.toMillis();
      if (!open.tripId().equals(status.tripId()) || old) {
        provider.behind().cancel(open.key());
        provider.book().ended(open.tripId(), "RELEASED");
      }
    }
    Optional<CartStatus.Tab> tab = status.tab().filter(it -> !it.token().isEmpty());
    if (!status.tripId().isEmpty() && tab.isPresent()) {
      reserve(cartId, status.tripId(), tab.get());
    }
  }

  private void reserve(String cartId, String tripId, CartStatus.Tab tab)
      throws ProviderUnreachableException {
    long wanted = Math.max(1, Math.ceilDiv(tab.totalMinor(), stepMinor)) * stepMinor;
    Optional<Reservation> known = provider.book().find(tripId);
    if (known.isEmpty()) {
      begin(new Reservation(tripId, cartId, tab.token(), "OPEN", wanted, clock.millis()));
    } else if (known.get().open()
        && known.get().cartId().equals(cartId)
        && wanted > known.get().amountMinor()
        && provider.behind().raise(known.get().key(), wanted) instanceof Authorisation.Authorised) {
      provider.book().raised(tripId, wanted);
    }
  }

  private void begin(Reservation wanted) throws ProviderUnreachableException {
    PaymentOrder order =
        new PaymentOrder(wanted.key(), wanted.token(), wanted.amountMinor(), currency);
    Authorisation answer = provider.behind().authorise(order);
    if (answer instanceof Authorisation.Authorised) {
      provider.book().made(wanted);
      return;
    }
    provider.behind().cancel(wanted.key());
    provider
        .book()
        .made(
            new Reservation(
                wanted.tripId(), wanted.cartId(), wanted.token(), "REFUSED", 0, clock.millis()));
    refused.card(
        wanted.cartId(),
        wanted.tripId(),
        answer instanceof Authorisation.Refused no ? no.reason() : "insufficient-funds");
  }

  /** Ends at once; what is reserved stays so. */
  @Override
  public void close() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
