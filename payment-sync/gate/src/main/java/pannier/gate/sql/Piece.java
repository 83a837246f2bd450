package pannier.gate.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import pannier.gate.sql.Transactions.Work;

/**
 * Work of somebody who waits until it is committed. Used by the one thread that commits.
 *
 * @param <T> what it gives
 */
public final class Piece<T> {
  private final Work<T> work;
  private final List<Change> changes;
  private final CompletableFuture<T> told = new CompletableFuture<>();
  private @Nullable T result;

  private Piece(Work<T> work, List<Change> changes) {
    this.work = work;
    this.changes = changes;
  }

  /** Any work. */
  public static <T> Piece<T> of(Work<T> work) {
    return new Piece<>(work, List.of());
  }

  /** Work that is known beforehand, and gives how many rows each change changed. */
  public static Piece<List<Integer>> of(List<Change> changes) {
    return new Piece<>(connection -> Sql.changeAll(connection, changes), changes);
  }

  /** What it is made of; nothing where that is not known beforehand. */
  public List<Change> changes() {
    return changes;
  }

  /** Does the work; it may be done again if it is not committed. */
  public void run(Connection connection) throws SQLException {
    result = work.run(connection);
  }

  /** Its changes were made together with those of others. */
  @SuppressWarnings("unchecked") // only pieces of changes have any, and those give this
  void made(List<Integer> counts) {
    result = (T) counts;
  }

  /** Tells what came of it, after the commit. */
  @SuppressWarnings("NullAway") // T may be a nullable type, as Work's is
  public void tell() {
    told.complete(result);
  }

  /** Tells that nothing came of it. */
  public void fail(Throwable cause) {
    told.completeExceptionally(cause);
  }

  T await() throws SQLException {
    try {
      return told.join();
    } catch (CompletionException e) {
      @Nullable Throwable cause = e.getCause();
      switch (cause) {
        case SQLException failure -> throw failure;
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new SQLException("a transaction failed", e);
      }
    }
  }
}
