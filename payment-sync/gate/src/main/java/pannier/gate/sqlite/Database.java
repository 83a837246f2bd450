package pannier.gate.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One SQLite file with one connection. A transaction that returned is on the disk (write-ahead log,
 * {@code synchronous=FULL}); one that threw has left nothing. Safe for use by many threads, which
 * take turns.
 */
public final class Database implements AutoCloseable {
  private static final int BUSY_TIMEOUT_MILLIS = 5_000;

  private final Connection connection;
  private final ReentrantLock turn = new ReentrantLock();

  private Database(Connection connection) {
    this.connection = connection;
  }

  /** What a transaction does. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * Opens {@code file}, makes it where it is missing, and brings its schema up to date.
   *
   * @throws IOException if it is no database, of a newer schema, or cannot be written
   */
  public static Database open(Path file, Schema schema) throws IOException {
    try {
      Connection connection = connect(file, false);
      try {
        Database database = new Database(connection);
        schema.apply(file, database);
        return database;
      } catch (SQLException | IOException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Opens a file that another process may be writing, to read what it has committed.
   *
   * @throws IOException if it is missing or no database
   */
  public static Database read(Path file) throws IOException {
    try {
      return new Database(connect(file, true));
    } catch (SQLException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Runs {@code work} wholly or not at all. */
  public <T> T transaction(Work<T> work) throws SQLException {
    turn.lock();
    try {
      execute("BEGIN IMMEDIATE");
      boolean done = false;
      try {
        T result = work.run(connection);
        execute("COMMIT");
        done = true;
        return result;
      } finally {
        if (!done) {
          rollback();
        }
      }
    } finally {
      turn.unlock();
    }
  }

  /** Runs {@code work} that only reads. */
  public <T> T query(Work<T> work) throws SQLException {
    turn.lock();
    try {
      return work.run(connection);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("a transaction outlived its database", e);
    } finally {
      turn.unlock();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void rollback() throws SQLException {
    if (!connection.isClosed()) {
      execute("ROLLBACK");
    }
  }

  private static Connection connect(Path file, boolean readOnly) throws SQLException {
    String mode = readOnly ? "?mode=ro" : "";
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + mode);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MILLIS);
      statement.execute("PRAGMA foreign_keys = ON");
      if (!readOnly) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }
}
