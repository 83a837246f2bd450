package pannier.gate.provider;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the sandbox does wrong on demand, by the end of a token: {@code …+lost-reply} does what it
 * is asked and fails to say so the first time, {@code …+down} does nothing the first time, {@code
 * …+slow-500} takes 500 ms. What was "the first time" is forgotten with the process.
 */
final class Trouble {
  private static final String LOST_REPLY = "lost-reply";
  private static final String DOWN = "down";
  private static final String SLOW = "slow-";

  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /** What of a token says how much it pays. */
  static String means(String token) {
    int plus = token.indexOf('+');
    return plus < 0 ? token : token.substring(0, plus);
  }

  /** Before anything is done. */
  void before(PaymentOrder order) throws ProviderUnreachableException {
    String kind = kind(order.token());
    if (kind.startsWith(SLOW)) {
      linger(kind.substring(SLOW.length()));
    } else if (kind.equals(DOWN) && seen.add(order.key())) {
      throw new ProviderUnreachableException("the sandbox is down, as the token asks");
    }
  }

  /** After it is done, before the answer. */
  void after(PaymentOrder order) throws ProviderUnreachableException {
    if (kind(order.token()).equals(LOST_REPLY) && seen.add(order.key())) {
      throw new ProviderUnreachableException("the sandbox's reply is lost, as the token asks");
    }
  }

  private static String kind(String token) {
    int plus = token.indexOf('+');
    return plus < 0 ? "" : token.substring(plus + 1);
  }

  private static void linger(String millis) throws ProviderUnreachableException {
    try {
      Thread.sleep(Duration.ofMillis(Math.clamp(Long.parseLong(millis), 0, 60_000)));
    } catch (NumberFormatException e) {
      throw new ProviderUnreachableException("'slow-%s' has no milliseconds".formatted(millis), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderUnreachableException("interrupted", e);
    }
  }
}
