package pannier.gate.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sqlite.SQLiteDataSource;
import pannier.gate.schema.Migrations;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;
import pannier.gate.sqlite.Database;

/** The ledger in one SQLite file. */
public final class SqliteLedger {
  /** Of the scripts; a file that has taken them all is opened without asking Flyway. */
  static final int VERSION = 6;

  private static final Migrations STEPS = new Migrations("pannier/gate/ledger/sqlite");

  private SqliteLedger() {}

  /**
   * Opens the ledger at {@code file}, or begins one.
   *
   * @throws IOException if it is no ledger, or a newer one, or cannot be written
   */
  public static Ledger open(Path file) throws IOException {
    return open(file, database -> database);
  }

  /**
   * The same, with something between ledger and file.
   *
   * @param between what the ledger is to use instead of the file
   */
  public static Ledger open(Path file, UnaryOperator<Transactions> between) throws IOException {
    return new SqlLedger(between.apply(database(file)), Optional.empty());
  }

  static Database database(Path file) throws IOException {
    Database database = Database.open(file);
    try {
      int taken = database.query(it -> Sql.one(it, VERSIONED, row -> row.getInt(1)).orElse(0));
      if (taken > VERSION) {
        throw new IOException(
            "%s: found schema %d; expected at most %d".formatted(file, taken, VERSION));
      }
      if (taken < VERSION) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri());
        int version = STEPS.apply(source, taken, file.toString());
        database.transaction(it -> Sql.change(it, VERSIONED + " = " + version));
      }
      return database;
    } catch (SQLException e) {
      database.close();
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static final String VERSIONED = "PRAGMA user_version";
}
