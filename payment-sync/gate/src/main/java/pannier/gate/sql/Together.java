package pannier.gate.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the changes of many pieces in one transaction, statement by statement: what is the same
 * statement in many of them goes to a server at once. Each piece's own order is kept. As their
 * changes mix, what must not happen beside another's must be refused by a constraint, or by the
 * count of its rows ({@link Change#must}).
 */
public final class Together {
  private final List<Part> open = new ArrayList<>();

  private Together(List<Piece<?>> pieces) {
    pieces.forEach(piece -> open.add(new Part(piece)));
  }

  /** Does all of them; pieces whose work is not known beforehand come last, one after the other. */
  public static void run(Connection connection, List<Piece<?>> pieces) throws SQLException {
    List<Piece<?>> known = pieces.stream().filter(it -> !it.changes().isEmpty()).toList();
    new Together(known).run(connection);
    for (Piece<?> piece : pieces) {
      if (piece.changes().isEmpty()) {
        piece.run(connection);
      }
    }
  }

  /** A piece of which some changes are made. */
  private static final class Part {
    private final Piece<?> piece;
    private final List<Integer> counts = new ArrayList<>();

    Part(Piece<?> piece) {
      this.piece = piece;
    }

    boolean done() {
      return counts.size() == piece.changes().size();
    }

    String next() {
      return piece.changes().get(counts.size()).sql();
    }

    /** Those from here on that are the same statement. */
    List<Change> same(String sql) {
      return rest().stream().takeWhile(it -> it.sql().equals(sql)).toList();
    }

    List<Change> rest() {
      return piece.changes().subList(counts.size(), piece.changes().size());
    }
  }

  private void run(Connection connection) throws SQLException {
    while (!open.isEmpty()) {
      make(connection, next());
      open.removeIf(
          part -> {
            if (part.done()) {
              part.piece.made(List.copyOf(part.counts));
            }
            return part.done();
          });
    }
  }

  /** A statement that none of the others needs later, so that it is made once for all of them. */
  private String next() {
    Set<String> later = new HashSet<>();
    for (Part part : open) {
      String next = part.next();
      part.rest().stream().map(Change::sql).filter(sql -> !sql.equals(next)).forEach(later::add);
    }
    return open.stream()
        .map(Part::next)
        .filter(sql -> !later.contains(sql))
        .findFirst()
        .orElseGet(() -> open.getFirst().next());
  }

  private void make(Connection connection, String sql) throws SQLException {
    List<Change> same = new ArrayList<>();
    open.forEach(part -> same.addAll(part.same(sql)));
    List<Integer> counts = Sql.changeAll(connection, same);
    int from = 0;
    for (Part part : open) {
      int to = from + part.same(sql).size();
      part.counts.addAll(counts.subList(from, to));
      from = to;
    }
  }
}
