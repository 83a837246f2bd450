package pannier.gate.mass;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;
import pannier.domain.mass.Mass;
import pannier.gate.shelf.Book;
import pannier.gate.shelf.Shelf;
import pannier.gate.sql.Change;
import pannier.gate.sql.Transactions;
import pannier.wire.LearntMass;
import pannier.wire.WeighedPieces;

/** What carts weighed, and what it teaches. Safe for use by many threads. */
public final class MassBook implements AutoCloseable {
  /** Of a product; older ones go. */
  private static final int MOST_WEIGHINGS = 50;

  private static final Book BOOK = Book.of("masses", MassBook.class, "mass-1.sql");

  private final Transactions book;
  private final Catalogue catalogue;
  private final InstantSource clock;

  private MassBook(Transactions book, Catalogue catalogue, InstantSource clock) {
    this.book = book;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Opens the book on {@code shelf}, or begins one.
   *
   * @param catalogue the shop's, whose masses are refined
   */
  public static MassBook open(Shelf shelf, Catalogue catalogue, InstantSource clock)
      throws IOException {
    return new MassBook(shelf.open(BOOK), catalogue, clock);
  }

  /** The same in files of one gate's {@code folder}. */
  public static MassBook open(Path folder, Catalogue catalogue, InstantSource clock)
      throws IOException {
    return open(new Shelf.InFolder(folder), catalogue, clock);
  }

  /**
   * A lesson as staff see it.
   *
   * @param catalogueGrams what one piece weighs by the catalogue
   * @param learntGrams what carts take it to weigh
   * @param weighings that it rests on
   * @param newPack the pack changed
   */
  public record Learnt(
      String product,
      String name,
      double catalogueGrams,
      double learntGrams,
      int weighings,
      boolean newPack) {}

  /** Keeps what a trip's pieces weighed; the same trip again changes nothing. */
  void keep(WeighedPieces weighed) throws IOException {
    List<WeighedPieces.Piece> sold =
        weighed.list().stream()
            .filter(piece -> catalogue.find(new ProductId(piece.product())).isPresent())
            .toList();
    List<Change> changes = new ArrayList<>();
    for (WeighedPieces.Piece piece : sold) {
      changes.add(insert(weighed.tripId(), changes.size(), piece));
    }
    sold.stream()
        .map(WeighedPieces.Piece::product)
        .distinct()
        .map(MassBook::prune)
        .forEach(changes::add);
    change(changes);
  }

  private Change insert(String tripId, int place, WeighedPieces.Piece piece) {
    return Change.of(
        "INSERT INTO weighing (trip_id, place, product, pieces, milligrams, at)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (trip_id, place) DO NOTHING",
        tripId,
        place,
        piece.product(),
        piece.pieces(),
        piece.milligrams(),
        clock.millis());
  }

  private static Change prune(String product) {
    return Change.of(
        "DELETE FROM weighing WHERE product = ? AND number <= coalesce((SELECT number FROM weighing"
            + " WHERE product = ? ORDER BY number DESC LIMIT 1 OFFSET "
            + MOST_WEIGHINGS
            + "), 0)",
        product,
        product);
  }

  /**
   * What was learnt of a product is forgotten: the catalogue holds until carts have weighed more.
   */
  public void forget(String product) throws IOException {
    change(List.of(Change.of("DELETE FROM weighing WHERE product = ?", product)));
  }

  /** New packs first, then by product. */
  public List<Learnt> learnt() throws IOException {
    List<Learnt> all = new ArrayList<>();
    for (Lesson lesson : lessons()) {
      Learnt learnt =
          new Learnt(
              lesson.product().id().value(),
              lesson.product().name(),
              lesson.product().pieceMass().mean().grams(),
              lesson.learnt().mean().grams(),
              lesson.weighings(),
              lesson.newPack());
      all.add(lesson.newPack() ? 0 : all.size(), learnt);
    }
    return all;
  }

  /** What carts are told. */
  List<LearntMass> document() throws IOException {
    return lessons().stream()
        .map(
            lesson ->
                new LearntMass(
                    lesson.product().id().value(),
                    lesson.learnt().mean().milligrams(),
                    Mass.ofGrams(lesson.learnt().standardDeviationGrams()).milligrams()))
        .toList();
  }

  private List<Lesson> lessons() throws IOException {
    Map<String, List<Weighing>> byProduct = new LinkedHashMap<>();
    List<Row> rows = rows();
    rows.forEach(
        row -> byProduct.computeIfAbsent(row.product, _ -> new ArrayList<>()).add(row.weighing));
    List<Lesson> lessons = new ArrayList<>();
    byProduct.forEach(
        (product, weighings) ->
            catalogue
                .find(new ProductId(product))
                .flatMap(it -> Lesson.of(it, weighings))
                .ifPresent(lessons::add));
    return lessons;
  }

  private record Row(String product, Weighing weighing) {}

  private List<Row> rows() throws IOException {
    try {
      return book.list(
          "SELECT product, trip_id, pieces, milligrams FROM weighing ORDER BY product, number",
          row -> {
            double grams = Mass.ofMilligrams(row.getLong("milligrams")).grams();
            Weighing weighing = new Weighing(row.getString("trip_id"), row.getInt("pieces"), grams);
            return new Row(row.getString("product"), weighing);
          });
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void change(List<Change> changes) throws IOException {
    try {
      book.change(changes);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static IOException failed(SQLException e) {
    return new IOException("masses: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    book.close();
  }
}
