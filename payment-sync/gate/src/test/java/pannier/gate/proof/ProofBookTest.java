package pannier.gate.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.shelf.Shelf;
import pannier.wire.DisputeClaim;
import pannier.wire.SettlementKey;

class ProofBookTest {
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void undecidedProofsAreGoneAfterNinetyDays() throws IOException {
    try (ProofBook book = open()) {
      book.keep(claim("d1", "t1"));
      pass(Duration.ofDays(89));
      assertTrue(book.find("d1").isPresent());
      pass(Duration.ofDays(2));
      assertFalse(book.find("d1").isPresent(), "not shown, even before it is swept");
      assertEquals(1, book.sweep());
      assertEquals(0, book.sweep());
    }
  }

  @Test
  void decidedProofsAreGoneAfterThirtyDays() throws IOException {
    try (ProofBook book = open()) {
      book.keep(claim("d1", "t1"));
      book.decided("d1");
      pass(Duration.ofDays(31));
      assertFalse(book.find("d1").isPresent());
    }
  }

  @Test
  void whatAShopperWantsGoneIsGoneAtOnce() throws IOException {
    try (ProofBook book = open()) {
      book.keep(claim("d1", "t1"));
      book.keep(claim("d2", "t2"));
      assertEquals(1, book.forget("t1"));
    }
    try (ProofBook book = open()) {
      assertFalse(book.find("d1").isPresent());
      assertTrue(book.find("d2").isPresent());
    }
  }

  /** Where the book is. */
  Shelf shelf() {
    return new Shelf.InFolder(folder);
  }

  private ProofBook open() throws IOException {
    return ProofBook.open(shelf(), () -> now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static DisputeClaim claim(String id, String trip) {
    DisputeClaim.Picture picture = new DisputeClaim.Picture(new byte[] {1, 2});
    DisputeClaim.Proof proof = new DisputeClaim.Proof(true, 1, 500, List.of(), List.of(picture));
    return new DisputeClaim(id, new SettlementKey(trip, 1), 0, "not-taken", List.of(proof));
  }
}
