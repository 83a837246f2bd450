package pannier.gate.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import pannier.gate.audit.Drawing.Checked;
import pannier.gate.audit.Finding;
import pannier.gate.audit.Tally;
import pannier.gate.sql.Transactions;
import pannier.wire.SettlementKey;

/** Draws beside the ledger's attempts, in the same database. */
final class SqlCheckBook implements CheckBook {
  private final Transactions database;

  SqlCheckBook(Transactions database) {
    this.database = database;
  }

  @Override
  public List<Checked> listTrip(String tripId) throws LedgerException {
    return read(connection -> CheckRows.list(connection, "trip_id = ?", tripId));
  }

  @Override
  public Optional<Checked> find(SettlementKey key) throws LedgerException {
    return read(
        connection ->
            CheckRows.list(connection, "trip_id = ? AND attempt = ?", key.tripId(), key.attempt())
                .stream()
                .findFirst());
  }

  @Override
  public boolean end(SettlementKey key, Finding finding) throws LedgerException {
    try {
      return database.transaction(connection -> CheckRows.end(connection, key, finding));
    } catch (SQLException e) {
      throw SqlLedger.failed(e);
    }
  }

  @Override
  public Tally tally() throws LedgerException {
    return read(CheckRows::tally);
  }

  private <T> T read(Transactions.Work<T> work) throws LedgerException {
    try {
      return database.query(work);
    } catch (SQLException e) {
      throw SqlLedger.failed(e);
    }
  }
}
