package pannier.domain.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often there was what on a trip so far. An immutable value.
 *
 * @param counts in each sign's unit, without those that are zero; seconds of {@link Sign#UNTRUSTED}
 *     are not in it
 * @param untrustedNanos so long sensors could not be trusted, as far as that is over
 * @param sinceNanos since when they cannot be; {@link #TRUSTED} if they can
 */
public record Marks(Map<Sign, Long> counts, long untrustedNanos, long sinceNanos) {
  /** All sensors can be trusted. */
  public static final long TRUSTED = Long.MIN_VALUE;

  public static final Marks NONE = new Marks(Map.of(), 0, TRUSTED);

  private static final long NANOS = 1_000_000_000;

  public Marks {
    Map<Sign, Long> copy = new EnumMap<>(Sign.class);
    copy.putAll(counts);
    counts = Collections.unmodifiableMap(copy);
  }

  /** With so many more of a sign. */
  public Marks plus(Sign sign, long more) {
    return more == 0 ? this : at(sign, count(sign) + more);
  }

  /** With so many of a sign, whatever there were. */
  public Marks at(Sign sign, long count) {
    Map<Sign, Long> next = new EnumMap<>(Sign.class);
    next.putAll(counts);
    next.put(sign, count);
    next.values().removeIf(it -> it == 0);
    return new Marks(next, untrustedNanos, sinceNanos);
  }

  /** Sensors can, or cannot, be trusted from {@code nanos} on. */
  public Marks trusted(boolean trusted, long nanos) {
    if (trusted == (sinceNanos == TRUSTED)) {
      return this;
    }
    return trusted
        ? new Marks(counts, untrustedNanos + nanos - sinceNanos, TRUSTED)
        : new Marks(counts, untrustedNanos, nanos);
  }

  /** How many there were of a sign, in its unit. */
  public long count(Sign sign) {
    return sign == Sign.UNTRUSTED ? untrustedNanos / NANOS : counts.getOrDefault(sign, 0L);
  }
}
