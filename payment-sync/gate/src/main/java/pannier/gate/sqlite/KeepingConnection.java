package pannier.gate.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection that prepares each statement once: to prepare costs as much as to run. Used by one
 * thread at a time.
 */
final class KeepingConnection extends JDBC4Connection {
  private final Map<String, KeptStatement> statements = new HashMap<>();

  KeepingConnection(String url, String file) throws SQLException {
    super(url, file, withoutKeys());
  }

  /** The driver would ask for the key of each row that was inserted, which nobody wants to know. */
  private static Properties withoutKeys() {
    Properties properties = new Properties();
    properties.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.pragmaName, "false");
    return properties;
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
