package pannier.gate.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import pannier.gate.postgres.PostgresUrl;
import pannier.gate.sql.Transactions;

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

    @Override
    public Transactions database() throws IOException {
      return SqliteLedger.database(path);
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

    @Override
    public Transactions database() throws IOException {
      return PostgresLedger.database(url, new SplittableRandom());
    }
  }

  /** Opens it for a gate; begins one where there is none. */
  Ledger open() throws IOException;

  /** Its tables, up to date; begun where there are none. */
  Transactions database() throws IOException;

  /** Opens it to read; it must be there. */
  LedgerReport report() throws IOException;
}
