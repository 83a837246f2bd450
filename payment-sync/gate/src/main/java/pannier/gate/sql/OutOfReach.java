package pannier.gate.sql;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from one that refuses. */
public final class OutOfReach {
  private static final Set<String> SERVER_IS_AWAY = Set.of("08", "53", "57P", "58");

  /** SQLite's result codes: busy, read-only, I/O, full, cannot open. */
  private static final Set<Integer> FILE_IS_AWAY = Set.of(5, 8, 10, 13, 14);

  private OutOfReach() {}

  /**
   * Whether the database itself cannot be reached or written, whatever it was asked: no answer from
   * its server (SQLSTATE 08, 53, 57P, 58), or a file that is gone, locked, full or read-only.
   *
   * @param cause of a failure
   */
  public static boolean is(@Nullable Throwable cause) {
    return cause instanceof SQLException sql && is(sql);
  }

  private static boolean is(SQLException sql) {
    String state = String.valueOf(sql.getSQLState());
    return SERVER_IS_AWAY.stream().anyMatch(state::startsWith)
        || FILE_IS_AWAY.contains(sql.getErrorCode() & 0xff);
  }
}
