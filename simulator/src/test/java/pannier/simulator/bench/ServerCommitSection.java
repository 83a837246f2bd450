package pannier.simulator.bench;

import java.util.List;

/**
 * What a durable commit of the ledger costs on a PostgreSQL server.
 *
 * @param url of an empty database
 */
record ServerCommitSection(String url) implements Section {
  private static final String NAME = "ledger_intent_postgresql";

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public List<Row> measure(Pace pace) throws Exception {
    Times times = pace.run(ContestName.SERVER_COMMITS, url);
    return List.of(
        Row.of(
                NAME,
                times.ratio("ledger", "bare PostgreSQL"),
                "one bare insert of 400 bytes on the same server, committed and synced",
                null)
            .with("ms", times.micros("ledger").median() / 1e3)
            .with("peer_ms", times.micros("bare PostgreSQL").median() / 1e3));
  }
}
