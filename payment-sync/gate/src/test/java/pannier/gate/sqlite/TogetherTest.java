package pannier.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pannier.gate.sql.Change;
import pannier.gate.sql.Piece;
import pannier.gate.sql.Sql;
import pannier.gate.sql.Together;

/** Changes of many pieces in one transaction. */
class TogetherTest {
  private static final String LOG = "INSERT INTO log (piece, step) VALUES (?, ?)";
  private static final String OTHER = "INSERT INTO log (step, piece) VALUES (?, ?)";
  private static final String THIRD = "INSERT INTO log VALUES (?, ?)";

  @Test
  void eachPiecesOrderIsKeptWhateverTheOthersDo() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 50; round++) {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
        Sql.change(connection, "CREATE TABLE log (piece INTEGER, step INTEGER)");
        List<Piece<?>> pieces = new ArrayList<>();
        for (int piece = 0; piece < 6; piece++) {
          pieces.add(Piece.of(changes(piece, random)));
        }
        pieces.add(Piece.of(it -> Sql.change(it, LOG, 99, 0)));
        Together.run(connection, pieces);

        List<Integer> order =
            Sql.list(connection, "SELECT piece FROM log ORDER BY rowid", row -> row.getInt(1));
        assertEquals(99, order.getLast(), "work that is not known beforehand comes last");
        for (int piece = 0; piece < 6; piece++) {
          String steps = "SELECT step FROM log WHERE piece = ? ORDER BY rowid";
          List<Integer> done = Sql.list(connection, steps, row -> row.getInt(1), piece);
          List<Integer> sorted = done.stream().sorted().toList();
          assertEquals(sorted, done);
          assertEquals(pieces.get(piece).changes().size(), done.size());
        }
      }
    }
  }

  @Test
  void alikePiecesGoStatementByStatement() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Sql.change(connection, "CREATE TABLE log (piece INTEGER, step INTEGER)");
      List<Piece<?>> pieces = new ArrayList<>();
      for (int piece = 0; piece < 3; piece++) {
        List<Change> changes = new ArrayList<>(List.of(Change.of(LOG, piece, 0)));
        if (piece != 1) {
          changes.add(Change.of(OTHER, 1, piece)); // not all of them have all steps
        }
        changes.add(Change.of(THIRD, piece, 2));
        pieces.add(Piece.of(changes));
      }
      Together.run(connection, pieces);

      assertEquals(
          List.of(0, 0, 0, 1, 1, 2, 2, 2),
          Sql.list(connection, "SELECT step FROM log ORDER BY rowid", row -> row.getInt(1)));
    }
  }

  private static List<Change> changes(int piece, SplittableRandom random) {
    List<Change> changes = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int step = 0; step < count; step++) {
      changes.add(
          switch (random.nextInt(3)) {
            case 0 -> Change.of(LOG, piece, step);
            case 1 -> Change.of(OTHER, step, piece);
            default -> Change.of(THIRD, piece, step);
          });
    }
    return changes;
  }
}
