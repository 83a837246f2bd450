package pannier.gate.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.gate.fleet.Fleet;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.pairing.LoginDesk;
import pannier.web.EventStream;
import pannier.web.Feed;
import pannier.web.HttpProblem;
import pannier.wire.CartStatus;
import pannier.wire.Digest;

/**
 * What lies in the cart of a shopper who began their trip with a phone, pushed to that phone alone:
 * the code that it showed names the trip, and nobody else was told it. Only baskets that somebody
 * looks at are looked up; nothing of them is kept.
 */
final class Baskets implements AutoCloseable {
  private static final Duration REFRESH = Duration.ofMillis(500);

  /** A phone that is gone is noticed with the third heartbeat. */
  private static final Duration GONE = Duration.ofSeconds(15);

  private static final int MOST_PHONES = 256;

  private final ObjectMapper json = new ObjectMapper();
  private final LoginDesk logins;
  private final Fleet fleet;
  private final LedgerReport ledger;
  private final String currency;
  private final InstantSource clock;
  private final Map<Digest, Watched> watched = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean closed;

  /** Starts to look; all parts stay the caller's. */
  Baskets(
      LoginDesk logins, Fleet fleet, LedgerReport ledger, String currency, InstantSource clock) {
    this.currency = currency;
    this.logins = logins;
    this.fleet = fleet;
    this.ledger = ledger;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("phones").start(this::refresh);
  }

  /** A trip that a phone looks at. */
  private static final class Watched {
    private final LoginDesk.Begun begun;
    private final Feed feed = new Feed("null");
    private volatile Instant seen;

    Watched(LoginDesk.Begun begun, Instant now) {
      this.begun = begun;
      this.seen = now;
    }
  }

  /**
   * As the phone shows it.
   *
   * @param state the cart's, such as {@code SHOPPING}; {@code OVER} once it is on another trip
   * @param totalMinor what would be paid by now
   * @param receipt of the trip, once it is paid
   */
  private record Shown(
      String cart,
      String state,
      String currency,
      long totalMinor,
      int pieces,
      List<CartStatus.TabLine> lines,
      @Nullable String receipt) {}

  /**
   * @param code of the login that began the trip
   * @throws HttpProblem if no trip began with it
   */
  EventStream of(Digest code) throws HttpProblem, IOException {
    LoginDesk.Begun begun =
        logins.begun(code).orElseThrow(() -> new HttpProblem(404, "no such trip"));
    if (watched.size() >= MOST_PHONES && !watched.containsKey(code)) {
      throw new HttpProblem(503, "too many phones at once; try again later");
    }
    Watched it = watched.computeIfAbsent(code, _ -> new Watched(begun, clock.instant()));
    publish(it);
    return new EventStream(
        it.feed,
        () -> {
          it.seen = clock.instant();
          return !closed;
        });
  }

  private void refresh() {
    while (!closed) {
      Instant now = clock.instant();
      watched.values().removeIf(it -> it.seen.plus(GONE).isBefore(now));
      for (Watched it : watched.values()) {
        try {
          publish(it);
        } catch (IOException e) {
          Logger.error(e, "phones");
        }
      }
      LockSupport.parkNanos(REFRESH.toNanos());
    }
  }

  private void publish(Watched it) throws IOException {
    it.feed.publish(write(shown(it.begun)));
  }

  private Shown shown(LoginDesk.Begun begun) throws IOException {
    Optional<Fleet.Seen> seen =
        fleet.carts().stream()
            .filter(
                cart ->
                    cart.cartId().equals(begun.cartId())
                        && cart.status().tripId().equals(begun.tripId()))
            .findFirst();
    if (seen.isEmpty() || seen.get().status().state().equals("SETTLED")) {
      String state = seen.map(cart -> cart.status().state()).orElse("OVER");
      String receipt = ledger.findReceiptOf(begun.tripId()).orElse(null);
      return new Shown(begun.cartId(), state, currency, 0, 0, List.of(), receipt);
    }
    Optional<CartStatus.Tab> tab = seen.get().status().tab();
    return new Shown(
        begun.cartId(),
        seen.get().status().state(),
        currency,
        tab.map(CartStatus.Tab::totalMinor).orElse(0L),
        tab.map(CartStatus.Tab::pieces).orElse(0),
        fleet.basket(begun.cartId(), begun.tripId()),
        null);
  }

  private String write(Shown shown) {
    try {
      return json.writeValueAsString(shown);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    watched.values().forEach(it -> it.feed.close());
    LockSupport.unpark(thread);
  }
}
