package pannier.simulator.bench;

import java.util.List;

/** What a durable commit costs. */
final class CommitSection implements Section {
  @Override
  public List<String> names() {
    return List.of("journal_commit", "ledger_intent");
  }

  @Override
  public List<Row> measure(Pace pace) throws Exception {
    Times times = pace.run(ContestName.COMMITS, "");
    return List.of(row(times, "journal_commit", "journal"), row(times, "ledger_intent", "ledger"));
  }

  private static Row row(Times times, String name, String contender) {
    return Row.of(
            name,
            times.ratio(contender, "bare SQLite"),
            "one bare SQLite insert of 400 bytes, as durable (WAL, synchronous=FULL)",
            null)
        .with("ms", times.micros(contender).median() / 1e3)
        .with("peer_ms", times.micros("bare SQLite").median() / 1e3);
  }
}
