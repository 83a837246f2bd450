package pannier.gate.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import pannier.gate.sql.OneWriter;
import pannier.gate.sql.Piece;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/**
 * One SQLite file. A transaction that returned is on the disk (write-ahead log, {@code
 * synchronous=FULL}); those that wait at the same time share one commit. Reading has a connection
 * of its own and waits for no commit.
 */
public final class Database implements Transactions {
  private static final int BUSY_TIMEOUT_MILLIS = 5_000;

  private final Connection written;
  private final Connection read;
  private final ReentrantLock reading = new ReentrantLock();
  private final OneWriter writer;

  private Database(Connection written, Connection read, String name) {
    this.written = written;
    this.read = read;
    this.writer = new OneWriter(name, GroupCommit.MOST_A_COMMIT, new GroupCommit(written));
  }

  /**
   * Opens {@code file}, makes it where it is missing, and brings its schema up to date.
   *
   * @throws IOException if it is no database, of a newer schema, or cannot be written
   */
  public static Database open(Path file, Schema schema) throws IOException {
    Database database = open(file);
    try {
      schema.apply(file, database);
      return database;
    } catch (SQLException e) {
      database.close();
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Opens {@code file}, or makes an empty one; its tables are somebody else's business.
   *
   * @throws IOException if it is no database, or cannot be written
   */
  public static Database open(Path file) throws IOException {
    try {
      Connection written = connect(file, Mode.WRITE);
      Connection read = also(written, file, Mode.READ);
      return new Database(written, read, file.getFileName() + " writer");
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
      Connection read = connect(file, Mode.FOREIGN);
      Connection refused = also(read, file, Mode.FOREIGN);
      return new Database(refused, read, file.getFileName() + " reader");
    } catch (SQLException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public <T> T transaction(Work<T> work) throws SQLException {
    return writer.run(Piece.of(work));
  }

  @Override
  public <T> T query(Work<T> work) throws SQLException {
    reading.lock();
    try {
      return reading.getHoldCount() == 1 ? atOneMoment(work) : work.run(read);
    } finally {
      reading.unlock();
    }
  }

  @Override
  public <T> List<T> list(String sql, Sql.FromRow<T> fromRow, Object... values)
      throws SQLException {
    reading.lock();
    try {
      return Sql.list(read, sql, fromRow, values);
    } finally {
      reading.unlock();
    }
  }

  private <T> T atOneMoment(Work<T> work) throws SQLException {
    Sql.change(read, "BEGIN");
    try {
      T result = work.run(read);
      Sql.change(read, "COMMIT");
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      GroupCommit.rollback(read, e);
      throw e;
    }
  }

  /** Ends after what waits is committed. */
  @Override
  public void close() {
    writer.close();
    reading.lock();
    try (written;
        read) {
      // closed in this order: the writer, last, takes the log back into the file
    } catch (SQLException e) {
      throw new IllegalStateException("a transaction outlived its database", e);
    } finally {
      reading.unlock();
    }
  }

  /** What a connection is for. */
  private enum Mode {
    WRITE,
    READ,
    /** Of a file that is another process's. */
    FOREIGN
  }

  private static Connection also(Connection first, Path file, Mode mode) throws SQLException {
    try {
      return connect(file, mode);
    } catch (SQLException | RuntimeException e) {
      first.close();
      throw e;
    }
  }

  private static Connection connect(Path file, Mode mode) throws SQLException {
    String name = file.toAbsolutePath().toUri() + (mode == Mode.FOREIGN ? "?mode=ro" : "");
    Connection connection = new KeepingConnection("jdbc:sqlite:" + name, name);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MILLIS);
      statement.execute("PRAGMA foreign_keys = ON");
      if (mode == Mode.WRITE) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
      } else {
        statement.execute("PRAGMA query_only = ON");
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }
}
