package pannier.gate.coap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each peer, and all together, may do something: a bucket of tokens each, filled at a
 * steady rate. It remembers a bounded number of peers. Safe for use by many threads.
 */
final class Allowance {
  private static final double SECOND_NANOS = 1e9;

  private final Rate each;
  private final int mostPeers;
  private final LongSupplier nanos;
  private final Bucket total;
  private final Map<Object, Bucket> peers = new LinkedHashMap<>();

  /**
   * So many a second.
   *
   * @param burst at once, after a quiet time
   */
  record Rate(double perSecond, double burst) {
    Rate {
      if (!(perSecond > 0 && burst >= 1)) {
        throw new IllegalArgumentException("%s a second, %s at once".formatted(perSecond, burst));
      }
    }
  }

  private static final class Bucket {
    private final Rate rate;
    private double tokens;
    private long sinceNanos;

    Bucket(Rate rate, long nowNanos) {
      this.rate = rate;
      this.tokens = rate.burst;
      this.sinceNanos = nowNanos;
    }

    boolean holdsOne(long nowNanos) {
      double more = (nowNanos - sinceNanos) / SECOND_NANOS * rate.perSecond;
      tokens = Math.min(rate.burst, tokens + Math.max(0, more));
      sinceNanos = nowNanos;
      return tokens >= 1;
    }
  }

  /**
   * @param mostPeers the one that was quiet longest is forgotten beyond
   * @param nanos a clock that never goes back
   */
  Allowance(Rate each, Rate total, int mostPeers, LongSupplier nanos) {
    this.each = each;
    this.mostPeers = mostPeers;
    this.nanos = nanos;
    this.total = new Bucket(total, nanos.getAsLong());
  }

  /** Uses a token of {@code peer} and one of all; false, and nothing used, where one is missing. */
  synchronized boolean take(Object peer) {
    long now = nanos.getAsLong();
    Bucket own = peers.remove(peer);
    if (own == null) {
      own = new Bucket(each, now);
      if (peers.size() >= mostPeers) {
        peers.remove(peers.keySet().iterator().next());
      }
    }
    peers.put(peer, own); // the latest stands last
    if (!own.holdsOne(now) || !total.holdsOne(now)) {
      return false;
    }
    own.tokens--;
    total.tokens--;
    return true;
  }
}
