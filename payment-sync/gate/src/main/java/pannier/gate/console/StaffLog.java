package pannier.gate.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import pannier.gate.sql.Sql;

/** What staff did, in a chain of hashes: whoever changes an entry breaks all that follow. */
public final class StaffLog {
  private static final String START = "0".repeat(64);
  private static final String COLUMNS = "number, at, staff, deed, about, reason, previous, hash";

  private final StaffBook book;
  private final InstantSource clock;

  public StaffLog(StaffBook book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  /**
   * @param deed what, in one word
   * @param about whom or what it was done to
   * @param reason in staff's words; may be empty
   */
  public record Deed(String staff, String deed, String about, String reason) {}

  /**
   * An entry.
   *
   * @param previous the hash of the entry before; zeros for the first
   */
  public record Entry(long number, Instant at, Deed deed, String previous, String hash) {
    boolean whole() {
      return hash.equals(StaffLog.hash(number, at, deed, previous));
    }
  }

  /** The book that it is in. */
  StaffBook book() {
    return book;
  }

  /** Writes an entry behind the last one; it is durable on return. */
  public Entry write(Deed deed) throws StaffBookException {
    return book.write(connection -> append(connection, deed));
  }

  private Entry append(Connection connection, Deed deed) throws SQLException {
    List<Entry> last = list(connection, "ORDER BY number DESC LIMIT 1");
    String previous = last.isEmpty() ? START : last.getFirst().hash();
    long number = last.isEmpty() ? 1 : last.getFirst().number() + 1;
    Instant at = Instant.ofEpochMilli(clock.millis());
    Entry entry = new Entry(number, at, deed, previous, hash(number, at, deed, previous));
    Sql.change(
        connection,
        "INSERT INTO entry (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        at.toEpochMilli(),
        deed.staff(),
        deed.deed(),
        deed.about(),
        deed.reason(),
        previous,
        entry.hash());
    return entry;
  }

  /** The newest entries first. */
  public List<Entry> latest(int most) throws StaffBookException {
    return book.read(connection -> list(connection, "ORDER BY number DESC LIMIT " + most));
  }

  /** All of a stretch of time, oldest first. */
  public List<Entry> between(Instant from, Instant to) throws StaffBookException {
    return book.read(
        connection ->
            list(
                connection,
                "WHERE at >= ? AND at < ? ORDER BY number",
                from.toEpochMilli(),
                to.toEpochMilli()));
  }

  /** The number of the first entry that is not as it was written; empty if all are. */
  public OptionalLong tampered() throws StaffBookException {
    String previous = START;
    long number = 0;
    for (Entry entry : book.read(connection -> list(connection, "ORDER BY number"))) {
      number++;
      if (entry.number() != number || !entry.previous().equals(previous) || !entry.whole()) {
        return OptionalLong.of(number);
      }
      previous = entry.hash();
    }
    return OptionalLong.empty();
  }

  private static List<Entry> list(Connection connection, String rest, Object... values)
      throws SQLException {
    return Sql.list(
        connection, "SELECT " + COLUMNS + " FROM entry " + rest, StaffLog::entry, values);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("number"),
        Instant.ofEpochMilli(row.getLong("at")),
        new Deed(
            row.getString("staff"),
            row.getString("deed"),
            row.getString("about"),
            row.getString("reason")),
        row.getString("previous"),
        row.getString("hash"));
  }

  /** Of lengths and texts, so that no text can pass for two others. */
  private static String hash(long number, Instant at, Deed deed, String previous) {
    StringBuilder whole = new StringBuilder();
    for (String part :
        List.of(
            Long.toString(number),
            Long.toString(at.toEpochMilli()),
            deed.staff(),
            deed.deed(),
            deed.about(),
            deed.reason(),
            previous)) {
      whole.append(part.length()).append(':').append(part);
    }
    try {
      byte[] bytes = whole.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
