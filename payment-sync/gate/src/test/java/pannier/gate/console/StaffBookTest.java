package pannier.gate.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.fleet.Fleet;
import pannier.gate.shelf.Shelf;
import pannier.wire.CartStatus;

/** Accounts' book with what carts asked and what staff did; on a server, too. */
class StaffBookTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder = Path.of(".");

  Shelf shelf() {
    return new Shelf.InFolder(folder);
  }

  @Test
  void questionCountsOnceHoweverOftenItIsTold() throws IOException {
    try (StaffBook book = StaffBook.open(shelf())) {
      Questions questions = new Questions(book);
      questions.keep(List.of(asked("t-1", 1, false), asked("t-1", 2, true)));
      questions.keep(List.of(asked("t-1", 1, false), asked("t-2", 1, false)));
      assertEquals(new Questions.Count(2, 1, 2), questions.between(NOON, NOON.plusSeconds(1)));
      assertEquals(new Questions.Count(0, 0, 0), questions.between(Instant.EPOCH, NOON));
    }
    try (StaffBook again = StaffBook.open(shelf())) {
      Questions questions = new Questions(again);
      assertEquals(2, questions.between(NOON, NOON.plusSeconds(1)).trips(), "it is kept");
    }
  }

  @Test
  void logIsOneChainWhoeverWritesAndIsNeverChanged() throws IOException {
    try (StaffBook one = StaffBook.open(shelf());
        StaffBook other = StaffBook.open(shelf())) {
      new StaffLog(one, () -> NOON).write(new StaffLog.Deed("Ann", "paired", "cart-1", ""));
      new StaffLog(other, () -> NOON).write(new StaffLog.Deed("Ben", "refund", "R-1", "broken"));
      StaffLog log = new StaffLog(one, () -> NOON);
      assertEquals(2, log.latest(10).size());
      assertEquals(OptionalLong.empty(), log.tampered());
      assertThrows(IOException.class, () -> one.write(StaffBookTest::tamper));
      assertEquals(OptionalLong.empty(), log.tampered());
    }
  }

  private static int tamper(Connection connection) throws java.sql.SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("UPDATE entry SET reason = 'whole' WHERE number = 2");
    }
  }

  private static Fleet.Asked asked(String trip, int number, boolean held) {
    return new Fleet.Asked("cart-1", trip, new CartStatus.Open(number, held, 120), NOON);
  }
}
