package pannier.simulator.load.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pannier.wire.Digest;
import pannier.wire.SettlementKey;

class BooksTest {
  private static final Held.Paid PAID = new Held.Paid("R-1", 500, Digest.of(new byte[] {1}));
  private static final Held HELD = new Held(new SettlementKey("t1", 1), Optional.of(PAID), true);
  private static final Map<String, Held.Paid> SETTLED = Map.of("t1/1", PAID);
  private static final List<String> OPENED = List.of("t1/1 R-1");

  @Test
  void booksThatAgreeHaveNoFaults() {
    Books books = new Books(SETTLED, Map.of("t1", 500L), OPENED);

    assertTrue(books.compare(List.of(HELD)).none());
  }

  @Test
  void aReceiptThatTheLedgerDoesNotHaveIsLost() {
    Books books = new Books(Map.of(), Map.of("t1", 500L), List.of());

    assertEquals(new Books.Faults(1, 0, 0), books.compare(List.of(HELD)));
  }

  @Test
  void anotherReplyThanTheLedgersIsLost() {
    Held.Paid other = new Held.Paid("R-1", 500, Digest.of(new byte[] {2}));
    Books books = new Books(Map.of("t1/1", other), Map.of("t1", 500L), OPENED);

    assertEquals(new Books.Faults(1, 0, 0), books.compare(List.of(HELD)));
  }

  @Test
  void aReceiptThatNobodyPaidIsLost() {
    Books books = new Books(SETTLED, Map.of(), OPENED);

    assertEquals(new Books.Faults(1, 0, 0), books.compare(List.of(HELD)));
  }

  @Test
  void moneyWithoutAReceiptIsLost() {
    Books books = new Books(Map.of(), Map.of("t2", 300L), List.of());

    assertEquals(new Books.Faults(1, 0, 0), books.compare(List.of()));
  }

  @Test
  void anAttemptWithoutAnAnswerIsLost() {
    Books books = new Books(Map.of(), Map.of(), List.of());
    Held open = new Held(new SettlementKey("t1", 1), Optional.empty(), false);

    assertEquals(new Books.Faults(1, 0, 0), books.compare(List.of(open)));
  }

  @Test
  void moreThanTheReceiptIsChargedTwice() {
    Books books = new Books(SETTLED, Map.of("t1", 1000L), OPENED);

    assertEquals(new Books.Faults(0, 1, 0), books.compare(List.of(HELD)));
  }

  @Test
  void twoPaidAttemptsOfATripAreChargedTwice() {
    Held.Paid second = new Held.Paid("R-2", 500, Digest.of(new byte[] {2}));
    Books books = new Books(Map.of("t1/1", PAID, "t1/2", second), Map.of("t1", 500L), OPENED);

    assertEquals(new Books.Faults(0, 1, 0), books.compare(List.of(HELD)));
  }

  @Test
  void anOpeningWithoutItsReceiptInTheLedgerIsSeen() {
    Books books =
        new Books(SETTLED, Map.of("t1", 500L), List.of("t1/1 R-1", "t1/1 R-9", "t3/1 R-3"));

    assertEquals(new Books.Faults(0, 0, 2), books.compare(List.of(HELD)));
  }
}
