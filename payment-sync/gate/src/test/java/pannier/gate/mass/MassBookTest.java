package pannier.gate.mass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.gate.document.Librarian;
import pannier.gate.document.Library;
import pannier.gate.mass.MassBook.Learnt;
import pannier.wire.DocumentName;
import pannier.wire.LearntMass;
import pannier.wire.MassCodec;
import pannier.wire.WeighedPieces;
import pannier.wire.WeighedPieces.Piece;

/** What carts weighed, from trip to trip. */
class MassBookTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Catalogue SHOP =
      new Catalogue(EUR, List.of(product("tea", 500), product("milk", 1032)));

  @TempDir Path folder = Path.of(".");
  private Instant now = Instant.EPOCH;

  private static Product product(String id, double grams) {
    return new Product(
        new ProductId(id),
        id,
        SaleUnit.PIECE,
        new Money(199, EUR),
        new MassSpread(Mass.ofGrams(grams), 3),
        List.of());
  }

  private MassBook open() throws IOException {
    return MassBook.open(folder, SHOP, () -> now);
  }

  private static WeighedPieces trip(int number, Piece... pieces) {
    return new WeighedPieces("t-" + number, List.of(pieces));
  }

  private static void sell(MassBook book, String product, int trips, long milligrams)
      throws IOException {
    for (int trip : IntStream.range(0, trips).toArray()) {
      book.keep(new WeighedPieces(product + trip, List.of(new Piece(product, 1, milligrams))));
    }
  }

  @Test
  void aNewPackStandsFirstAndIsThereAfterARestart() throws IOException {
    try (MassBook book = open()) {
      sell(book, "milk", 8, 1_032_000);
      sell(book, "tea", 3, 450_000);
    }
    try (MassBook book = open()) {
      assertEquals(
          List.of(
              new Learnt("tea", "tea", 500, 450, 3, true),
              new Learnt("milk", "milk", 1032, 1032, 8, false)),
          book.learnt());
      assertEquals(new LearntMass("tea", 450_000, 2_700), book.document().getLast());
    }
  }

  @Test
  void aTripThatIsToldTwiceCountsOnce() throws IOException {
    try (MassBook book = open()) {
      for (int i = 0; i < 3; i++) {
        book.keep(trip(1, new Piece("tea", 1, 450_000)));
      }
      assertEquals(List.of(), book.learnt());
    }
  }

  @Test
  void whatTheShopDoesNotSellIsPassedOver() throws IOException {
    try (MassBook book = open()) {
      sell(book, "rice", 9, 450_000);
      assertEquals(List.of(), book.learnt());
    }
  }

  @Test
  void staffTakeBackWhatWasLearnt() throws IOException {
    try (MassBook book = open()) {
      sell(book, "tea", 3, 450_000);
      book.forget("tea");
      assertEquals(List.of(), book.learnt());
    }
  }

  @Test
  void onlyTheNewestFiftyOfAProductCount() throws IOException {
    try (MassBook book = open()) {
      sell(book, "milk", 60, 1_032_000);
      assertEquals(50, book.learnt().getFirst().weighings());
    }
  }

  @Test
  void cartsAreOfferedWhatIsNewEveryTenMinutes() throws IOException {
    Library library = new Library();
    try (MassBook book = open()) {
      Librarian.Look look = new MassDesk(book, () -> now).offering(library);
      assertTrue(look.look());
      sell(book, "tea", 3, 450_000);
      now = now.plus(Duration.ofMinutes(9));
      assertFalse(look.look());
      now = now.plus(Duration.ofMinutes(2));
      assertTrue(look.look());
      byte[] offered = library.find(DocumentName.MASSES).orElseThrow().content();
      assertEquals(List.of(new LearntMass("tea", 450_000, 2_700)), MassCodec.decodeMasses(offered));
      now = now.plus(Duration.ofMinutes(11));
      assertFalse(look.look());
    }
  }
}
