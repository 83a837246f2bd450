package pannier.web;

import java.time.Instant;

/**
 * A browser that we know.
 *
 * @param id what its cookie holds; a secret
 * @param token what it must send with each change; a secret
 * @param owner whose session it is
 * @param opened when it began
 * @param used when it was last asked for
 */
public record Session<T>(String id, String token, T owner, Instant opened, Instant used) {
  Session<T> usedAt(Instant now) {
    return new Session<>(id, token, owner, opened, now);
  }

  /** No secret ever shows in text. */
  @Override
  public String toString() {
    return "session of " + owner;
  }
}
