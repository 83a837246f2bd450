package pannier.gate.pairing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.tinylog.Logger;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.settlement.Answer;
import pannier.gate.sql.Sql;
import pannier.wire.Digest;
import pannier.wire.LoginCode;
import pannier.wire.LoginReply;
import pannier.wire.MalformedMessageException;
import pannier.wire.PairingCodec;
import pannier.wire.ProblemKind;

/**
 * Makes login codes for phones, and takes each from one cart, once, within its life. The same cart
 * may ask again meanwhile: it is the same login, to the same trip.
 */
public final class LoginDesk {
  /** Long enough to hold a phone before a camera. */
  public static final Duration LIFE = Duration.ofMinutes(1);

  /** As long as a phone may want to see what lies in its cart. */
  private static final Duration KEPT = Duration.ofHours(12);

  private final CartBook book;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param random of codes: nobody must guess it but in simulations
   */
  public LoginDesk(CartBook book, InstantSource clock, RandomGenerator random) {
    this.book = book;
    this.clock = clock;
    this.random = random;
  }

  /** A code and until when it is good. */
  public record Shown(LoginCode code, Instant until) {}

  private record Row(String forCart, String member, String tripId, Instant until, String usedBy) {}

  /**
   * A new code.
   *
   * @param forCart the only cart that takes it; empty: whichever sees it first
   * @param member number of the store's loyalty programme; empty: none
   */
  public Shown show(Optional<String> forCart, String member) throws CartBookException {
    byte[] trip = new byte[16];
    random.nextBytes(trip);
    return show(forCart, member, LoginReply.TRIP + UUID.nameUUIDFromBytes(trip));
  }

  /** A new code to a trip that goes on. */
  public Shown show(Optional<String> forCart, String member, String tripId)
      throws CartBookException {
    LoginCode code = LoginCode.fresh(random);
    Instant until = clock.instant().plus(LIFE);
    book.write(
        connection -> {
          Sql.change(
              connection,
              "DELETE FROM login_code WHERE until <= ?",
              clock.instant().minus(KEPT).toEpochMilli());
          return Sql.change(
              connection,
              "INSERT INTO login_code (digest, for_cart, member, trip_id, until)"
                  + " VALUES (?, ?, ?, ?, ?)",
              code.digest().hex(),
              forCart,
              member,
              tripId,
              until.toEpochMilli());
        });
    return new Shown(code, until);
  }

  /**
   * The cart that has taken a code; empty if none has.
   *
   * @param code its digest
   */
  public Optional<String> takenBy(Digest code) throws CartBookException {
    return book.read(connection -> find(connection, code))
        .map(Row::usedBy)
        .filter(cart -> !cart.isEmpty());
  }

  /** A trip that began with a code. */
  public record Begun(String cartId, String tripId) {}

  /**
   * The trip that began with a code; empty if none has.
   *
   * @param code its digest
   */
  public Optional<Begun> begun(Digest code) throws CartBookException {
    return book.read(connection -> find(connection, code))
        .filter(row -> !row.usedBy().isEmpty())
        .map(row -> new Begun(row.usedBy(), row.tripId()));
  }

  /**
   * A cart was shown a code.
   *
   * @param cartId as the handshake proved
   */
  public Answer login(String cartId, byte[] message) {
    try {
      LoginCode code = LoginCode.parse(PairingCodec.decodeLogin(message).code());
      return book.write(connection -> login(connection, cartId, code));
    } catch (MalformedMessageException e) {
      return Answer.refused(ProblemKind.MALFORMED, String.valueOf(e.getMessage()));
    } catch (CartBookException e) {
      Logger.error(e, "login");
      return Answer.refused(ProblemKind.GATE_FAULT, "send the same bytes again later");
    }
  }

  private Answer login(Connection connection, String cartId, LoginCode code) throws SQLException {
    Optional<Row> known = find(connection, code.digest());
    if (known.isEmpty()) {
      return Answer.refused(ProblemKind.CODE_UNKNOWN, "make a new one on the phone");
    }
    Row row = known.get();
    if (!row.usedBy.isEmpty() && !row.usedBy.equals(cartId)) {
      return Answer.refused(ProblemKind.CODE_SPENT, "make a new one on the phone");
    }
    if (!row.forCart.isEmpty() && !row.forCart.equals(cartId)) {
      return Answer.refused(ProblemKind.CODE_OF_ANOTHER_CART, "make a new one for this cart");
    }
    if (!clock.instant().isBefore(row.until)) {
      return Answer.refused(ProblemKind.CODE_LATE, "it was good for a minute; make a new one");
    }
    Sql.change(
        connection,
        "UPDATE login_code SET used_by = ? WHERE digest = ?",
        cartId,
        code.digest().hex());
    LoginReply reply = new LoginReply(row.tripId, row.member);
    return new Answer.Replied(EncodedReply.ofBytes(PairingCodec.encode(reply)));
  }

  private static Optional<Row> find(Connection connection, Digest code) throws SQLException {
    return Sql.one(
        connection, "SELECT * FROM login_code WHERE digest = ?", LoginDesk::row, code.hex());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        PairingDesk.text(row, "for_cart"),
        row.getString("member"),
        row.getString("trip_id"),
        Instant.ofEpochMilli(row.getLong("until")),
        PairingDesk.text(row, "used_by"));
  }
}
