package pannier.gate.pairing;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.settlement.Answer;
import pannier.gate.sql.Sql;
import pannier.wire.MalformedMessageException;
import pannier.wire.PairReply;
import pannier.wire.PairRequest;
import pannier.wire.PairingCode;
import pannier.wire.PairingCodec;
import pannier.wire.ProblemKind;
import pannier.wire.key.PeerKey;

/**
 * Makes pairing codes, and pairs the cart that uses one: once, within its life. The same cart may
 * ask again with the same key, as its answer may have been lost.
 */
public final class PairingDesk {
  /** Long enough to walk to the cart, short enough that a photograph of the code is of no use. */
  public static final Duration LIFE = Duration.ofMinutes(2);

  private final CartBook book;
  private final CartRegister register;
  private final PeerKey gate;
  private final InstantSource clock;
  private final SecureRandom random;

  private volatile Consumer<PairedCart> listener = cart -> {};

  /**
   * @param gate the key of the gate that carts will find
   */
  public PairingDesk(
      CartBook book,
      CartRegister register,
      PeerKey gate,
      InstantSource clock,
      SecureRandom random) {
    this.book = book;
    this.register = register;
    this.gate = gate;
    this.clock = clock;
    this.random = random;
  }

  /** Who is told from now on when a cart was paired. */
  public void tell(Consumer<PairedCart> told) {
    listener = told;
  }

  /** A code and until when it is good. */
  public record Shown(PairingCode code, Instant until) {}

  private record Row(String forCart, String staff, Instant until, String usedBy, String usedKey) {}

  /** Tells where carts find the gate that runs now. */
  public void open(String host, int port) throws CartBookException {
    book.write(
        connection ->
            Sql.change(
                connection,
                """
                INSERT INTO door (id, host, port) VALUES (1, ?, ?)
                ON CONFLICT (id) DO UPDATE SET host = excluded.host, port = excluded.port
                """,
                host,
                port));
  }

  /**
   * A new code.
   *
   * @param forCart the only cart that may use it, also if it is paired already; empty: any cart
   *     that is not paired
   * @param staff who shows it
   * @return empty if no gate has run on this book yet
   */
  public Optional<Shown> show(Optional<String> forCart, String staff) throws CartBookException {
    Instant until = clock.instant().plus(LIFE);
    return register.changed(
        connection -> {
          forgetOld(connection);
          Optional<PairingCode> code =
              Sql.one(
                  connection,
                  "SELECT host, port FROM door",
                  row -> PairingCode.fresh(gate, row.getString(1), row.getInt(2), random));
          if (code.isPresent()) {
            insert(connection, code.get(), forCart, staff, until);
          }
          return code.map(it -> new Shown(it, until));
        });
  }

  private static void insert(
      Connection connection,
      PairingCode code,
      Optional<String> forCart,
      String staff,
      Instant until)
      throws SQLException {
    Sql.change(
        connection,
        "INSERT INTO pairing_code (id, secret, for_cart, staff, until) VALUES (?, ?, ?, ?, ?)",
        code.id(),
        code.secretBytes(),
        forCart,
        staff,
        until.toEpochMilli());
  }

  /** What the handshake needs; empty for a code that was used, is late, or never was. */
  public Optional<byte[]> secret(String id) throws CartBookException {
    return book.read(
        connection ->
            Sql.one(
                connection,
                "SELECT secret FROM pairing_code WHERE id = ? AND until > ? AND secret IS NOT NULL",
                row -> row.getBytes(1),
                id,
                clock.millis()));
  }

  /** Whether a cart has used the code. */
  public boolean isUsed(String id) throws CartBookException {
    return book.read(
        connection ->
            Sql.one(
                    connection,
                    "SELECT 1 FROM pairing_code WHERE id = ? AND used_by IS NOT NULL",
                    row -> row.getInt(1),
                    id)
                .isPresent());
  }

  /**
   * Pairs a cart.
   *
   * @param id of the code, as the handshake proved
   */
  public Answer pair(String id, byte[] message) {
    try {
      PairRequest request = PairingCodec.decodeRequest(message);
      Optional<RefusedPairingException> refused =
          register.changed(connection -> pair(connection, id, request));
      if (refused.isPresent()) {
        return new Answer.Refused(refused.get().problem());
      }
      Logger.info("{} is paired, {}", request.cartId(), request.key());
      register.find(request.key()).ifPresent(listener);
      PairReply reply = new PairReply(request.cartId(), gate);
      return new Answer.Replied(EncodedReply.ofBytes(PairingCodec.encode(reply)));
    } catch (MalformedMessageException e) {
      return Answer.refused(ProblemKind.MALFORMED, String.valueOf(e.getMessage()));
    } catch (CartBookException e) {
      Logger.error(e, "pairing");
      return Answer.refused(ProblemKind.GATE_FAULT, "send the same bytes again later");
    }
  }

  private Optional<RefusedPairingException> pair(
      Connection connection, String id, PairRequest request) throws SQLException {
    Optional<Row> known =
        Sql.one(connection, "SELECT * FROM pairing_code WHERE id = ?", PairingDesk::row, id);
    if (known.isEmpty()) {
      return refusal(ProblemKind.CODE_UNKNOWN, "staff show a new one");
    }
    Row code = known.get();
    if (!code.usedBy.isEmpty()) {
      return code.usedBy.equals(request.cartId()) && code.usedKey.equals(request.key().hex())
          ? Optional.empty()
          : refusal(ProblemKind.CODE_SPENT, "staff show a new one");
    }
    if (!clock.instant().isBefore(code.until)) {
      return refusal(ProblemKind.CODE_LATE, "it was good for two minutes; staff show a new one");
    }
    if (!code.forCart.isEmpty() && !code.forCart.equals(request.cartId())) {
      return refusal(
          ProblemKind.CODE_OF_ANOTHER_CART,
          "cart: found %s; expected %s".formatted(request.cartId(), code.forCart));
    }
    if (code.forCart.isEmpty()
        && CartRegister.hasOther(connection, request.cartId(), request.key())) {
      return refusal(
          ProblemKind.CART_KNOWN,
          "%s is paired with another key; staff show a code for this cart, or unpair it"
              .formatted(request.cartId()));
    }
    Optional<RefusedPairingException> refused =
        register.pair(connection, request.cartId(), request.key(), code.staff);
    if (refused.isEmpty()) {
      Sql.change(
          connection,
          "UPDATE pairing_code SET used_by = ?, used_key = ?, secret = NULL WHERE id = ?",
          request.cartId(),
          request.key().hex(),
          id);
    }
    return refused;
  }

  /** Codes that are an hour old tell nobody anything. */
  private void forgetOld(Connection connection) throws SQLException {
    long now = clock.millis();
    Sql.change(connection, "UPDATE pairing_code SET secret = NULL WHERE until <= ?", now);
    Sql.change(
        connection,
        "DELETE FROM pairing_code WHERE until <= ?",
        now - Duration.ofHours(1).toMillis());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        text(row, "for_cart"),
        row.getString("staff"),
        Instant.ofEpochMilli(row.getLong("until")),
        text(row, "used_by"),
        text(row, "used_key"));
  }

  static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static Optional<RefusedPairingException> refusal(ProblemKind kind, String detail) {
    return Optional.of(new RefusedPairingException(kind, detail));
  }
}
