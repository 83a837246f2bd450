package pannier.gate.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pannier.domain.audit.Sign;
import pannier.gate.audit.Draw;
import pannier.gate.audit.Drawing.Checked;
import pannier.gate.audit.Finding;
import pannier.gate.audit.Tally;
import pannier.gate.sql.Change;
import pannier.gate.sql.Sql;
import pannier.wire.SettlementKey;

/** Draws and findings as rows of the ledger. */
final class CheckRows {
  private CheckRows() {}

  static Change insert(Draw draw) {
    return Change.of(
        """
        INSERT INTO spot_check (trip_id, attempt, lot_ppm, odds_ppm, drawn, score, reasons)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        draw.key().tripId(),
        draw.key().attempt(),
        draw.lot().ppm(),
        draw.lot().oddsPpm(),
        draw.drawn() ? 1 : 0,
        draw.score(),
        draw.reasons().stream().map(CheckRows::text).collect(Collectors.joining(" ")));
  }

  private static String text(Draw.Reason it) {
    return "%s:%d:%d:%d".formatted(it.code(), it.count(), it.points(), it.morePpm());
  }

  /**
   * @param where a condition on the table {@code spot_check}; its values come apart
   */
  static List<Checked> list(Connection connection, String where, Object... values)
      throws SQLException {
    return Sql.list(
        connection,
        "SELECT * FROM spot_check WHERE " + where + " ORDER BY trip_id, attempt",
        CheckRows::row,
        values);
  }

  private static Checked row(ResultSet row) throws SQLException {
    Draw draw =
        new Draw(
            new SettlementKey(row.getString("trip_id"), row.getInt("attempt")),
            new Draw.Lot(row.getInt("lot_ppm"), row.getInt("odds_ppm")),
            row.getInt("drawn") != 0,
            row.getInt("score"),
            reasons(row.getString("reasons")));
    String staff = row.getString("ended_by");
    return new Checked(
        draw,
        staff == null
            ? Optional.empty()
            : Optional.of(
                new Finding(
                    row.getInt("wrong") != 0,
                    row.getLong("missing_minor"),
                    staff,
                    Instant.ofEpochMilli(row.getLong("ended_at")))));
  }

  private static List<Draw.Reason> reasons(String text) {
    List<Draw.Reason> reasons = new ArrayList<>();
    for (String one : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      String[] parts = one.split(":", -1);
      reasons.add(
          new Draw.Reason(
              parts[0],
              Long.parseLong(parts[1]),
              Integer.parseInt(parts[2]),
              Integer.parseInt(parts[3])));
    }
    return reasons;
  }

  static boolean end(Connection connection, SettlementKey key, Finding finding)
      throws SQLException {
    int changed =
        Sql.change(
            connection,
            """
            UPDATE spot_check SET wrong = ?, missing_minor = ?, ended_by = ?, ended_at = ?
            WHERE trip_id = ? AND attempt = ? AND drawn = 1 AND ended_by IS NULL
            """,
            finding.wrong() ? 1 : 0,
            finding.missingMinor(),
            finding.staff(),
            finding.at().toEpochMilli(),
            key.tripId(),
            key.attempt());
    if (changed == 0) {
      return false;
    }
    Checked ended =
        list(connection, "trip_id = ? AND attempt = ?", key.tripId(), key.attempt()).getFirst();
    Sql.changeAll(
        connection,
        ended.draw().reasons().stream().map(it -> counted(it, finding.wrong())).toList());
    return true;
  }

  private static Change counted(Draw.Reason reason, boolean wrong) {
    return Change.of(
        """
        INSERT INTO check_tally (reason, checks, wrong) VALUES (?, 1, ?)
        ON CONFLICT (reason) DO UPDATE SET
          checks = check_tally.checks + 1, wrong = check_tally.wrong + excluded.wrong
        """,
        reason.code(),
        wrong ? 1 : 0);
  }

  static Tally tally(Connection connection) throws SQLException {
    Map<Sign, Tally.Found> found = new EnumMap<>(Sign.class);
    Sql.list(
        connection,
        "SELECT reason, checks, wrong FROM check_tally",
        row -> {
          Tally.Found it = new Tally.Found(row.getLong("checks"), row.getLong("wrong"));
          Optional<Sign> sign = Sign.find(row.getString("reason"));
          sign.ifPresent(known -> found.put(known, it));
          return sign.isPresent();
        });
    return new Tally(found);
  }
}
