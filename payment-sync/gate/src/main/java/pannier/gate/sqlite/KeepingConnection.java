package pannier.gate.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection that prepares each statement once: to prepare costs as much as to run. Used by one
 * thread at a time.
 */
final class KeepingConnection extends JDBC4Connection {
  private final Map<String, KeptStatement> statements = new HashMap<>();

  KeepingConnection(String url, String file) throws SQLException {
    super(url, file, new Properties());
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    KeptStatement kept = statements.get(sql);
    if (kept == null) {
      kept = new KeptStatement(this, sql);
      statements.put(sql, kept);
    }
    return kept.lend() ? kept : super.prepareStatement(sql, type, concurrency, holdability);
  }
}
