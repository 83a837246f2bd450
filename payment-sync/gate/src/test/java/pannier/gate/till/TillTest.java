package pannier.gate.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.gate.shelf.Shelf;

class TillTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final PaymentOrder ORDER =
      new PaymentOrder("t/1", new PaymentOrder.Means("cash", "till"), 345, "EUR");

  @TempDir Path folder;

  @Test
  void cashIsAwaitedUntilStaffHaveIt() throws IOException {
    try (Till till = open()) {
      assertThrows(CashAwaitedException.class, () -> till.authorise(ORDER));
      assertThrows(CashAwaitedException.class, () -> till.authorise(ORDER));
      assertEquals(Optional.empty(), till.find("t/1"));
      assertEquals(List.of(new Till.Task("t/1", true, 345, NOON)), till.tasks());
      assertTrue(till.paid("t/1", true, "Ann"));
    }
    try (Till till = open()) {
      assertInstanceOf(Authorisation.Authorised.class, till.authorise(ORDER));
      assertFalse(till.paid("t/1", true, "Bob"), "it is taken once");
      till.capture("t/1", 345);
      till.capture("t/1", 345);
      assertEquals(List.of(), till.tasks());
      assertThrows(IllegalStateException.class, () -> till.cancel("t/1"));
    }
  }

  @Test
  void cashOfABillThatWasGivenUpIsHandedOutAgain() throws IOException {
    try (Till till = open()) {
      assertThrows(CashAwaitedException.class, () -> till.authorise(ORDER));
      till.paid("t/1", true, "Ann");
      till.cancel("t/1");
      till.cancel("t/1");
      assertEquals(List.of(new Till.Task("t/1", false, 345, NOON)), till.tasks());
      assertEquals(new Authorisation.Refused("voided"), till.authorise(ORDER));
      assertTrue(till.handedOut("t/1", "Ann"));
      assertFalse(till.handedOut("t/1", "Ann"));
      assertEquals(List.of(), till.tasks());
    }
  }

  @Test
  void billThatWasGivenUpIsNotAskedForAtTheTill() throws IOException {
    try (Till till = open()) {
      assertThrows(CashAwaitedException.class, () -> till.authorise(ORDER));
      till.cancel("t/1");
      assertEquals(List.of(), till.tasks());
      assertFalse(till.paid("t/1", true, "Ann"));
      till.cancel("never-heard-of/1");
      assertEquals(Optional.of(new Authorisation.Refused("voided")), till.find("never-heard-of/1"));
    }
  }

  @Test
  void refundIsHandedOutOnceAndNeverMoreThanWasTaken() throws IOException {
    try (Till till = open()) {
      assertThrows(CashAwaitedException.class, () -> till.authorise(ORDER));
      till.paid("t/1", true, "Ann");
      till.capture("t/1", 345);
      till.refund("t/1", "r1", 200);
      till.refund("t/1", "r1", 200);
      assertThrows(IllegalArgumentException.class, () -> till.refund("t/1", "r2", 146));
      assertEquals(List.of(new Till.Task("r1", false, 200, NOON)), till.tasks());
      assertTrue(till.handedOut("r1", "Ann"));
      assertEquals(List.of(), till.tasks());
    }
  }

  @Test
  void refusedCashDeclines() throws IOException {
    try (Till till = open()) {
      assertThrows(CashAwaitedException.class, () -> till.authorise(ORDER));
      till.paid("t/1", false, "Ann");
      assertEquals(new Authorisation.Refused("cash-refused"), till.authorise(ORDER));
    }
  }

  /** Where the book is. */
  Shelf shelf() {
    return new Shelf.InFolder(folder);
  }

  private Till open() throws IOException {
    return Till.open(shelf(), () -> NOON);
  }
}
