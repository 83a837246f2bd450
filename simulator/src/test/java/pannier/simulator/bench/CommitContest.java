package pannier.simulator.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import pannier.app.journal.Journal;
import pannier.app.journal.TripSetup;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.Input;
import pannier.domain.trip.Sensors;
import pannier.domain.trip.TickRecord;
import pannier.gate.ledger.Intent;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.SqliteLedger;
import pannier.wire.Digest;
import pannier.wire.ReceiptLine;
import pannier.wire.SettlementKey;

/**
 * Durable commits of the cart's journal and of the gate's ledger beside a bare insert of as many
 * bytes into one table, with the same write-ahead log and the same sync before it returns.
 */
final class CommitContest {
  private static final int BARE_BYTES = 400;
  private static final long TICK_NANOS = 20_000_000L;

  private CommitContest() {}

  static Contest open(Path folder) throws Exception {
    Path fresh = Files.createTempDirectory(folder, "commits");
    Journal journal = Journal.open(fresh.resolve("journal.db"));
    Catalogue nothing = new Catalogue(Currency.getInstance("EUR"), List.of());
    int trip =
        journal.begin(TripSetup.of(0, "none", nothing, CartConfig.standard(new Sensors(2, true))));
    Ledger ledger = SqliteLedger.open(fresh.resolve("ledger.db"));
    Connection bare = bare(fresh.resolve("bare.db"));
    PreparedStatement insert = bare.prepareStatement("INSERT INTO row (content) VALUES (?)");
    AtomicLong number = new AtomicLong();
    return new Contest(
        List.of(
            Contender.of(
                "journal",
                () -> {
                  journal.append(trip, tick(number.incrementAndGet()), List.of(), List.of());
                  return journal;
                }),
            inserting("bare SQLite", bare, insert),
            intending(ledger)),
        () -> {
          journal.close();
          ledger.close();
          insert.close();
          bare.close();
          Folders.delete(fresh);
        });
  }

  /** One in which a person did something, so that it is synced by itself. */
  private static TickRecord tick(long number) {
    return new TickRecord(
        number * TICK_NANOS,
        List.of(),
        List.of(),
        List.of(),
        List.of(new Input.Start("trip-" + number)));
  }

  /** Commits a row of as many bytes as an intent has. */
  static Contender inserting(String name, Connection bare, PreparedStatement insert) {
    byte[] content = new byte[BARE_BYTES];
    return Contender.of(
        name,
        () -> {
          insert.setBytes(1, content);
          insert.executeUpdate();
          bare.commit();
          return insert;
        });
  }

  /** Commits a gate's intent. */
  static Contender intending(Ledger ledger) {
    return Contender.of(
        "ledger",
        () -> {
          ledger.intend(intent());
          return ledger;
        });
  }

  private static Intent intent() {
    Digest digest = Digest.of("bench".getBytes(StandardCharsets.UTF_8));
    List<ReceiptLine> lines = List.of();
    return new Intent(
        new SettlementKey(UUID.randomUUID().toString(), 1),
        "cart-1",
        digest,
        digest,
        "EUR",
        lines,
        0,
        Instant.EPOCH);
  }

  private static Connection bare(Path file) throws Exception {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA journal_mode=WAL");
      sql.execute("PRAGMA synchronous=FULL");
      sql.execute("CREATE TABLE row (number INTEGER PRIMARY KEY, content BLOB NOT NULL)");
    }
    connection.setAutoCommit(false);
    return connection;
  }
}
