package pannier.gate.sql;

import java.util.List;
import java.util.Optional;

/**
 * A statement that writes, and its values, as {@link Sql} takes them.
 *
 * @param refusal where it must change a row: what is said if it changes none; then nothing is done
 *     of all that it belongs to
 */
public record Change(String sql, List<Object> values, Optional<String> refusal) {
  public Change {
    values = List.copyOf(values);
  }

  /** One that may change nothing. */
  public static Change of(String sql, Object... values) {
    return new Change(sql, List.of(values), Optional.empty());
  }

  /** One that must change something. */
  public static Change must(String refusal, String sql, Object... values) {
    return new Change(sql, List.of(values), Optional.of(refusal));
  }
}
