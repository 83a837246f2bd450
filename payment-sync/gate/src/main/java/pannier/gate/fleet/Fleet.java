package pannier.gate.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import pannier.wire.CartStatus;
import pannier.wire.StaffOrder;
import pannier.wire.StoreWord;

/** What every cart last said, and the orders that wait for it. Safe for use by many threads. */
public final class Fleet {
  /** A cart tells how it is every two seconds; after five times that it is called silent. */
  public static final Duration SILENT_AFTER = Duration.ofSeconds(10);

  /** Nobody asked what was asked: more are not counted. */
  private static final int MOST_ASKED = 10_000;

  /** A cart that has not done so many orders does none. */
  private static final int MOST_WAITING = StoreWord.MOST_ORDERS;

  private final InstantSource clock;
  private final Map<String, Seen> carts = new TreeMap<>();
  private final Map<String, List<StaffOrder>> orders = new TreeMap<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<Worked> worked = new ArrayList<>();
  private final Map<String, Basket> baskets = new TreeMap<>();
  private long lastOrder;
  private volatile Consumer<String> ordered = cartId -> {};

  /**
   * @param clock its milliseconds also number the orders, so that they grow over restarts
   */
  public Fleet(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A cart as the gate knows it.
   *
   * @param heard when it last said something
   * @param waitingSince since when it calls staff or holds something; null if it does not
   * @param orders how many it has not done
   */
  public record Seen(
      String cartId, CartStatus status, Instant heard, Optional<Instant> waitingSince, int orders) {
    /** Whether somebody should go there. */
    public boolean waits() {
      return waitingSince.isPresent();
    }
  }

  /** What a cart said last of what lies in it, on this trip. */
  public synchronized List<CartStatus.TabLine> basket(String cartId, String tripId) {
    Basket kept = baskets.get(cartId);
    return kept != null && kept.tripId().equals(tripId) ? kept.lines() : List.of();
  }

  private record Basket(String tripId, List<CartStatus.TabLine> lines) {}

  /** An empty basket says so by its pieces; otherwise no lines means that they are as before. */
  private void keep(String cartId, CartStatus status) {
    List<CartStatus.TabLine> lines = status.tab().map(CartStatus.Tab::lines).orElse(List.of());
    int pieces = status.tab().map(CartStatus.Tab::pieces).orElse(0);
    Basket kept = baskets.get(cartId);
    if (!lines.isEmpty()) {
      baskets.put(cartId, new Basket(status.tripId(), lines));
    } else if (pieces == 0 || (kept != null && !kept.tripId().equals(status.tripId()))) {
      baskets.remove(cartId);
    }
  }

  /** A cart asked its shopper something. */
  public record Asked(String cartId, String tripId, CartStatus.Open open, Instant at) {}

  /**
   * Staff did something at a cart.
   *
   * @param result as the cart says it: a short code and what it is about
   */
  public record Worked(String cartId, String staff, String result) {}

  /** What came of work at carts since the last call. */
  public synchronized List<Worked> drainWorked() {
    List<Worked> drained = List.copyOf(worked);
    worked.clear();
    return drained;
  }

  private void noteWork(String cartId, CartStatus status) {
    int before =
        Optional.ofNullable(carts.get(cartId))
            .flatMap(last -> last.status().machine().work())
            .map(CartStatus.Work::results)
            .orElse(0);
    status
        .machine()
        .work()
        .filter(it -> it.results() > 0 && it.results() != before && worked.size() < MOST_ASKED)
        .ifPresent(it -> worked.add(new Worked(cartId, it.staff(), it.result())));
  }

  /** What carts asked since the last call. */
  public synchronized List<Asked> drainAsked() {
    List<Asked> drained = List.copyOf(asked);
    asked.clear();
    return drained;
  }

  /** What is open now and was not before, of this trip. */
  private void note(String cartId, CartStatus status, Instant now) {
    List<CartStatus.Open> before =
        Optional.ofNullable(carts.get(cartId))
            .map(Seen::status)
            .filter(last -> last.tripId().equals(status.tripId()))
            .map(CartStatus::open)
            .orElse(List.of());
    for (CartStatus.Open open : status.open()) {
      boolean known = before.stream().anyMatch(it -> it.number() == open.number());
      if (!known && asked.size() < MOST_ASKED) {
        asked.add(new Asked(cartId, status.tripId(), open, now));
      }
    }
  }

  /**
   * A cart says how it is.
   *
   * @return what it is to do, oldest first
   */
  public synchronized List<StaffOrder> hear(String cartId, CartStatus status) {
    Instant now = clock.instant();
    note(cartId, status, now);
    noteWork(cartId, status);
    keep(cartId, status);
    List<StaffOrder> left = new ArrayList<>(orders.getOrDefault(cartId, List.of()));
    left.removeIf(
        order -> order.id() <= status.doneOrder() || !order.tripId().equals(trip(status)));
    orders.put(cartId, left);
    boolean waits =
        !status.call().isEmpty() || status.open().stream().anyMatch(CartStatus.Open::held);
    Optional<Instant> since =
        Optional.ofNullable(carts.get(cartId))
            .flatMap(Seen::waitingSince)
            .or(() -> Optional.of(now));
    carts.put(cartId, new Seen(cartId, status, now, waits ? since : Optional.empty(), left.size()));
    return List.copyOf(left);
  }

  /**
   * Staff want something of a cart, in the trip that it is on.
   *
   * @return empty if the cart is not on that trip, or has too many orders waiting
   */
  public Optional<StaffOrder> order(
      String cartId, String tripId, StaffOrder.Kind kind, int number, StaffOrder.Word word) {
    Optional<StaffOrder> order = add(cartId, tripId, kind, number, word);
    order.ifPresent(it -> ordered.accept(cartId));
    return order;
  }

  /** Who is told, of a cart, that it has a new order; called by many threads, must not wait. */
  public void tell(Consumer<String> told) {
    this.ordered = told;
  }

  /** What a cart has not carried out yet, oldest first. */
  public synchronized List<StaffOrder> waiting(String cartId) {
    return List.copyOf(orders.getOrDefault(cartId, List.of()));
  }

  private synchronized Optional<StaffOrder> add(
      String cartId, String tripId, StaffOrder.Kind kind, int number, StaffOrder.Word word) {
    Seen seen = carts.get(cartId);
    List<StaffOrder> waiting = orders.computeIfAbsent(cartId, id -> new ArrayList<>());
    if (seen == null || !trip(seen.status()).equals(tripId) || waiting.size() >= MOST_WAITING) {
      return Optional.empty();
    }
    lastOrder = Math.max(lastOrder + 1, clock.millis());
    StaffOrder order = new StaffOrder(lastOrder, tripId, kind, number, word);
    waiting.add(order);
    return Optional.of(order);
  }

  /** What its orders name. */
  public static String trip(CartStatus status) {
    return status.tripId().isEmpty() ? StaffOrder.NO_TRIP : status.tripId();
  }

  /** All carts ever heard of in this run, by id. */
  public synchronized List<Seen> carts() {
    return List.copyOf(carts.values());
  }

  /** Whether it has been quiet for too long. */
  public boolean silent(Seen cart) {
    return cart.heard().plus(SILENT_AFTER).isBefore(clock.instant());
  }
}
