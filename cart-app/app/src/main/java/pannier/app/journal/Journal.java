package pannier.app.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.TickRecord;
import pannier.domain.weighing.Weighing;

/**
 * One SQLite file of trips. Tick records gather in a transaction; a tick with a decision, or with
 * something that a person or the gate did, commits them all with a full sync before {@link #append}
 * returns, so that no effect is ever seen whose cause could be lost. Other ticks are committed once
 * a second of the trip: that much evidence, none of it decided upon, may be lost with the power.
 *
 * <p>Used by one thread.
 */
public final class Journal implements AutoCloseable {
  /** Marks the file as ours (SQLite's application_id): "Pann". */
  private static final int APPLICATION_ID = 0x50616e6e;

  private static final int FORMAT = 1;
  private static final long COMMIT_EVERY_NANOS = 1_000_000_000L;

  private final Connection connection;
  private final JournalCodec codec = new JournalCodec();
  private long dueNanos = Long.MIN_VALUE;

  private Journal(Connection connection) {
    this.connection = connection;
  }

  /** Opens a journal, and makes one where there is none. */
  public static Journal open(Path file) throws BadJournalException {
    try {
      Journal journal = new Journal(DriverManager.getConnection("jdbc:sqlite:" + file));
      journal.prepare(file);
      return journal;
    } catch (SQLException e) {
      throw new BadJournalException(file + ": is no journal (" + e.getMessage() + ")", e);
    }
  }

  /** Opens a journal that must be there. */
  public static Journal openExisting(Path file) throws BadJournalException {
    if (!Files.isRegularFile(file)) {
      throw new BadJournalException(file + ": file: nothing there, wanted a trip's journal");
    }
    return open(file);
  }

  private void prepare(Path file) throws SQLException, BadJournalException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA busy_timeout=5000");
      int id = number(sql, "PRAGMA application_id");
      int tables = number(sql, "SELECT count(*) FROM sqlite_master");
      if (tables > 0 && id != APPLICATION_ID) {
        throw new BadJournalException(file + ": is some other program's SQLite file, no journal");
      }
      if (tables > 0 && number(sql, "PRAGMA user_version") != FORMAT) {
        throw new BadJournalException(
            "%s: has format %d, wanted %d"
                .formatted(file, number(sql, "PRAGMA user_version"), FORMAT));
      }
      sql.execute("PRAGMA synchronous=FULL");
      if (tables == 0) {
        sql.execute("PRAGMA journal_mode=WAL");
      }
      connection.setAutoCommit(false);
      if (tables == 0) {
        create(sql);
        connection.commit();
      }
    }
  }

  private static void create(Statement sql) throws SQLException {
    sql.execute("PRAGMA application_id=" + APPLICATION_ID);
    sql.execute("PRAGMA user_version=" + FORMAT);
    sql.execute("CREATE TABLE trip (number INTEGER PRIMARY KEY, setup BLOB NOT NULL)");
    sql.execute(
        "CREATE TABLE tick (trip INTEGER NOT NULL REFERENCES trip, nanos INTEGER"
            + " NOT NULL, record BLOB NOT NULL, PRIMARY KEY (trip, nanos)) WITHOUT ROWID");
    sql.execute(
        "CREATE TABLE decision (trip INTEGER NOT NULL REFERENCES trip, number"
            + " INTEGER NOT NULL, nanos INTEGER NOT NULL, decision BLOB NOT NULL, PRIMARY KEY"
            + " (trip, nanos, number)) WITHOUT ROWID");
  }

  /** Journals from before goods were sold by mass get the table with their next trip. */
  private static void addWeighings(Statement sql) throws SQLException {
    sql.execute(
        "CREATE TABLE IF NOT EXISTS weighing (trip INTEGER NOT NULL REFERENCES trip, number"
            + " INTEGER NOT NULL, nanos INTEGER NOT NULL, weighing BLOB NOT NULL, PRIMARY KEY"
            + " (trip, nanos, number)) WITHOUT ROWID");
  }

  private static int number(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      return row.getInt(1);
    }
  }

  /** Starts a trip and returns its number in this journal. */
  public int begin(TripSetup setup) throws IOException {
    try (Statement sql = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO trip (setup) VALUES (?) RETURNING number")) {
      addWeighings(sql);
      insert.setBytes(1, codec.encode(setup));
      int number;
      try (ResultSet row = insert.executeQuery()) {
        number = row.getInt(1);
      }
      connection.commit();
      return number;
    } catch (SQLException e) {
      throw new IOException("journal: " + e.getMessage(), e);
    }
  }

  /**
   * Writes one tick. When it returns, decisions, weighings and what people did are on the disk.
   *
   * @throws IOException if they are not (a full disk, say); then no effect may go out
   */
  public void append(
      int trip, TickRecord record, List<Decision> decisions, List<Weighing> weighings)
      throws IOException {
    try {
      insertTick(trip, record);
      for (Decision decision : decisions) {
        insertDecision(trip, record.nanos(), decision);
      }
      for (Weighing weighing : weighings) {
        insertWeighing(trip, weighing);
      }
      boolean matters = !decisions.isEmpty() || !weighings.isEmpty() || !record.inputs().isEmpty();
      if (matters || record.nanos() >= dueNanos) {
        connection.commit();
        dueNanos = record.nanos() + COMMIT_EVERY_NANOS;
      }
    } catch (SQLException e) {
      throw new IOException("journal: " + e.getMessage(), e);
    }
  }

  private void insertTick(int trip, TickRecord record) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO tick (trip, nanos, record) VALUES (?, ?, ?)")) {
      insert.setInt(1, trip);
      insert.setLong(2, record.nanos());
      insert.setBytes(3, codec.encode(record));
      insert.executeUpdate();
    }
  }

  private void insertDecision(int trip, long nanos, Decision decision) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO decision (trip, number, nanos, decision) VALUES (?, ?, ?, ?)")) {
      insert.setInt(1, trip);
      insert.setInt(2, decision.number());
      insert.setLong(3, nanos);
      insert.setBytes(4, codec.encode(decision));
      insert.executeUpdate();
    }
  }

  private void insertWeighing(int trip, Weighing weighing) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO weighing (trip, number, nanos, weighing) VALUES (?, ?, ?, ?)")) {
      insert.setInt(1, trip);
      insert.setInt(2, weighing.number());
      insert.setLong(3, weighing.timestampNanos());
      insert.setBytes(4, codec.encode(weighing));
      insert.executeUpdate();
    }
  }

  /** The numbers of the trips in this journal, oldest first. */
  public List<Integer> trips() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    try (Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery("SELECT number FROM trip ORDER BY number")) {
      while (rows.next()) {
        numbers.add(rows.getInt(1));
      }
      return numbers;
    } catch (SQLException e) {
      throw new IOException("journal: " + e.getMessage(), e);
    }
  }

  /** What a trip ran with. */
  public Optional<TripSetup> findSetup(int trip) throws IOException {
    return blobs("SELECT setup FROM trip WHERE number = ?", trip, TripSetup.class).stream()
        .findFirst();
  }

  /** The tick records of a trip, in their order. */
  public List<TickRecord> ticks(int trip) throws IOException {
    return blobs("SELECT record FROM tick WHERE trip = ? ORDER BY nanos", trip, TickRecord.class);
  }

  /** The decisions of a trip as they were made, in their order. */
  public List<Decision> decisions(int trip) throws IOException {
    return blobs(
        "SELECT decision FROM decision WHERE trip = ? ORDER BY nanos, number",
        trip,
        Decision.class);
  }

  /** The weighings of a trip that goods were sold by, in their order. */
  public List<Weighing> weighings(int trip) throws IOException {
    try (Statement sql = connection.createStatement()) {
      if (number(sql, "SELECT count(*) FROM sqlite_master WHERE name = 'weighing'") == 0) {
        return List.of();
      }
    } catch (SQLException e) {
      throw new IOException("journal: " + e.getMessage(), e);
    }
    return blobs(
        "SELECT weighing FROM weighing WHERE trip = ? ORDER BY nanos, number",
        trip,
        Weighing.class);
  }

  private <T> List<T> blobs(String query, int trip, Class<T> type) throws IOException {
    List<T> values = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setInt(1, trip);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          values.add(codec.decode(rows.getBytes(1), type));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IOException("journal: " + e.getMessage(), e);
    }
  }

  /** Closes the file without what is not committed, as when the power is cut. */
  public void abandon() throws IOException {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw new IOException("journal: " + e.getMessage(), e);
    }
  }

  /** Commits what is left and closes the file. */
  @Override
  public void close() throws IOException {
    try (connection) {
      connection.commit();
    } catch (SQLException e) {
      throw new IOException("journal: " + e.getMessage(), e);
    }
  }
}
