package pannier.gate.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one who writes to a database, on a thread of its own. Whatever waits together is committed
 * together, and so costs one write to the disk. Nobody is told before.
 */
public final class OneWriter implements AutoCloseable {
  private final BlockingQueue<Piece<?>> waiting = new LinkedBlockingQueue<>();
  private final Piece<Integer> end = Piece.of(_ -> 0);
  private final Object door = new Object();
  private final int most;
  private final Commit commit;
  private final Thread writer;
  private boolean closed;

  /** Commits pieces, and tells each what came of it. */
  @FunctionalInterface
  public interface Commit {
    void commit(List<Piece<?>> pieces);
  }

  /**
   * Starts the thread.
   *
   * @param most that are committed together
   */
  public OneWriter(String name, int most, Commit commit) {
    this.most = most;
    this.commit = commit;
    this.writer = Thread.ofPlatform().daemon().name(name).start(this::write);
  }

  /** Waits until it is committed, and gives what came of it. */
  public <T> T run(Piece<T> piece) throws SQLException {
    synchronized (door) {
      if (closed) {
        throw new SQLException("the database is closed");
      }
      waiting.add(piece);
    }
    return piece.await();
  }

  /** How many wait for the next commit. */
  public int waiting() {
    return waiting.size();
  }

  private void write() {
    try {
      boolean goesOn = true;
      while (goesOn) {
        List<Piece<?>> pieces = new ArrayList<>();
        pieces.add(waiting.take());
        waiting.drainTo(pieces, most - 1);
        goesOn = !pieces.remove(end);
        if (!pieces.isEmpty()) {
          commit.commit(pieces);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends when all that waits is committed. */
  @Override
  public void close() {
    synchronized (door) {
      if (!closed) {
        closed = true;
        waiting.add(end);
      }
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
