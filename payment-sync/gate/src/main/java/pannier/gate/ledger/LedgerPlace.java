package pannier.gate.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import pannier.gate.postgres.PostgresUrl;
import pannier.gate.postgres.Reach;
import pannier.gate.sql.Transactions;

/** Where a ledger is. */
public sealed interface LedgerPlace {
  /** In a file of SQLite, for one gate. */
  record InFile(Path path) implements LedgerPlace {
    @Override
    public Ledger open(UnaryOperator<Transactions> between) throws IOException {
      return SqliteLedger.open(path, between);
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

  /**
   * In a database on a server, for as many gates as there are.
   *
   * @param reach of the server
   */
  record OnServer(PostgresUrl url, Reach reach) implements LedgerPlace {
    public OnServer(PostgresUrl url) {
      this(url, new Reach(System::nanoTime));
    }

    @Override
    public Ledger open(UnaryOperator<Transactions> between) throws IOException {
      return new SqlLedger(between.apply(database()), Optional.of(UUID.randomUUID().toString()));
    }

    @Override
    public LedgerReport report() {
      return LedgerReport.open(url);
    }

    @Override
    public Transactions database() throws IOException {
      return PostgresLedger.database(url, reach);
    }
  }

  /**
   * Opens it for a gate; begins one where there is none. A server may be out of reach: then the
   * ledger is, until the server is there.
   */
  default Ledger open() throws IOException {
    return open(UnaryOperator.identity());
  }

  /**
   * The same, with something between ledger and database.
   *
   * @param between what the ledger is to use instead of the database
   */
  Ledger open(UnaryOperator<Transactions> between) throws IOException;

  /** Its tables, up to date; begun where there are none. */
  Transactions database() throws IOException;

  /** Opens it to read; it must be there. */
  LedgerReport report() throws IOException;
}
