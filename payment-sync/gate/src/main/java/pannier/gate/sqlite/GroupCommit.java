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
 * One commit of a file for all that waits. Each piece of work stands behind a savepoint, so that
 * one that fails takes nothing else with it.
 *
 * @param connection stays its owner's
 */
record GroupCommit(Connection connection) implements OneWriter.Commit {
  static final int MOST_A_COMMIT = 256;

  @Override
  public void commit(List<Piece<?>> pieces) {
    try {
      execute("BEGIN IMMEDIATE");
      Map<Piece<?>, Throwable> failed = new LinkedHashMap<>();
      for (Piece<?> piece : pieces) {
        execute("SAVEPOINT piece");
        try {
          piece.run(connection);
        } catch (SQLException | RuntimeException | Error e) {
          failed.put(piece, e);
          execute("ROLLBACK TO piece");
        }
        execute("RELEASE piece");
      }
      execute("COMMIT");
      failed.forEach(Piece::fail);
      pieces.forEach(Piece::tell); // those that failed have been told
    } catch (SQLException e) {
      rollback(connection, e);
      pieces.forEach(piece -> piece.fail(e));
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
