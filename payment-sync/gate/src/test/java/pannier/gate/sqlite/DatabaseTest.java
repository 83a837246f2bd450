package pannier.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.sql.Sql;

class DatabaseTest {
  private static final Schema SCHEMA =
      new Schema(List.of("CREATE TABLE thing (name TEXT PRIMARY KEY) STRICT"));

  @TempDir Path folder = Path.of(".");
  private Database database;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(folder.resolve("things.db"), SCHEMA);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void oneOfManyThatFailsTakesNothingElseWithIt() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> waiting = new ArrayList<>();
      // The writer is held up, so that those that follow share the next commit.
      waiting.add(threads.submit(() -> database.transaction(_ -> await(held))));
      for (String name : List.of("a", "b", "a", "c")) {
        waiting.add(threads.submit(() -> insert(name)));
      }
      held.countDown();
      int failed = 0;
      for (Future<Integer> future : waiting) {
        try {
          future.get();
        } catch (ExecutionException e) {
          failed++;
        }
      }
      assertEquals(1, failed, "the second a");
    }
    assertEquals(List.of("a", "b", "c"), names());
  }

  @Test
  void halfAPieceOfWorkIsUndoneWhole() throws Exception {
    assertThrows(
        IllegalStateException.class,
        () ->
            database.transaction(
                connection -> {
                  Sql.change(connection, "INSERT INTO thing VALUES ('x')");
                  throw new IllegalStateException("in the middle");
                }));

    assertEquals(List.of(), names());
  }

  @Test
  void whatIsNotCommittedIsNotRead() throws Exception {
    List<List<String>> seen = new ArrayList<>();
    database.transaction(
        connection -> {
          Sql.change(connection, "INSERT INTO thing VALUES ('x')");
          return seen.add(names());
        });

    assertEquals(List.of(List.of()), seen);
    assertEquals(List.of("x"), names());
  }

  @Test
  void aStatementInsideTheSameStatementIsAnother() throws Exception {
    insert("a");
    insert("b");
    List<String> pairs =
        database.query(
            connection ->
                Sql.list(
                    connection,
                    "SELECT name FROM thing ORDER BY name",
                    outer ->
                        outer.getString(1)
                            + Sql.list(
                                connection,
                                "SELECT name FROM thing ORDER BY name",
                                inner -> inner.getString(1))));

    assertEquals(List.of("a[a, b]", "b[a, b]"), pairs);
  }

  @Test
  void whoComesAfterTheEndIsTurnedAway() {
    database.close();

    assertThrows(SQLException.class, () -> insert("late"));
  }

  private int insert(String name) throws SQLException {
    return database.transaction(
        connection -> Sql.change(connection, "INSERT INTO thing VALUES (?)", name));
  }

  private List<String> names() throws SQLException {
    return database.query(
        connection ->
            Sql.list(connection, "SELECT name FROM thing ORDER BY name", row -> row.getString(1)));
  }

  private static int await(CountDownLatch latch) {
    try {
      latch.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
