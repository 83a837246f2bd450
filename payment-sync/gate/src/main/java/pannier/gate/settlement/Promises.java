package pannier.gate.settlement;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import pannier.gate.ledger.LedgerException;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.gate.sqlite.Database;
import pannier.gate.sqlite.Schema;
import pannier.wire.SettlementKey;

/** The requests that a gate accepted on its own word, in a file of its own disk. */
final class Promises implements AutoCloseable {
  private static final Schema SCHEMA = Schema.of(Promises.class, "promises-1.sql");

  private final Database database;

  private Promises(Database database) {
    this.database = database;
  }

  static Promises open(Path file) throws IOException {
    return new Promises(Database.open(file, SCHEMA));
  }

  /** Keeps a request's bytes; the same again changes nothing. */
  void keep(SettlementKey key, byte[] request, long totalMinor) throws LedgerException {
    write(
        connection ->
            Sql.change(
                connection,
                """
                INSERT INTO promise (trip_id, attempt, request, total_minor, state)
                VALUES (?, ?, ?, ?, 'WAITING') ON CONFLICT DO NOTHING
                """,
                key.tripId(),
                key.attempt(),
                request,
                totalMinor));
  }

  /** Records what became of it. */
  void done(SettlementKey key, String state) throws LedgerException {
    write(
        connection ->
            Sql.change(
                connection,
                "UPDATE promise SET state = ? WHERE trip_id = ? AND attempt = ?",
                state,
                key.tripId(),
                key.attempt()));
  }

  /** What waits to be settled, in minor units. */
  long waitingMinor() throws LedgerException {
    String sql = "SELECT coalesce(sum(total_minor), 0) FROM promise WHERE state = 'WAITING'";
    return read(connection -> Sql.one(connection, sql, row -> row.getLong(1)).orElse(0L));
  }

  /** What waits, oldest first. */
  List<SettlementKey> waiting() throws LedgerException {
    return read(
        connection ->
            Sql.list(
                connection,
                "SELECT trip_id, attempt FROM promise WHERE state = 'WAITING' ORDER BY rowid",
                row -> new SettlementKey(row.getString(1), row.getInt(2))));
  }

  /** What waits, or did not come in, oldest first. */
  List<OfflineDesk.Unpaid> unpaid() throws LedgerException {
    return read(
        connection ->
            Sql.list(
                connection,
                "SELECT trip_id, attempt, total_minor, state FROM promise"
                    + " WHERE state <> 'SETTLED' ORDER BY rowid",
                row ->
                    new OfflineDesk.Unpaid(
                        new SettlementKey(row.getString(1), row.getInt(2)),
                        row.getLong(3),
                        OfflineDesk.Fate.valueOf(row.getString(4)))));
  }

  /** The bytes that came under a key. */
  Optional<byte[]> request(SettlementKey key) throws LedgerException {
    return read(
        connection ->
            Sql.one(
                connection,
                "SELECT request FROM promise WHERE trip_id = ? AND attempt = ?",
                row -> row.getBytes(1),
                key.tripId(),
                key.attempt()));
  }

  @Override
  public void close() {
    database.close();
  }

  private void write(Transactions.Work<Integer> work) throws LedgerException {
    try {
      database.transaction(work);
    } catch (SQLException e) {
      throw new LedgerException("promises: " + e.getMessage(), e);
    }
  }

  private <T> T read(Transactions.Work<T> work) throws LedgerException {
    try {
      return database.query(work);
    } catch (SQLException e) {
      throw new LedgerException("promises: " + e.getMessage(), e);
    }
  }
}
