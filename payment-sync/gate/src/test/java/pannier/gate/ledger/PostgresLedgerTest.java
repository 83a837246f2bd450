package pannier.gate.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import pannier.gate.postgres.PostgresDatabase;
import pannier.gate.postgres.PostgresUrl;
import pannier.gate.postgres.RealPostgres;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Transactions;

/** The same promises on a real server. */
@ExtendWith(RealPostgres.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLedgerTest extends LedgerContract {
  private final PostgresUrl url;

  PostgresLedgerTest(PostgresUrl url) {
    this.url = url;
  }

  /** Row by row nothing could be removed. */
  @AfterEach
  void clear() throws Exception {
    try (Transactions database = raw()) {
      database.transaction(
          connection ->
              Sql.change(connection, "TRUNCATE settlement, refund, dispute, check_tally CASCADE"));
    }
  }

  @Override
  LedgerPlace place() {
    return new LedgerPlace.OnServer(url);
  }

  @Override
  Transactions raw() {
    return PostgresDatabase.of(url, new SplittableRandom(1));
  }

  @Override
  String blob() {
    return "'\\x00'::bytea";
  }

  @Test
  void aConnectionThatTheServerEndedIsReplacedUnseen() throws Exception {
    try (Transactions first = raw();
        Transactions second = raw()) {
      first.query(connection -> Sql.list(connection, "SELECT 1", row -> row.getInt(1)));
      second.transaction(
          connection ->
              Sql.list(
                  connection,
                  """
                  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                  WHERE datname = current_database() AND pid <> pg_backend_pid()
                  """,
                  row -> row.getBoolean(1)));

      List<Integer> ones =
          first.query(connection -> Sql.list(connection, "SELECT 1", row -> row.getInt(1)));
      assertEquals(List.of(1), ones);
    }
  }

  @Test
  void oneGateCapturesWhatIsDueAndAnotherOnlyWhatIsLeft() throws Exception {
    try (Ledger one = place().open();
        Ledger two = place().open()) {
      one.intend(intent(1));
      one.settle(receipt(1));
      Capture due = one.listDue().getFirst();

      assertEquals(List.of(), two.claimDue(NOON.plusSeconds(9)), "it is the other's");
      assertEquals(List.of(due), one.claimDue(NOON.plusSeconds(9)));
      assertEquals(List.of(due), two.claimDue(NOON.plusSeconds(11)), "nobody took it");
      assertEquals(List.of(), one.claimDue(NOON.plusSeconds(11)), "it is the other's now");
      assertEquals(List.of(due), two.claimDue(NOON.plusSeconds(30)), "and stays so");
      assertEquals(
          List.of(due), one.claimDue(NOON.minusSeconds(86_400)), "whatever its clock says");
      one.captured(due, NOON);
      assertEquals(List.of(), two.claimDue(NOON.plusSeconds(60)));
    }
  }

  @Test
  void aServerThatIsNotThereIsOutOfReachUntilItIs() throws Exception {
    PostgresUrl nowhere =
        new PostgresUrl("jdbc:postgresql://127.0.0.1:1/ledger?user=gate&password=secret");
    try (Ledger ledger = new LedgerPlace.OnServer(nowhere).open()) {
      LedgerException first = assertThrows(LedgerException.class, ledger::listUndecided);
      LedgerException second = assertThrows(LedgerException.class, ledger::listUndecided);

      assertTrue(first.isOutOfReach());
      assertTrue(second.isOutOfReach());
      String said = String.valueOf(first.getMessage());
      assertFalse(said.contains("secret"), said);
      assertEquals(1, said.lines().count());
    }
  }

  @Test
  void aServerThatRefusesStopsTheStart() {
    PostgresUrl other = new PostgresUrl(url.text().replaceAll("/ledger_[0-9]+", "/no_such"));
    String said =
        String.valueOf(
            assertThrows(IOException.class, () -> new LedgerPlace.OnServer(other).open())
                .getMessage());

    assertTrue(said.startsWith("jdbc:postgresql://"), said);
    assertTrue(said.contains("no_such"), said);
    assertEquals(1, said.lines().count());
  }
}
