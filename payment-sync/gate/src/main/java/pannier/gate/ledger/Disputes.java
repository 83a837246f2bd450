package pannier.gate.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import pannier.gate.sql.Sql;
import pannier.wire.SettlementKey;

/** Disputes as rows of the ledger. */
final class Disputes {
  private Disputes() {}

  static int insert(Connection connection, Dispute dispute, Instant at) throws SQLException {
    return Sql.change(
        connection,
        """
        INSERT INTO dispute (dispute_id, trip_id, attempt, position, said, opened_at, state)
        VALUES (?, ?, ?, ?, ?, ?, 'OPEN') ON CONFLICT DO NOTHING
        """,
        dispute.disputeId(),
        dispute.key().tripId(),
        dispute.key().attempt(),
        dispute.line(),
        dispute.said(),
        at.toEpochMilli());
  }

  static List<Dispute> open(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        "SELECT * FROM dispute WHERE state = 'OPEN' ORDER BY opened_at, dispute_id",
        row ->
            new Dispute(
                row.getString("dispute_id"),
                new SettlementKey(row.getString("trip_id"), row.getInt("attempt")),
                row.getInt("position"),
                row.getString("said")));
  }

  static int decide(
      Connection connection, String disputeId, boolean granted, String staff, Instant at)
      throws SQLException {
    return Sql.change(
        connection,
        """
        UPDATE dispute SET state = ?, decided_by = ?, decided_at = ?
        WHERE dispute_id = ? AND state = 'OPEN'
        """,
        granted ? "GRANTED" : "REFUSED",
        staff,
        at.toEpochMilli(),
        disputeId);
  }
}
