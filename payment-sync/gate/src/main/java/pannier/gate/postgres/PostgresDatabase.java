package pannier.gate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import pannier.gate.sql.Change;
import pannier.gate.sql.OneWriter;
import pannier.gate.sql.OutOfReach;
import pannier.gate.sql.Piece;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Together;
import pannier.gate.sql.Transactions;

/**
 * A database on a server. What waits to be written shares one transaction, which is serializable
 * and runs again where the server asks for it (SQLSTATE 40001, or 40P01 for a deadlock); when it
 * returned, the server has it on its disk. If one of those that share it fails, each runs by
 * itself. What only reads sees one moment, and is in nobody's way. A connection that broke while
 * nobody used it is replaced unseen. Where one breaks during a commit, the transaction throws, and
 * may have been committed.
 */
public final class PostgresDatabase implements Transactions {
  private static final int MOST_READERS = 8;

  /** Each holds some locks of the server's, of which it has thousands. */
  private static final int MOST_A_COMMIT = 128;

  /**
   * A serializable transaction that reads through a whole table, as the planner does with a small
   * one, conflicts with everybody who writes there (PostgreSQL's documentation, section 13.2.3).
   */
  private static final String BY_INDEX = "-c enable_seqscan=off";

  /** Conflict, deadlock, and a connection that the server ended as nothing came for too long. */
  private static final Set<String> AGAIN = Set.of("40001", "40P01", "25P03");

  private static final int MOST_TRIES = 30;
  private static final int LONGEST_WAIT_MILLIS = 100;
  private static final int CONNECT_SECONDS = 3;
  private static final int ANSWER_SECONDS = 10;

  private final DataSource server;
  private final Reach reach;
  private final RandomGenerator random;
  private final Lane writers = new Lane(1, Connection.TRANSACTION_SERIALIZABLE, false);
  private final Lane readers = new Lane(MOST_READERS, Connection.TRANSACTION_REPEATABLE_READ, true);
  private final Turn turn;
  private final OneWriter writer;
  private volatile boolean closed;

  /** Connections for one purpose. */
  private record Lane(
      Semaphore free, ConcurrentLinkedDeque<Connection> idle, int isolation, boolean readOnly) {
    Lane(int most, int isolation, boolean readOnly) {
      this(new Semaphore(most), new ConcurrentLinkedDeque<>(), isolation, readOnly);
    }
  }

  private PostgresDatabase(DataSource server, String schema, Reach reach, RandomGenerator random) {
    this.server = server;
    this.reach = reach;
    this.random = random;
    this.turn = new Turn(schema);
    this.writer = new OneWriter(schema + " writer", MOST_A_COMMIT, this::commit);
  }

  /**
   * Does not connect yet.
   *
   * @param random of the waits between tries; used by one thread at a time
   */
  public static PostgresDatabase of(PostgresUrl url, RandomGenerator random) {
    return new PostgresDatabase(source(url), "public", new Reach(System::nanoTime), random);
  }

  /**
   * The tables of one schema; does not connect yet.
   *
   * @param reach of the server, shared by all who speak with it
   */
  public static PostgresDatabase of(PostgresUrl url, String schema, Reach reach) {
    return new PostgresDatabase(source(url, schema), schema, reach, new SplittableRandom());
  }

  /** Where the connections to one schema come from. */
  public static DataSource source(PostgresUrl url, String schema) {
    PGSimpleDataSource source = source(url);
    source.setCurrentSchema(schema);
    return source;
  }

  /** Where its connections come from. */
  public static PGSimpleDataSource source(PostgresUrl url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url.text());
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("pannier gate");
    source.setOptions(BY_INDEX);
    source.setReWriteBatchedInserts(true);
    return source;
  }

  @Override
  public <T> T transaction(Work<T> work) throws SQLException {
    return writer.run(Piece.of(work));
  }

  @Override
  public List<Integer> change(List<Change> changes) throws SQLException {
    return writer.run(Piece.of(changes));
  }

  @Override
  public <T> T query(Work<T> work) throws SQLException {
    return run(connection -> inTransaction(connection, work), readers);
  }

  @Override
  public <T> List<T> list(String sql, Sql.FromRow<T> fromRow, Object... values)
      throws SQLException {
    return run(connection -> Sql.list(connection, sql, fromRow, values), readers);
  }

  /** How many wait for the next commit. */
  int waiting() {
    return writer.waiting();
  }

  private void commit(List<Piece<?>> pieces) {
    try {
      run(connection -> inTransaction(connection, it -> written(it, pieces)), writers);
      pieces.forEach(Piece::tell);
    } catch (SQLException | RuntimeException | Error e) {
      if (pieces.size() == 1 || OutOfReach.is(e)) {
        pieces.forEach(piece -> piece.fail(e));
      } else {
        pieces.forEach(piece -> commit(List.of(piece))); // the server has nothing of them
      }
    }
  }

  private int written(Connection connection, List<Piece<?>> pieces) throws SQLException {
    turn.take(connection);
    Together.run(connection, pieces);
    return pieces.size();
  }

  private <T> T run(Work<T> work, Lane lane) throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        return once(work, lane);
      } catch (SQLException e) {
        if (!mayRunAgain(e) || tries == MOST_TRIES) {
          throw e;
        }
        linger(tries, e);
      }
    }
  }

  private <T> T once(Work<T> work, Lane lane) throws SQLException {
    lane.free.acquireUninterruptibly();
    try {
      @Nullable Connection kept = lane.idle.poll();
      if (kept != null) {
        try {
          return on(kept, work, lane);
        } catch (BrokenException e) {
          drop(); // the others broke with it, most likely
        }
      }
      return on(fresh(lane), work, lane);
    } catch (BrokenException e) {
      throw e.cause;
    } finally {
      lane.free.release();
    }
  }

  /** A connection that broke before anything was committed on it. */
  private static final class BrokenException extends SQLException {
    private static final long serialVersionUID = 1;
    private final SQLException cause;

    BrokenException(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private <T> T on(Connection connection, Work<T> work, Lane lane) throws SQLException {
    boolean sound = false;
    try {
      T result = work.run(connection);
      sound = true;
      return result;
    } catch (CommitException e) {
      throw e.cause;
    } catch (SQLException e) {
      sound = rolledBack(connection, e);
      throw sound || !OutOfReach.is(e) ? e : new BrokenException(e);
    } catch (RuntimeException | Error e) {
      sound = rolledBack(connection, e);
      throw e;
    } finally {
      giveBack(connection, lane, sound);
    }
  }

  /** A commit of which the server's word did not come. */
  private static final class CommitException extends SQLException {
    private static final long serialVersionUID = 1;
    private final SQLException cause;

    CommitException(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    T result = work.run(connection);
    try {
      connection.commit();
    } catch (SQLException e) {
      throw OutOfReach.is(e) ? new CommitException(e) : e;
    }
    connection.setAutoCommit(true);
    return result;
  }

  private Connection fresh(Lane lane) throws SQLException {
    if (closed) {
      throw new SQLException("the database is closed");
    }
    reach.call();
    try {
      Connection fresh = server.getConnection();
      fresh.setTransactionIsolation(lane.isolation);
      fresh.setReadOnly(lane.readOnly);
      if (!lane.readOnly) {
        turn.begin(fresh);
      }
      reach.answered();
      return fresh;
    } catch (SQLException e) {
      if (OutOfReach.is(e)) {
        reach.silent();
      }
      throw e;
    }
  }

  private void giveBack(Connection connection, Lane lane, boolean sound) throws SQLException {
    if (sound && !closed) {
      lane.idle.push(connection);
    } else {
      connection.close();
    }
  }

  private static boolean rolledBack(Connection connection, Throwable cause) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      return !connection.isClosed();
    } catch (SQLException e) {
      cause.addSuppressed(e);
      return false;
    }
  }

  private static boolean mayRunAgain(SQLException e) {
    return AGAIN.contains(String.valueOf(e.getSQLState()));
  }

  private void linger(int tries, SQLException cause) throws SQLException {
    int most = Math.min(LONGEST_WAIT_MILLIS, 1 << Math.min(tries, 10));
    int millis;
    synchronized (random) {
      millis = 1 + random.nextInt(most);
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }

  @Override
  public void close() {
    writer.close();
    closed = true;
    drop();
  }

  private void drop() {
    drop(writers.idle);
    drop(readers.idle);
  }

  private static void drop(ConcurrentLinkedDeque<Connection> idle) {
    @Nullable Connection connection = idle.poll();
    while (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // the server ends it by itself
      }
      connection = idle.poll();
    }
  }
}
