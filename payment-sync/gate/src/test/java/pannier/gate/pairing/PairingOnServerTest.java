package pannier.gate.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pannier.gate.Await;
import pannier.gate.postgres.PostgresUrl;
import pannier.gate.postgres.Reach;
import pannier.gate.postgres.RealPostgres;
import pannier.gate.shelf.Shelf;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/** The same promises on a real server, and those of two gates that share it. */
@ExtendWith(RealPostgres.class)
class PairingOnServerTest extends PairingDeskTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final PeerKey KEY = OwnKey.make().publicKey();
  private static final Shelf NOWHERE =
      new Shelf.OnServer(
          new PostgresUrl("jdbc:postgresql://127.0.0.1:1/gate?user=gate"),
          new Reach(System::nanoTime));

  private final Shelf shelf;

  PairingOnServerTest(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  Shelf shelf() {
    return shelf;
  }

  @Override
  String copy() throws IOException {
    gate("").close();
    return "carts.json";
  }

  private Doorkeeper gate(String name) throws IOException {
    Doorkeeper gate = Doorkeeper.open(folder.resolve(name), shelf, () -> NOW);
    gate.carts().list();
    return gate;
  }

  /** At once within a file; between gates as soon as the next look is due. */
  @Override
  @Test
  void whatAnotherProcessWroteCountsAtOnce() throws Exception {
    try (Doorkeeper one = gate("one");
        Doorkeeper two = gate("two")) {
      one.carts().pair("cart-1", KEY, "Ann");
      Await.until("the cart at two", () -> two.carts().find(KEY).isPresent());
      two.carts().revoke("cart-1", "Bob");
      Await.until("no cart at one", () -> one.carts().find(KEY).isEmpty());
      assertThrows(RefusedPairingException.class, () -> one.carts().pair("cart-1", KEY, "Ann"));
    }
  }

  @Test
  void allGatesOfAStoreHaveTheKeyOfTheFirst() throws Exception {
    try (Doorkeeper one = gate("one");
        Doorkeeper two = gate("two")) {
      assertEquals(one.key().publicKey(), two.key().publicKey());
    }
    assertEquals(
        Files.readString(folder.resolve("one/gate-key")),
        Files.readString(folder.resolve("two/gate-key")));
  }

  @Test
  void codeShownAtOneGateIsGoodOnceAtEither() throws Exception {
    try (Doorkeeper one = gate("one");
        Doorkeeper two = gate("two")) {
      String id = one.pairing().show(Optional.empty(), "Ann").orElseThrow().code().id();
      assertTrue(two.pairing().secret(id).isPresent());
      assertFalse(one.pairing().isUsed(id));
    }
  }

  @Test
  void withoutItsServerAGateKnowsTheCartsThatItLastKnew() throws Exception {
    try (Doorkeeper gate = gate("one")) {
      gate.carts().pair("cart-1", KEY, "Ann");
      assertEquals(1, gate.carts().list().size());
    }
    Path data = folder.resolve("one");
    try (Doorkeeper gate = Doorkeeper.open(data, NOWHERE, () -> NOW)) {
      assertEquals("cart-1", gate.carts().find(KEY).orElseThrow().cartId());
      assertEquals(1, gate.carts().list("cart-1").size());
      assertThrows(CartBookException.class, () -> gate.carts().unpair("cart-1", "Ann"));
    }
  }

  @Test
  void gateThatNeverRanNeedsItsServerOnce() {
    Path data = folder.resolve("new");
    String said =
        String.valueOf(
            assertThrows(IOException.class, () -> Doorkeeper.open(data, NOWHERE, () -> NOW))
                .getMessage());
    assertTrue(said.contains("gate-key: is not here yet"), said);
    assertFalse(Files.exists(data.resolve("gate-key")), "carts would not know it");
  }
}
