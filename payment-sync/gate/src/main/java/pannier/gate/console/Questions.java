package pannier.gate.console;

import java.time.Instant;
import java.util.List;
import pannier.gate.fleet.Fleet;
import pannier.gate.sql.Sql;

/** What carts asked their shoppers, for the day's report: each question counts once. */
record Questions(StaffBook book) {
  /**
   * Of a stretch of time.
   *
   * @param asked questions that shoppers were asked
   * @param held things that nothing explained
   * @param trips on which there was any of both
   */
  record Count(int asked, int held, int trips) {}

  void keep(List<Fleet.Asked> asked) throws StaffBookException {
    if (asked.isEmpty()) {
      return;
    }
    book.write(
        connection -> {
          int kept = 0;
          for (Fleet.Asked one : asked) {
            kept +=
                Sql.change(
                    connection,
                    "INSERT INTO question (trip, number, cart, held, at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                    one.tripId(),
                    one.open().number(),
                    one.cartId(),
                    one.open().held() ? 1 : 0,
                    one.at().toEpochMilli());
          }
          return kept;
        });
  }

  Count between(Instant from, Instant to) throws StaffBookException {
    String sql =
        "SELECT coalesce(sum(1 - held), 0), coalesce(sum(held), 0), count(DISTINCT trip)"
            + " FROM question WHERE at >= ? AND at < ?";
    return book.read(
        connection ->
            Sql.one(
                    connection,
                    sql,
                    row -> new Count(row.getInt(1), row.getInt(2), row.getInt(3)),
                    from.toEpochMilli(),
                    to.toEpochMilli())
                .orElseThrow());
  }
}
