package pannier.gate.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.wire.CartStatus;
import pannier.wire.Digest;

/**
 * Which carts are to take a new version of their program: a share of them, always the same ones and
 * more as it grows, until two carts say that it did not come up. Carts say so with each status, so
 * that a gate that was started again knows, too. Safe for use by many threads.
 */
public final class Stages {
  /** One cart may have a bad card; two have a bad version. */
  private static final int MOST_FAILED = 2;

  private @Nullable Offer offer;
  private final Set<String> failed = new TreeSet<>();

  /**
   * A release.
   *
   * @param percent of carts that are to take it
   */
  private record Offer(String version, Digest digest, int percent) {}

  /** From now on this release is offered; its failures are forgotten only with another version. */
  public synchronized void offer(String version, Digest digest, int percent) {
    if (offer == null || !offer.version.equals(version)) {
      failed.clear();
    }
    offer = new Offer(version, digest, percent);
  }

  /** None is offered. */
  public synchronized void withdraw() {
    offer = null;
  }

  /** A cart said what it runs. */
  synchronized void hear(String cartId, CartStatus status) {
    String tried = status.machine().program().map(CartStatus.Program::failed).orElse("");
    if (offer != null && tried.equals(offer.version) && failed.add(cartId)) {
      Logger.warn("{} did not come up on cart {}", tried, cartId);
      if (failed.size() == MOST_FAILED) {
        Logger.error("no more carts take {}: it failed on {}", tried, failed);
      }
    }
  }

  /** What a cart is to take; empty: what it has. */
  synchronized Optional<Digest> of(String cartId) {
    if (offer == null || failed.size() >= MOST_FAILED || failed.contains(cartId)) {
      return Optional.empty();
    }
    return place(cartId, offer.version) < offer.percent
        ? Optional.of(offer.digest)
        : Optional.empty();
  }

  /** 0 to 99; of each version other carts come first. */
  private static int place(String cartId, String version) {
    CRC32 sum = new CRC32();
    sum.update((version + '/' + cartId).getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % 100);
  }
}
