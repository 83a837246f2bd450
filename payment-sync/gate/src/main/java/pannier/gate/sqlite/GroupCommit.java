package pannier.gate.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions.Work;

/**
 * The one writer of a file, on a thread of its own. Whatever waits together shares one commit and
 * so one write to the disk; each piece of work stands behind a savepoint, so that one that fails
 * takes nothing else with it. Nobody is told before the commit.
 */
final class GroupCommit implements AutoCloseable {
  private static final int MOST_A_COMMIT = 256;

  private final Connection connection;
  private final BlockingQueue<Piece<?>> waiting = new LinkedBlockingQueue<>();
  private final Piece<Integer> end = new Piece<>(_ -> 0);
  private final Object door = new Object();
  private final Thread writer;
  private boolean closed;

  /** Takes the connection over, but does not close it. */
  GroupCommit(Connection connection, String name) {
    this.connection = connection;
    this.writer = Thread.ofPlatform().daemon().name(name).start(this::write);
  }

  <T> T run(Work<T> work) throws SQLException {
    Piece<T> mine = new Piece<>(work);
    synchronized (door) {
      if (closed) {
        throw new SQLException("the database is closed");
      }
      waiting.add(mine);
    }
    return mine.await();
  }

  private void write() {
    try {
      List<Piece<?>> batch = new ArrayList<>();
      while (!batch.contains(end)) {
        batch.clear();
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_A_COMMIT - 1);
        commit(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Piece<?>> batch) {
    try {
      execute("BEGIN IMMEDIATE");
      for (Piece<?> piece : batch) {
        execute("SAVEPOINT piece");
        if (!piece.run(connection)) {
          execute("ROLLBACK TO piece");
        }
        execute("RELEASE piece");
      }
      execute("COMMIT");
      batch.forEach(Piece::tell);
    } catch (SQLException e) {
      rollback(e);
      batch.forEach(piece -> piece.fail(e));
    }
  }

  private void execute(String sql) throws SQLException {
    Sql.change(connection, sql);
  }

  private void rollback(SQLException cause) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e); // some failures have rolled it back by themselves
    }
  }

  /** Ends when all that waits is committed. */
  @Override
  public void close() {
    synchronized (door) {
      closed = true;
      waiting.add(end);
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
