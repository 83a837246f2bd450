package pannier.gate.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StaffLogTest {
  private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");

  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsWhole() throws IOException {
    try (StaffBook book = three()) {
      StaffLog log = new StaffLog(book, () -> NOW);
      assertEquals(OptionalLong.empty(), log.tampered());
      assertEquals(3, log.latest(10).getFirst().number());
      assertEquals("milk spilt", log.latest(10).getFirst().deed().reason());
    }
  }

  @Test
  void changedEntryShows() throws Exception {
    three().close();
    tamper("UPDATE entry SET reason = 'nothing' WHERE number = 2");
    assertEquals(OptionalLong.of(2), tampered());
  }

  @Test
  void removedEntryShows() throws Exception {
    three().close();
    tamper("DELETE FROM entry WHERE number = 2");
    assertEquals(OptionalLong.of(2), tampered());
  }

  @Test
  void newStoryInTheMiddleShowsEvenWithItsOwnRightHash() throws Exception {
    three().close();
    String hash;
    try (StaffBook other = StaffBook.open(folder.resolve("other.db"))) {
      StaffLog log = new StaffLog(other, () -> NOW);
      log.write(deed("a coat"));
      hash = log.write(deed("nothing at all")).hash();
    }
    tamper("UPDATE entry SET reason = 'nothing at all', hash = '" + hash + "' WHERE number = 2");
    assertEquals(OptionalLong.of(3), tampered());
  }

  @Test
  void fileItselfRefusesChanges() throws Exception {
    three().close();
    assertThrows(SQLException.class, () -> sql("UPDATE entry SET reason = '' WHERE number = 1"));
    assertThrows(SQLException.class, () -> sql("DELETE FROM entry"));
  }

  private StaffBook three() throws IOException {
    StaffBook book = StaffBook.open(folder.resolve("staff.db"));
    StaffLog log = new StaffLog(book, () -> NOW);
    log.write(deed("a coat"));
    log.write(deed("an umbrella"));
    log.write(deed("milk spilt"));
    return book;
  }

  private static StaffLog.Deed deed(String reason) {
    return new StaffLog.Deed("Ada", "order-resolve", "cart 1", reason);
  }

  private OptionalLong tampered() throws IOException {
    try (StaffBook book = StaffBook.open(folder.resolve("staff.db"))) {
      return new StaffLog(book, () -> NOW).tampered();
    }
  }

  private void tamper(String sql) throws SQLException {
    sql("DROP TRIGGER entry_stays");
    sql("DROP TRIGGER entry_remains");
    sql(sql);
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("staff.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
