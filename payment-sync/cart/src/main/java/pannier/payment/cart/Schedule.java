package pannier.payment.cart;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pannier.wire.SettlementKey;

/** When which attempt is due. Times are nanoseconds of one monotonic clock. Used by one thread. */
final class Schedule {
  private final RetryPolicy policy;
  private final RandomGenerator random;
  private final Map<SettlementKey, Due> due = new HashMap<>();

  Schedule(RetryPolicy policy, RandomGenerator random) {
    this.policy = policy;
    this.random = random;
  }

  /** One attempt that waits. */
  private record Due(SettlementKey key, long atNanos, int tries, String reason) {}

  /** Due at once. */
  void now(SettlementKey key, long nowNanos) {
    int tries = Optional.ofNullable(due.get(key)).map(Due::tries).orElse(0);
    due.put(key, new Due(key, nowNanos, tries, ""));
  }

  /** Due again after a delay that grows with each failure. */
  void later(SettlementKey key, long nowNanos, String reason) {
    int tries = 1 + Optional.ofNullable(due.get(key)).map(Due::tries).orElse(0);
    long delayNanos = policy.delay(tries, random).toNanos();
    due.put(key, new Due(key, nowNanos + delayNanos, tries, reason));
  }

  /** Due again in a moment, however often it was: somebody is at work on it. */
  void soon(SettlementKey key, long nowNanos, String reason) {
    due.put(key, new Due(key, nowNanos + policy.delay(2, random).toNanos(), 1, reason));
  }

  void done(SettlementKey key) {
    due.remove(key);
  }

  /** The first one whose time has come. */
  Optional<SettlementKey> next(long nowNanos) {
    return first().filter(it -> it.atNanos() - nowNanos <= 0).map(Due::key);
  }

  /** How long until one is due; for ever if there is none. */
  long waitNanos(long nowNanos) {
    return first().map(it -> Math.max(0, it.atNanos() - nowNanos)).orElse(Long.MAX_VALUE);
  }

  List<Waiting> waiting() {
    return due.values().stream().map(it -> new Waiting(it.key(), it.tries(), it.reason())).toList();
  }

  private Optional<Due> first() {
    // Differences, not values: a monotonic clock may wrap.
    Comparator<Due> byTime = (a, b) -> Long.signum(a.atNanos() - b.atNanos());
    return due.values().stream().min(byTime);
  }
}
