package pannier.gate.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import pannier.gate.sql.Transactions.Work;

/** Work of somebody who waits until it is committed. */
final class Piece<T> {
  private final Work<T> work;
  private final CompletableFuture<T> told = new CompletableFuture<>();
  private Runnable outcome = () -> {};

  Piece(Work<T> work) {
    this.work = work;
  }

  /** Does the work; false if it failed and is to be undone. */
  boolean run(Connection connection) {
    try {
      T result = work.run(connection);
      outcome = () -> told.complete(result);
      return true;
    } catch (SQLException | RuntimeException | Error e) {
      outcome = () -> told.completeExceptionally(e);
      return false;
    }
  }

  /** Tells what came of it, after the commit. */
  void tell() {
    outcome.run();
  }

  /** Tells that nothing came of it. */
  void fail(SQLException cause) {
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
