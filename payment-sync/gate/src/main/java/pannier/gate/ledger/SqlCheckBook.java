package pannier.gate.ledger;

import java.util.List;
import java.util.Optional;
import pannier.gate.audit.Drawing.Checked;
import pannier.gate.audit.Finding;
import pannier.gate.audit.Tally;
import pannier.wire.SettlementKey;

/** Draws beside the ledger's attempts, in the same database. */
record SqlCheckBook(LedgerDatabase database) implements CheckBook {
  @Override
  public List<Checked> listTrip(String tripId) throws LedgerException {
    return database.read(connection -> CheckRows.list(connection, "trip_id = ?", tripId));
  }

  @Override
  public Optional<Checked> find(SettlementKey key) throws LedgerException {
    return database.read(
        connection ->
            CheckRows.list(connection, "trip_id = ? AND attempt = ?", key.tripId(), key.attempt())
                .stream()
                .findFirst());
  }

  @Override
  public boolean end(SettlementKey key, Finding finding) throws LedgerException {
    return database.write(connection -> CheckRows.end(connection, key, finding));
  }

  @Override
  public Tally tally() throws LedgerException {
    return database.read(CheckRows::tally);
  }
}
