package pannier.web;

import java.util.function.BooleanSupplier;

/**
 * Server-sent events of a feed: the whole state at once, and again at each change, until the
 * browser leaves, the feed closes or the reader may read no more.
 *
 * @param allowed asked before each state, such as whether the reader is still signed in
 */
public record EventStream(Feed feed, BooleanSupplier allowed) implements Answer {
  /** Open to whoever may connect. */
  public static EventStream of(Feed feed) {
    return new EventStream(feed, () -> true);
  }
}
