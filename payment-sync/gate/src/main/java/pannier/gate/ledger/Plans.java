package pannier.gate.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pannier.gate.sql.Change;
import pannier.gate.sql.Sql;
import pannier.pricing.tender.Portion;
import pannier.wire.Charges;
import pannier.wire.ReceiptTax;
import pannier.wire.SettlementKey;

/** Plans as rows of the ledger. */
final class Plans {
  private Plans() {}

  static List<Change> insert(SettlementKey key, Plan plan) {
    List<Change> changes = new ArrayList<>();
    for (ReceiptTax tax : plan.charges().taxes()) {
      changes.add(
          Change.of(
              "INSERT INTO tax VALUES (?, ?, ?, ?, ?)",
              key.tripId(),
              key.attempt(),
              tax.rateBillionths(),
              tax.baseMinor(),
              tax.taxMinor()));
    }
    int place = 0;
    for (Plan.PlannedTender tender : plan.tenders()) {
      changes.add(
          Change.of(
              "INSERT INTO tender (trip_id, attempt, place, offer, kind, amount_minor) "
                  + "VALUES (?, ?, ?, ?, ?, ?)",
              key.tripId(),
              key.attempt(),
              place++,
              tender.offer(),
              tender.kind(),
              tender.amountMinor()));
    }
    for (Portion portion : plan.portions()) {
      changes.add(
          Change.of(
              "INSERT INTO portion VALUES (?, ?, ?, ?, ?, ?)",
              key.tripId(),
              key.attempt(),
              portion.tender(),
              portion.line(),
              portion.part().word(),
              portion.minor()));
    }
    return changes;
  }

  /**
   * The whole plan.
   *
   * @param head what of it stands beside the settlement
   */
  static Plan read(Connection connection, SettlementKey key, Plan head) throws SQLException {
    List<ReceiptTax> taxes =
        Sql.list(
            connection,
            "SELECT * FROM tax WHERE trip_id = ? AND attempt = ? ORDER BY rate_billionths",
            row ->
                new ReceiptTax(
                    row.getLong("rate_billionths"),
                    row.getLong("base_minor"),
                    row.getLong("tax_minor")),
            key.tripId(),
            key.attempt());
    List<Plan.PlannedTender> tenders =
        Sql.list(
            connection,
            "SELECT * FROM tender WHERE trip_id = ? AND attempt = ? ORDER BY place",
            row ->
                new Plan.PlannedTender(
                    row.getInt("offer"), row.getString("kind"), row.getLong("amount_minor")),
            key.tripId(),
            key.attempt());
    List<Portion> portions =
        Sql.list(
            connection,
            "SELECT * FROM portion WHERE trip_id = ? AND attempt = ? ORDER BY place, position, part",
            row ->
                new Portion(
                    row.getInt("place"),
                    row.getInt("position"),
                    Portion.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
                    row.getLong("amount_minor")),
            key.tripId(),
            key.attempt());
    Charges charges = head.charges();
    return new Plan(
        tenders,
        new Charges(taxes, charges.included(), charges.depositsMinor()),
        portions,
        head.notes());
  }
}
