package pannier.gate.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.gate.shelf.Book;
import pannier.gate.shelf.Shelf;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.wire.Checkpoint;
import pannier.wire.CheckpointCodec;

/** The newest checkpoint of each trip, for a day. What was moved does not change any more. */
public final class CheckpointBook implements AutoCloseable {
  /** Longer than anybody shops. */
  public static final Duration KEPT = Duration.ofHours(24);

  private static final Book BOOK = Book.of("checkpoints", CheckpointBook.class, "checkpoint-1.sql");

  private final Transactions book;
  private final InstantSource clock;

  private CheckpointBook(Transactions book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  /** Opens the book on {@code shelf}, or begins one. */
  public static CheckpointBook open(Shelf shelf, InstantSource clock) throws IOException {
    return new CheckpointBook(shelf.open(BOOK), clock);
  }

  /** The same in files of one gate's {@code folder}. */
  public static CheckpointBook open(Path folder, InstantSource clock) throws IOException {
    return open(new Shelf.InFolder(folder), clock);
  }

  /**
   * A basket as it was told.
   *
   * @param till the request by which a till settles it; empty: it was not moved there
   * @param movedTo the trip by which another cart takes it over; empty: none does
   */
  public record Kept(
      String cartId,
      Checkpoint checkpoint,
      Instant at,
      Optional<byte[]> till,
      Optional<String> movedTo) {
    /** Whether staff have taken it from its cart. */
    public boolean moved() {
      return till.isPresent() || movedTo.isPresent();
    }
  }

  /**
   * Keeps the newest; an older one, and one of a basket that was moved, changes nothing.
   *
   * @return false if the trip is another cart's, or was moved
   */
  public boolean keep(Checkpoint checkpoint) throws IOException {
    String trip = checkpoint.basket().key().tripId();
    String cart = checkpoint.basket().cartId();
    byte[] body = CheckpointCodec.encode(checkpoint);
    return ask(
        connection -> {
          Sql.change(
              connection, "DELETE FROM checkpoint WHERE at < ?", clock.millis() - KEPT.toMillis());
          Sql.change(
              connection,
              """
              INSERT INTO checkpoint (trip_id, cart_id, number, body, at) VALUES (?, ?, ?, ?, ?)
              ON CONFLICT (trip_id) DO UPDATE
                SET number = excluded.number, body = excluded.body, at = excluded.at
                WHERE checkpoint.number < excluded.number AND checkpoint.cart_id = excluded.cart_id
                  AND checkpoint.till IS NULL AND checkpoint.moved_to = ''
              """,
              trip,
              cart,
              checkpoint.number(),
              body,
              clock.millis());
          return Sql.one(
                  connection,
                  "SELECT 1 FROM checkpoint WHERE trip_id = ? AND cart_id = ?"
                      + " AND till IS NULL AND moved_to = ''",
                  row -> row.getInt(1),
                  trip,
                  cart)
              .isPresent();
        });
  }

  /** A trip's basket. */
  public Optional<Kept> find(String tripId) throws IOException {
    return one("trip_id = ?", tripId);
  }

  /** The basket that goes on under the trip {@code tripId}. */
  public Optional<Kept> findMovedTo(String tripId) throws IOException {
    return one("moved_to = ?", tripId);
  }

  /** All that are kept, the newest first. */
  public List<Kept> list() throws IOException {
    List<Kept> kept = new ArrayList<>();
    for (Row row : ask(it -> Sql.list(it, SELECT + " ORDER BY at DESC", CheckpointBook::row))) {
      kept.add(row.kept());
    }
    return kept;
  }

  /**
   * Staff settle it at a till by {@code request}, unless they did before.
   *
   * @return the request that stands
   */
  public byte[] toTill(String tripId, byte[] request) throws IOException {
    return ask(
        connection -> {
          Sql.change(
              connection,
              "UPDATE checkpoint SET till = ? WHERE trip_id = ? AND till IS NULL",
              request,
              tripId);
          return Sql.one(
                  connection,
                  "SELECT till FROM checkpoint WHERE trip_id = ?",
                  row -> row.getBytes(1),
                  tripId)
              .orElseThrow();
        });
  }

  /** The till did not take it: it is its cart's again. */
  void notToTill(String tripId) throws IOException {
    ask(it -> Sql.change(it, "UPDATE checkpoint SET till = NULL WHERE trip_id = ?", tripId));
  }

  /** It goes on under another trip. */
  public void toCart(String tripId, String newTripId) throws IOException {
    ask(
        connection ->
            Sql.change(
                connection,
                "UPDATE checkpoint SET moved_to = ? WHERE trip_id = ?",
                newTripId,
                tripId));
  }

  private static final String SELECT = "SELECT cart_id, body, at, till, moved_to FROM checkpoint";

  @SuppressWarnings("ArrayRecordComponent") // read, and decoded at once
  private record Row(
      String cartId, byte[] body, Instant at, Optional<byte[]> till, String movedTo) {
    Kept kept() throws IOException {
      Optional<String> moved = movedTo.isEmpty() ? Optional.empty() : Optional.of(movedTo);
      return new Kept(cartId, CheckpointCodec.decode(body), at, till, moved);
    }
  }

  private Optional<Kept> one(String where, String value) throws IOException {
    Optional<Row> row =
        ask(it -> Sql.one(it, SELECT + " WHERE " + where, CheckpointBook::row, value));
    return row.isPresent() ? Optional.of(row.get().kept()) : Optional.empty();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("cart_id"),
        row.getBytes("body"),
        Instant.ofEpochMilli(row.getLong("at")),
        Optional.ofNullable(row.getBytes("till")),
        row.getString("moved_to"));
  }

  private <T> T ask(Transactions.Work<T> work) throws IOException {
    try {
      return book.transaction(work);
    } catch (SQLException e) {
      throw new IOException("checkpoints: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    book.close();
  }
}
