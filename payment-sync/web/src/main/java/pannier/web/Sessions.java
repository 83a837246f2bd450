package pannier.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions by cookie, in memory: a restart ends them. What changes something must also carry the
 * session's token in the header {@value #TOKEN_HEADER}, which no other site can know. Safe for use
 * by many threads.
 *
 * @param <T> what is known of whose session it is
 */
public final class Sessions<T> {
  /** Where a page puts the token. */
  public static final String TOKEN_HEADER = "X-Pannier-Token";

  /** The oldest goes when there are more. */
  private static final int MOST = 1_000;

  private static final int SECRET_BYTES = 32;

  private final String cookie;
  private final Duration idle;
  private final Duration longest;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Map<String, Session<T>> sessions = new LinkedHashMap<>();

  /**
   * @param cookie its name
   * @param idle unused for so long, a session ends
   * @param longest so old, it ends in any case
   */
  public Sessions(
      String cookie, Duration idle, Duration longest, InstantSource clock, SecureRandom random) {
    this.cookie = cookie;
    this.idle = idle;
    this.longest = longest;
    this.clock = clock;
    this.random = random;
  }

  /** A new session, always with a new id. */
  public synchronized Session<T> open(T owner) {
    Instant now = clock.instant();
    Session<T> session = new Session<>(secret(), secret(), owner, now, now);
    sessions.put(session.id(), session);
    if (sessions.size() > MOST) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    return session;
  }

  /** The same response, with the session's cookie. */
  public Response with(Session<T> session, Response response) {
    return response.with("Set-Cookie", cookie(session.id(), longest.toSeconds()));
  }

  /** The same response; the browser forgets its cookie. */
  public Response without(Response response) {
    return response.with("Set-Cookie", cookie("", 0));
  }

  private String cookie(String value, long seconds) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict".formatted(cookie, value, seconds);
  }

  /** The session of the request's cookie, if it is still valid; it counts as used now. */
  public synchronized Optional<Session<T>> find(Request request) {
    Optional<Session<T>> found = request.cookie(cookie).flatMap(this::valid);
    found.ifPresent(session -> sessions.put(session.id(), session.usedAt(clock.instant())));
    return found;
  }

  /** Whether it is still valid; asking does not count as use. */
  public synchronized boolean lives(Session<T> session) {
    return valid(session.id()).isPresent();
  }

  private Optional<Session<T>> valid(String id) {
    Session<T> session = sessions.get(id);
    Instant now = clock.instant();
    if (session != null
        && (session.used().plus(idle).isBefore(now)
            || session.opened().plus(longest).isBefore(now))) {
      sessions.remove(id);
      return Optional.empty();
    }
    return Optional.ofNullable(session);
  }

  /**
   * The session of a request that changes something.
   *
   * @throws HttpProblem 401 without a session, 403 without its token
   */
  public Session<T> require(Request request) throws HttpProblem {
    Session<T> session =
        find(request).orElseThrow(() -> new HttpProblem(401, "session: found none; sign in"));
    String token = request.header(TOKEN_HEADER).orElse("");
    if (!MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), session.token().getBytes(StandardCharsets.UTF_8))) {
      throw new HttpProblem(403, TOKEN_HEADER + ": not this session's");
    }
    return session;
  }

  /** Ends it. */
  public synchronized void close(Session<T> session) {
    sessions.remove(session.id());
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
