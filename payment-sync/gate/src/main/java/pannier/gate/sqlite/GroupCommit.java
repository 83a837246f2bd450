package pannier.gate.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pannier.gate.sql.OneWriter;
import pannier.gate.sql.Piece;
import pannier.gate.sql.Sql;

/**
 * One commit of a file for all that waits. If a piece of work fails, all are undone, and the others
 * are done again, each behind a savepoint, so that one that fails takes nothing else with it. A
 * savepoint costs a copy of each page that changes behind it, and hardly any piece fails.
 *
 * @param connection stays its owner's
 */
record GroupCommit(Connection connection) implements OneWriter.Commit {
  static final int MOST_A_COMMIT = 256;

  @Override
  public void commit(List<Piece<?>> pieces) {
    Map<Piece<?>, Throwable> failed = new LinkedHashMap<>();
    try {
      execute("BEGIN IMMEDIATE");
      if (!ranTogether(pieces, failed)) {
        runApart(pieces, failed);
      }
      execute("COMMIT");
      failed.forEach(Piece::fail);
      pieces.forEach(Piece::tell); // those that failed have been told
    } catch (SQLException e) {
      rollback(connection, e);
      pieces.forEach(piece -> piece.fail(e));
    }
  }

  /** False if one failed: then nothing is done, in a transaction that has just begun. */
  private boolean ranTogether(List<Piece<?>> pieces, Map<Piece<?>, Throwable> failed)
      throws SQLException {
    for (Piece<?> piece : pieces) {
      try {
        piece.run(connection);
      } catch (SQLException | RuntimeException | Error e) {
        failed.put(piece, e);
        rollback(connection, e);
        execute("BEGIN IMMEDIATE");
        return false;
      }
    }
    return true;
  }

  /** All but what has failed. */
  private void runApart(List<Piece<?>> pieces, Map<Piece<?>, Throwable> failed)
      throws SQLException {
    for (Piece<?> piece : pieces) {
      if (failed.containsKey(piece)) {
        continue;
      }
      execute("SAVEPOINT piece");
      try {
        piece.run(connection);
      } catch (SQLException | RuntimeException | Error e) {
        failed.put(piece, e);
        execute("ROLLBACK TO piece");
      }
      execute("RELEASE piece");
    }
  }

  private void execute(String sql) throws SQLException {
    Sql.change(connection, sql);
  }

  static void rollback(Connection connection, Throwable cause) {
    try {
      Sql.change(connection, "ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e); // some failures have rolled it back by themselves
    }
  }
}
