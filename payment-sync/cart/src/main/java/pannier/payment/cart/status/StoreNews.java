package pannier.payment.cart.status;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pannier.wire.Digest;
import pannier.wire.StoreWord;

/**
 * What the store last told this cart, and the store's time by it. The cart's own clock may be wrong
 * by years: it only measures what has passed since the gate said what time it is. Safe for use by
 * many threads.
 */
public final class StoreNews implements InstantSource {
  /** Differences below it are the way's, not the clock's. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  private final InstantSource own;
  private volatile Duration ahead = Duration.ZERO;
  private volatile StoreWord last = StoreWord.of(List.of());

  /**
   * @param own the cart's clock
   */
  public StoreNews(InstantSource own) {
    this.own = own;
  }

  /** The gate spoke just now. */
  public void hear(StoreWord word) {
    last = word;
    word.time().ifPresent(this::set);
  }

  private void set(Instant time) {
    Duration found = Duration.between(own.instant(), time);
    if (found.minus(ahead).abs().compareTo(TOLERANCE) > 0) {
      ahead = found;
    }
  }

  /** The version of the price list that holds at the gate; empty: it has not said. */
  public Optional<Digest> priceList() {
    return last.priceList();
  }

  /** The version of the gallery; empty: it has none, or has not said. */
  public Optional<Digest> gallery() {
    return last.gallery();
  }

  /** The version of the program that this cart is to take; empty: it keeps its own. */
  public Optional<Digest> release() {
    return last.release();
  }

  /** The version of what weighings taught of products' masses; empty: nothing, or not said. */
  public Optional<Digest> masses() {
    return last.masses();
  }

  /** The store's time; the cart's own until the gate has spoken. */
  @Override
  public Instant instant() {
    return own.instant().plus(ahead);
  }
}
