package pannier.app.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProofBookTest {
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void whatIsKeptOutlivesARestartAndIsItsOwnTripsOnly() throws IOException {
    Proof milk = proof(3, "milk");
    try (ProofBook book = open()) {
      book.keep("t1", milk, List.of(new byte[] {1}, new byte[] {2, 3}));
      book.keep("t1", proof(4, "soap"), List.of());
    }
    try (ProofBook book = open()) {
      assertEquals(2, book.list("t1", "milk").getFirst().pictures());
      assertEquals(milk.curve(), book.list("t1", "milk").getFirst().curve());
      assertArrayEquals(new byte[] {2, 3}, book.picture("t1", 3, 1).orElseThrow());
      assertEquals(Optional.empty(), book.picture("t1", 3, 2));
      assertEquals(List.of(), book.list("t2", "milk"));
      assertEquals(Optional.empty(), book.picture("t2", 3, 0));
    }
  }

  @Test
  void afterADayItIsGone() throws IOException {
    try (ProofBook book = open()) {
      book.keep("t1", proof(3, "milk"), List.of(new byte[] {1}));
      now = now.plus(ProofBook.KEPT).minus(Duration.ofMinutes(1));
      book.sweep();
      assertEquals(1, book.list("t1", "milk").size());
      now = now.plus(Duration.ofMinutes(2));
    }
    try (ProofBook book = open()) { // opening it sweeps
      assertEquals(List.of(), book.list("t1", "milk"));
      assertEquals(Optional.empty(), book.picture("t1", 3, 0));
    }
  }

  @Test
  void whatAShopperDeletesIsGoneAtOnceAndNothingElse() throws IOException {
    try (ProofBook book = open()) {
      book.keep("t1", proof(3, "milk"), List.of(new byte[] {1}));
      book.keep("t2", proof(3, "milk"), List.of(new byte[] {1}));
      book.forget("t1");
      assertEquals(List.of(), book.list("t1", "milk"));
      assertEquals(Optional.empty(), book.picture("t1", 3, 0));
      assertEquals(1, book.list("t2", "milk").size());
    }
  }

  private ProofBook open() throws IOException {
    return ProofBook.open(folder.resolve("proofs.db"), () -> now);
  }

  private Proof proof(int number, String product) {
    return new Proof(
        number,
        product,
        true,
        now.toEpochMilli(),
        521,
        List.of(new Proof.Point(-80, 0), new Proof.Point(400, 521)),
        0);
  }
}
