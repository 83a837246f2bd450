package pannier.gate.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import pannier.gate.Await;
import pannier.gate.sql.Change;
import pannier.gate.sql.Sql;
import pannier.gate.sql.UnchangedException;

/** Writers of two gates on a real server. */
@ExtendWith(RealPostgres.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresDatabaseTest {
  private static final String INSERT = "INSERT INTO thing (name, owner) VALUES (?, ?)";

  private final PostgresUrl url;
  private PostgresDatabase one;
  private PostgresDatabase two;

  PostgresDatabaseTest(PostgresUrl url) {
    this.url = url;
  }

  @BeforeEach
  void open() throws SQLException {
    one = PostgresDatabase.of(url, new SplittableRandom(1));
    two = PostgresDatabase.of(url, new SplittableRandom(2));
    one.transaction(it -> Sql.change(it, "DROP TABLE IF EXISTS thing"));
    one.transaction(
        it -> Sql.change(it, "CREATE TABLE thing (name TEXT PRIMARY KEY, owner TEXT NOT NULL)"));
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
  }

  @Test
  void whatWaitsTogetherIsCommittedTogetherAndOneThatFailsTakesNothingWithIt() throws Exception {
    List<Callable<?>> waiting = new ArrayList<>();
    for (String name : List.of("a", "b", "a", "c")) {
      waiting.add(() -> one.change(List.of(Change.of(INSERT, name, "gate"))));
    }
    waiting.add(() -> one.transaction(it -> Sql.change(it, INSERT, "d", "gate")));

    assertEquals(1, failed(together(waiting)), "the second a");
    assertEquals(List.of("a", "b", "c", "d"), names());
  }

  @Test
  void whatWaitsTogetherIsOneTransactionOfTheServer() throws Exception {
    List<Callable<?>> waiting = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String name = "n" + i;
      waiting.add(() -> one.change(List.of(Change.of(INSERT, name, "gate"))));
    }
    assertEquals(0, failed(together(waiting)));

    String transactions = "SELECT count(DISTINCT xmin::text) FROM thing";
    assertEquals(List.of(1L), one.list(transactions, row -> row.getLong(1)));
  }

  @Test
  void whatMustChangeAndDoesNotIsUndoneWhole() throws Exception {
    one.change(List.of(Change.of(INSERT, "x", "gate")));
    List<Change> changes =
        List.of(
            Change.of(INSERT, "y", "gate"),
            Change.must("z is missing", "UPDATE thing SET owner = 'other' WHERE name = 'z'"));

    UnchangedException refused = assertThrows(UnchangedException.class, () -> one.change(changes));
    assertEquals("z is missing", refused.getMessage());
    assertEquals(List.of("x"), names());
  }

  @Test
  void twoGatesTakeTurnsAndLoseNothing() throws Exception {
    String add = "UPDATE thing SET owner = (owner::integer + 1)::text WHERE name = ?";
    one.change(List.of(Change.of(INSERT, "count", "0")));
    int each = 40;
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < each; i++) {
        String name = "n" + i;
        all.add(
            threads.submit(
                () ->
                    one.change(
                        List.of(Change.of(INSERT, name, "1"), Change.must("", add, "count")))));
        all.add(
            threads.submit(
                () ->
                    two.transaction(
                        it ->
                            Sql.change(it, INSERT, "m" + name, "2")
                                + Sql.change(it, add, "count"))));
      }
    }
    assertEquals(0, failed(all));
    assertEquals(
        List.of(2 * each),
        one.list("SELECT owner::integer FROM thing WHERE name = 'count'", row -> row.getInt(1)));
    assertEquals(2 * each + 1, names().size());
  }

  @Test
  void whoWaitedForItsTurnSeesWhatTheOtherWrote() throws Exception {
    Turn turn = new Turn("public");
    one.change(List.of(Change.of(INSERT, "x", "before")));
    try (Connection first = serializable(turn);
        Connection second = serializable(turn);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      turn.take(first);
      Sql.change(first, "UPDATE thing SET owner = 'after'");
      Future<List<String>> seen =
          threads.submit(
              () -> {
                turn.take(second);
                Sql.change(second, "UPDATE thing SET owner = owner || ', too'");
                return Sql.list(second, "SELECT owner FROM thing", row -> row.getString(1));
              });
      Await.until("the second waits", this::somebodyWaits);
      first.commit();
      assertEquals(List.of("after, too"), seen.get());
      second.commit();
    }
  }

  private Connection serializable(Turn turn) throws SQLException {
    Connection connection = PostgresDatabase.source(url).getConnection();
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    turn.begin(connection);
    connection.setAutoCommit(false);
    return connection;
  }

  private boolean somebodyWaits() throws SQLException {
    String waiting =
        "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'turn'::regclass AND database ="
            + " (SELECT oid FROM pg_database WHERE datname = current_database())";
    return !one.list(waiting, row -> row.getInt(1)).isEmpty();
  }

  @Test
  void aGateThatGoesSilentInItsTurnLosesIt() throws Exception {
    Turn turn = new Turn("public");
    try (Connection silent = PostgresDatabase.source(url).getConnection()) {
      turn.begin(silent);
      String limit = "SHOW idle_in_transaction_session_timeout";
      assertEquals(List.of("5s"), Sql.list(silent, limit, row -> row.getString(1)));
      Sql.change(silent, "SET SESSION idle_in_transaction_session_timeout = '50ms'");
      silent.setAutoCommit(false);
      turn.take(silent);

      one.change(List.of(Change.of(INSERT, "x", "gate"))); // waits until it is over
      assertEquals(List.of("x"), names());
      assertThrows(SQLException.class, silent::commit);
    }
  }

  /** All of them wait while one holds the writer up. */
  private List<Future<?>> together(List<Callable<?>> works) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch writing = new CountDownLatch(1);
      Future<Boolean> first =
          threads.submit(
              () ->
                  one.transaction(
                      _ -> {
                        writing.countDown();
                        return await(held);
                      }));
      assertTrue(await(writing));
      CountDownLatch begun = new CountDownLatch(works.size());
      for (Callable<?> work : works) {
        all.add(
            threads.submit(
                () -> {
                  begun.countDown();
                  return work.call();
                }));
      }
      assertTrue(await(begun));
      pannier.gate.Await.until("all of them to wait", () -> one.waiting() == works.size());
      held.countDown();
      assertTrue(first.get());
    }
    return all;
  }

  private static int failed(List<Future<?>> all) throws InterruptedException {
    int failed = 0;
    for (Future<?> one : all) {
      try {
        one.get();
      } catch (ExecutionException e) {
        failed++;
      }
    }
    return failed;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> names() throws SQLException {
    return one.list("SELECT name FROM thing ORDER BY name", row -> row.getString(1));
  }
}
