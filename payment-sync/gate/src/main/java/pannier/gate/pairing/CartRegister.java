package pannier.gate.pairing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.wire.ProblemKind;
import pannier.wire.key.PeerKey;

/**
 * The carts of the store and their keys. Every question is answered by what the book holds now,
 * whoever wrote it; while its server is out of reach, by what was last known. Safe for use by many
 * threads.
 */
public final class CartRegister implements BillKeys {
  private static final String PAIRED = KeyRow.PAIRED;
  private static final String REPLACED = "REPLACED";

  private final CartBook book;
  private final InstantSource clock;
  private final Optional<CartCopy> copy;
  private volatile Seen seen = Seen.NOTHING;

  public CartRegister(CartBook book, InstantSource clock) {
    this(book, clock, Optional.empty());
  }

  /**
   * @param copy of what was last known
   */
  CartRegister(CartBook book, InstantSource clock, Optional<CartCopy> copy) {
    this.book = book;
    this.clock = clock;
    this.copy = copy;
  }

  /** What was read when the book was of a version. */
  private record Seen(
      long version, Map<PeerKey, PairedCart> carts, Map<String, List<PeerKey>> billKeys) {
    static final Seen NOTHING = new Seen(-1, Map.of(), Map.of());

    static Seen of(long version, List<KeyRow> rows) {
      Map<PeerKey, PairedCart> carts = new HashMap<>();
      Map<String, List<PeerKey>> billKeys = new HashMap<>();
      for (KeyRow row : rows) {
        if (row.paired()) {
          carts.put(row.cart().key(), row.cart());
        }
        billKeys
            .computeIfAbsent(row.cart().cartId(), id -> new ArrayList<>())
            .add(row.cart().key());
      }
      return new Seen(version, Map.copyOf(carts), Map.copyOf(billKeys));
    }
  }

  InstantSource clock() {
    return clock;
  }

  /** The cart that a key is in use by. */
  public Optional<PairedCart> find(PeerKey key) throws CartBookException {
    return Optional.ofNullable(seen().carts.get(key));
  }

  /** All of them, by id. */
  public List<PairedCart> list() throws CartBookException {
    return seen().carts.values().stream()
        .sorted((a, b) -> a.cartId().compareTo(b.cartId()))
        .toList();
  }

  @Override
  public List<PeerKey> list(String cartId) {
    try {
      return seen().billKeys.getOrDefault(cartId, List.of());
    } catch (CartBookException e) {
      Logger.error(e, "the carts' keys");
      return List.of();
    }
  }

  /**
   * Pairs a cart on somebody's word. A key that it had before is replaced: its sessions end.
   *
   * @param staff who says so
   * @throws RefusedPairingException if the key was revoked, or is another cart's
   */
  public void pair(String cartId, PeerKey key, String staff)
      throws CartBookException, RefusedPairingException {
    Optional<RefusedPairingException> refused =
        changed(connection -> pair(connection, cartId, key, staff));
    if (refused.isPresent()) {
      throw refused.get();
    }
  }

  /**
   * Pairs many carts in one step.
   *
   * @param keys by cart
   * @throws RefusedPairingException as {@link #pair} does
   */
  public void pairAll(Map<String, PeerKey> keys, String staff)
      throws CartBookException, RefusedPairingException {
    Optional<RefusedPairingException> refused =
        changed(
            connection -> {
              for (Map.Entry<String, PeerKey> each : keys.entrySet()) {
                Optional<RefusedPairingException> one =
                    pair(connection, each.getKey(), each.getValue(), staff);
                if (one.isPresent()) {
                  return one;
                }
              }
              return Optional.empty();
            });
    if (refused.isPresent()) {
      throw refused.get();
    }
  }

  /** Within a transaction of its caller's; empty: done. */
  Optional<RefusedPairingException> pair(
      Connection connection, String cartId, PeerKey key, String staff) throws SQLException {
    Optional<KeyRow> known = row(connection, key);
    if (known.isPresent() && known.get().state().equals("REVOKED")) {
      return refusal(ProblemKind.KEY_BARRED, "this key was revoked; the cart needs a new one");
    }
    if (known.isPresent() && !known.get().cart().cartId().equals(cartId)) {
      return refusal(
          ProblemKind.KEY_BARRED,
          "this key is that of %s; each cart has its own".formatted(known.get().cart().cartId()));
    }
    long now = clock.millis();
    end(connection, cartId, REPLACED, staff);
    Sql.change(
        connection,
        """
        INSERT INTO cart_key (key, cart_id, state, since, staff) VALUES (?, ?, 'PAIRED', ?, ?)
        ON CONFLICT (key) DO UPDATE SET state = 'PAIRED', since = excluded.since,
          staff = excluded.staff
        """,
        key.hex(),
        cartId,
        now,
        staff);
    return Optional.empty();
  }

  private static Optional<RefusedPairingException> refusal(ProblemKind kind, String detail) {
    return Optional.of(new RefusedPairingException(kind, detail));
  }

  /** Whether a cart of this name is paired by another key. */
  static boolean hasOther(Connection connection, String cartId, PeerKey key) throws SQLException {
    return Sql.one(
            connection,
            "SELECT 1 FROM cart_key WHERE cart_id = ? AND state = 'PAIRED' AND key <> ?",
            row -> row.getInt(1),
            cartId,
            key.hex())
        .isPresent();
  }

  /**
   * The cart leaves the store; it may be paired again, here or elsewhere. No bill of it counts.
   *
   * @return whether it was paired
   */
  public boolean unpair(String cartId, String staff) throws CartBookException {
    return changed(connection -> endAll(connection, cartId, "UNPAIRED", staff));
  }

  /** The cart was stolen, or its key was seen: that key never counts again. */
  public boolean revoke(String cartId, String staff) throws CartBookException {
    return changed(connection -> endAll(connection, cartId, "REVOKED", staff));
  }

  private boolean endAll(Connection connection, String cartId, String state, String staff)
      throws SQLException {
    boolean was = end(connection, cartId, state, staff);
    Sql.change(
        connection,
        "UPDATE cart_key SET state = ? WHERE cart_id = ? AND state = 'REPLACED'",
        state,
        cartId);
    return was;
  }

  private boolean end(Connection connection, String cartId, String state, String staff)
      throws SQLException {
    return Sql.change(
            connection,
            "UPDATE cart_key SET state = ?, since = ?, staff = ? WHERE cart_id = ? AND state = ?",
            state,
            clock.millis(),
            staff,
            cartId,
            PAIRED)
        > 0;
  }

  /** A transaction after which the next question looks into the book. */
  <T> T changed(Transactions.Work<T> work) throws CartBookException {
    try {
      return book.write(work);
    } finally {
      seen = Seen.NOTHING;
    }
  }

  private Seen seen() throws CartBookException {
    try {
      long version = book.version();
      Seen now = seen;
      return now.version == version ? now : looked(version);
    } catch (CartBookException e) {
      if (copy.isEmpty() || !e.isOutOfReach()) {
        throw e;
      }
      return lastKnown(copy.get());
    }
  }

  /** One looks; who waited meanwhile has seen it, too. */
  private synchronized Seen looked(long version) throws CartBookException {
    Seen now = seen;
    if (now.version != version) {
      now = look(version);
      seen = now;
    }
    return now;
  }

  private Seen lastKnown(CartCopy from) {
    Seen now = seen;
    if (now.equals(Seen.NOTHING)) {
      now = Seen.of(Seen.NOTHING.version - 1, from.read());
      seen = now;
    }
    return now;
  }

  private Seen look(long version) throws CartBookException {
    String sql =
        "SELECT * FROM cart_key WHERE state IN ('PAIRED', 'REPLACED') ORDER BY state, since DESC";
    List<KeyRow> rows = book.read(connection -> Sql.list(connection, sql, KeyRow::read));
    copy.ifPresent(it -> it.write(rows));
    return Seen.of(version, rows);
  }

  private static Optional<KeyRow> row(Connection connection, PeerKey key) throws SQLException {
    return Sql.one(connection, "SELECT * FROM cart_key WHERE key = ?", KeyRow::read, key.hex());
  }
}
