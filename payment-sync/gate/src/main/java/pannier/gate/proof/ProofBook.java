package pannier.gate.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.gate.shelf.Book;
import pannier.gate.shelf.Shelf;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.wire.DisputeClaim;
import pannier.wire.DisputeCodec;

/**
 * What carts sent with disputes. It is deleted thirty days after staff decided, ninety days after
 * it came at the latest, and at once when its shopper wants that.
 */
public final class ProofBook implements AutoCloseable {
  /** For a shopper who does not agree with the decision. */
  public static final Duration AFTER_DECISION = Duration.ofDays(30);

  public static final Duration AT_MOST = Duration.ofDays(90);

  /** What staff looked at in a spot check: the day in which it matters. */
  public static final Duration CHECKED = Duration.ofHours(24);

  private static final Book BOOK = Book.of("proofs", ProofBook.class, "proof-1.sql");

  private final Transactions book;
  private final InstantSource clock;

  private ProofBook(Transactions book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  /** Opens the book at {@code file}, or begins one. */
  public static ProofBook open(Path file, InstantSource clock) throws IOException {
    return new ProofBook(BOOK.open(file), clock);
  }

  /** Opens the book on {@code shelf}, or begins one. */
  public static ProofBook open(Shelf shelf, InstantSource clock) throws IOException {
    return new ProofBook(shelf.open(BOOK), clock);
  }

  /** Keeps a claim; the same id again changes nothing. */
  public void keep(DisputeClaim claim) throws IOException {
    change(
        "INSERT INTO proof (dispute_id, trip_id, claim, delete_at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT DO NOTHING",
        claim.id(),
        claim.key().tripId(),
        DisputeCodec.encode(claim),
        clock.millis() + (claim.isCheck() ? CHECKED : AT_MOST).toMillis());
  }

  /** What a trip's spot checks showed, in the order in which it came. */
  public List<DisputeClaim> checks(String tripId) throws IOException {
    List<DisputeClaim> checks = new ArrayList<>();
    for (byte[] claim :
        ask(
            connection ->
                Sql.list(
                    connection,
                    "SELECT claim FROM proof WHERE trip_id = ? AND delete_at > ?"
                        + " ORDER BY delete_at, dispute_id",
                    row -> row.getBytes(1),
                    tripId,
                    clock.millis()))) {
      DisputeClaim read = DisputeCodec.decode(claim);
      if (read.isCheck()) {
        checks.add(read);
      }
    }
    return checks;
  }

  /** What came with a dispute, if it is still kept. */
  public Optional<DisputeClaim> find(String disputeId) throws IOException {
    Optional<byte[]> claim =
        ask(
            connection ->
                Sql.one(
                    connection,
                    "SELECT claim FROM proof WHERE dispute_id = ? AND delete_at > ?",
                    row -> row.getBytes(1),
                    disputeId,
                    clock.millis()));
    return claim.isPresent() ? Optional.of(DisputeCodec.decode(claim.get())) : Optional.empty();
  }

  /** Staff have decided: the time to keep it for is shorter from now on. */
  public void decided(String disputeId) throws IOException {
    change(
        "UPDATE proof SET delete_at = ? WHERE dispute_id = ? AND delete_at > ?",
        clock.millis() + AFTER_DECISION.toMillis(),
        disputeId,
        clock.millis() + AFTER_DECISION.toMillis());
  }

  /**
   * Its shopper wants it gone.
   *
   * @return how many disputes had something
   */
  public int forget(String tripId) throws IOException {
    return change("DELETE FROM proof WHERE trip_id = ?", tripId);
  }

  /** Staff have seen to what they looked at. */
  public void seenTo(String tripId) throws IOException {
    for (DisputeClaim check : checks(tripId)) {
      change("DELETE FROM proof WHERE dispute_id = ?", check.id());
    }
  }

  /** Deletes what is over its time. */
  public int sweep() throws IOException {
    return change("DELETE FROM proof WHERE delete_at <= ?", clock.millis());
  }

  private int change(String sql, Object... values) throws IOException {
    return ask(connection -> Sql.change(connection, sql, values));
  }

  private <T> T ask(Transactions.Work<T> work) throws IOException {
    try {
      return book.transaction(work);
    } catch (SQLException e) {
      throw new IOException("proofs: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    book.close();
  }
}
