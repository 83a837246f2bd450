package pannier.gate.reserve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.shelf.Shelf;
import pannier.wire.CartStatus;

/** A card from the trip's start to the exit, at the sandbox's own book. */
class ReservationsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String OK = "sandbox-ok";

  private final List<String> refused = new ArrayList<>();
  @TempDir Path folder;
  private Optional<Instant> now = Optional.of(NOON);
  private SandboxProvider sandbox;
  private ReservedProvider provider;
  private Reservations reservations;

  @BeforeEach
  void open() throws IOException {
    sandbox = SandboxProvider.open(shelf());
    provider = ReservedProvider.open(sandbox, shelf(), () -> now.orElseThrow());
    reservations =
        new Reservations(
            provider,
            2_000,
            "EUR",
            (cart, trip, reason) -> refused.add(cart + " " + trip + " " + reason),
            () -> now.orElseThrow());
  }

  /** Where the book is. */
  Shelf shelf() {
    return new Shelf.InFolder(folder);
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void cardIsReservedRaisedAndTakenAtTheExit() throws Exception {
    tells("t1", 0, OK);
    assertEquals("AUTHORISED 2000", book("reserve t1"));
    tells("t1", 1_999, OK);
    assertEquals("AUTHORISED 2000", book("reserve t1"));
    tells("t1", 4_001, OK);
    assertEquals("AUTHORISED 6000", book("reserve t1"));

    PaymentOrder order = new PaymentOrder("t1/1", OK, 4_100, "EUR");
    Authorisation paid = provider.authorise(order);
    assertInstanceOf(Authorisation.Authorised.class, paid);
    assertEquals(paid, provider.authorise(order));
    provider.capture("t1/1", 4_100);
    provider.capture("t1/1", 4_100);
    tells("", 0, "");
    assertEquals("CAPTURED 4100", book("reserve t1"));
    assertEquals(1, sandbox.entries().size(), "the card is charged once, under one key");
    provider.refund("t1/1", "r1", 100);
    assertEquals(100, sandbox.refunded("reserve t1"));
  }

  @Test
  void whatIsNotNeededIsGivenBackWhenTheTripEnds() throws Exception {
    tells("t1", 500, OK);
    tells("", 0, "");
    assertEquals("CANCELLED 2000", book("reserve t1"));
    tells("t2", 500, OK);
    now = Optional.of(NOON.plusSeconds(13 * 3_600));
    tells("t2", 500, OK);
    assertEquals("CANCELLED 2000", book("reserve t2"), "nobody shops for thirteen hours");
  }

  @Test
  void nextAttemptGoesByTheSameReservation() throws Exception {
    tells("t1", 500, OK);
    provider.authorise(new PaymentOrder("t1/1", OK, 500, "EUR"));
    provider.cancel("t1/1");
    provider.cancel("t1/1");
    assertEquals(Optional.of(new Authorisation.Refused("voided")), provider.find("t1/1"));
    assertEquals("AUTHORISED 2000", book("reserve t1"));
    provider.authorise(new PaymentOrder("t1/2", OK, 700, "EUR"));
    provider.capture("t1/2", 700);
    assertEquals("CAPTURED 700", book("reserve t1"));
  }

  @Test
  void secondCardAndOtherTendersAreAuthorisedAlone() throws Exception {
    tells("t1", 500, OK);
    provider.authorise(new PaymentOrder("t1/1", OK, 300, "EUR"));
    provider.authorise(new PaymentOrder("t1/1#1", OK, 200, "EUR"));
    assertEquals("AUTHORISED 200", book("t1/1#1"));
    provider.authorise(new PaymentOrder("t1/1#2", "sandbox-limit-900", 100, "EUR"));
    assertEquals("AUTHORISED 100", book("t1/1#2"));
  }

  @Test
  void cardThatIsRefusedAtTheStartIsToldOnceAndNotAskedAgain() throws Exception {
    tells("t1", 0, "sandbox-refuse-stolen");
    tells("t1", 300, "sandbox-refuse-stolen");
    assertEquals(List.of("cart-1 t1 stolen"), refused);
    assertEquals(1, sandbox.entries().size());
  }

  @Test
  void cardWithTooLittleForARaiseKeepsWhatIsReserved() throws Exception {
    tells("t1", 0, "sandbox-limit-3000");
    tells("t1", 3_500, "sandbox-limit-3000");
    assertEquals("AUTHORISED 2000", book("reserve t1"));
    PaymentOrder order = new PaymentOrder("t1/1", "sandbox-limit-3000", 3_500, "EUR");
    assertEquals(new Authorisation.Refused("insufficient-funds"), provider.authorise(order));
    provider.authorise(new PaymentOrder("t1/2", "sandbox-limit-3000", 2_900, "EUR"));
    assertEquals("AUTHORISED 2900", book("reserve t1"));
  }

  private void tells(String trip, long totalMinor, String token) throws IOException {
    Optional<CartStatus.Tab> tab =
        trip.isEmpty() ? Optional.empty() : Optional.of(new CartStatus.Tab(totalMinor, 1, token));
    reservations.see(
        "cart-1",
        new CartStatus(
            trip.isEmpty() ? "IDLE" : "SHOPPING", trip, "", List.of(), List.of(), 0, tab));
  }

  private String book(String key) throws IOException {
    return sandbox.entries().stream()
        .filter(it -> it.key().equals(key))
        .map(it -> it.state() + " " + it.amountMinor())
        .findFirst()
        .orElse("nothing");
  }
}
