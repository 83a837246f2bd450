package pannier.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * So many tries, and one more each so often; counted by key, such as an address. Safe for use by
 * many threads.
 */
public final class RateLimit {
  /** With more keys at once, those that have all their tries are forgotten. */
  private static final int MOST_KEYS = 10_000;

  private final int tries;
  private final Duration refill;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new HashMap<>();

  /**
   * @param tries at once
   * @param refill until one more is given
   */
  public RateLimit(int tries, Duration refill, InstantSource clock) {
    if (tries < 1 || refill.isNegative() || refill.isZero()) {
      throw new IllegalArgumentException("%d tries, one each %s".formatted(tries, refill));
    }
    this.tries = tries;
    this.refill = refill;
    this.clock = clock;
  }

  /**
   * Uses up a try.
   *
   * @throws HttpProblem 429 if none is left
   */
  public synchronized void take(String key) throws HttpProblem {
    Instant now = clock.instant();
    Bucket bucket = buckets.getOrDefault(key, new Bucket(tries, now)).at(now, refill, tries);
    if (buckets.size() >= MOST_KEYS) {
      buckets.values().removeIf(old -> old.at(now, refill, tries).left() >= tries);
    }
    if (bucket.left() < 1 || (buckets.size() >= MOST_KEYS && !buckets.containsKey(key))) {
      throw new HttpProblem(429, "too many tries; wait a moment");
    }
    buckets.put(key, new Bucket(bucket.left() - 1, bucket.since()));
  }

  /** Gives all tries back, such as after one that was right. */
  public synchronized void forget(String key) {
    buckets.remove(key);
  }

  private record Bucket(int left, Instant since) {
    Bucket at(Instant now, Duration refill, int most) {
      long more = Duration.between(since, now).dividedBy(refill);
      return left + more >= most
          ? new Bucket(most, now)
          : new Bucket((int) (left + more), since.plus(refill.multipliedBy(more)));
    }
  }
}
