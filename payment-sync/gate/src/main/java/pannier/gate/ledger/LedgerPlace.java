package pannier.gate.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import pannier.gate.postgres.PostgresUrl;

/** Where a ledger is. */
public sealed interface LedgerPlace {
  /** In a file of SQLite, for one gate. */
  record InFile(Path path) implements LedgerPlace {
    @Override
    public Ledger open() throws IOException {
      return SqliteLedger.open(path);
    }

    @Override
    public LedgerReport report() throws IOException {
      return LedgerReport.open(path);
    }
  }

  /** In a database on a server, for as many gates as there are. */
  record OnServer(PostgresUrl url) implements LedgerPlace {
    @Override
    public Ledger open() throws IOException {
      return PostgresLedger.open(url, new SplittableRandom());
    }

    @Override
    public LedgerReport report() {
      return LedgerReport.open(url);
    }
  }

  /** Opens it for a gate; begins one where there is none. */
  Ledger open() throws IOException;

  /** Opens it to read; it must be there. */
  LedgerReport report() throws IOException;
}
