package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.ManInTheMiddle.Fate;
import pannier.gate.ManInTheMiddle.Way;
import pannier.gate.pairing.PairedCart;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.GateUnreachableException;
import pannier.payment.cart.coap.CartPairing;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.coap.GateLink;
import pannier.payment.cart.coap.RefusedPairingException;
import pannier.payment.cart.outbox.Message;
import pannier.wire.CartStatus;
import pannier.wire.PairingCode;
import pannier.wire.ProblemCodec;
import pannier.wire.ProblemKind;
import pannier.wire.StatusCodec;
import pannier.wire.key.OwnKey;

/** Carts come to a store, and leave it, over the real handshakes. */
class PairingOverDtlsTest {
  private static final Message STATUS =
      new Message(StatusCodec.encode(new CartStatus("IDLE", "", "", List.of(), List.of(), 0)));

  @TempDir Path folder = Path.of(".");
  private TestGate gate;

  @BeforeEach
  void start() throws IOException {
    gate = TestGate.start(folder.resolve("gate"));
  }

  @AfterEach
  void stop() {
    gate.close();
  }

  private PairingCode code(Optional<String> forCart) throws IOException {
    return gate.keeper().pairing().show(forCart, "Ann").orElseThrow().code();
  }

  private CartPairing cart(String name) {
    return new CartPairing(folder.resolve(name));
  }

  private static CoapGateConnection connect(CartPairing.Paired paired) throws IOException {
    return CoapGateConnection.open(link(paired));
  }

  private static GateLink link(CartPairing.Paired paired) {
    return TestGate.link(paired.gate().getPort(), paired.key(), paired.gateKey());
  }

  private static void assertAccepted(CoapGateConnection cart) throws Exception {
    assertInstanceOf(GateConnection.Response.Accepted.class, cart.post("status", STATUS));
  }

  @Test
  void pairedCartSpeaksWithTheGateByItsOwnKey() throws Exception {
    CartPairing.Paired paired = cart("cart-7").pair("cart-7", code(Optional.empty()));
    assertEquals(gate.key(), paired.gateKey());
    try (CoapGateConnection connection = connect(cart("cart-7").find().orElseThrow())) {
      assertAccepted(connection);
    }
    assertEquals("cart-7", gate.fleet().carts().getFirst().cartId());
  }

  @Test
  void codeThatWasPhotographedIsOfNoUse() throws Exception {
    PairingCode code = code(Optional.empty());
    cart("cart-7").pair("cart-7", code);
    RefusedPairingException refused =
        assertThrows(RefusedPairingException.class, () -> cart("thief").pair("cart-8", code));
    assertEquals("no-handshake", refused.code());
    assertEquals(Optional.empty(), cart("thief").find());
  }

  @Test
  void codeForAnotherCartIsRefusedWithTheReason() throws Exception {
    PairingCode code = code(Optional.of("cart-3"));
    RefusedPairingException refused =
        assertThrows(RefusedPairingException.class, () -> cart("cart-7").pair("cart-7", code));
    assertEquals("code-of-another-cart", refused.code());
    assertTrue(String.valueOf(refused.getMessage()).contains("expected cart-3"));
  }

  @Test
  void gateWithAnotherKeyThanTheCodeNamesIsNotBelieved() throws Exception {
    PairingCode real = code(Optional.empty());
    PairingCode other =
        PairingCode.fresh(
            OwnKey.make().publicKey(), real.host(), real.port(), new java.security.SecureRandom());
    PairingCode forged =
        new PairingCode(real.id(), real.secret(), other.gateKey(), real.host(), real.port());
    RefusedPairingException refused =
        assertThrows(RefusedPairingException.class, () -> cart("cart-7").pair("cart-7", forged));
    assertEquals("another-gate", refused.code());
    assertEquals(Optional.empty(), cart("cart-7").find());
  }

  @Test
  void unpairedCartIsRefusedInItsRunningSessionAndThenCutOff() throws Exception {
    CartPairing.Paired paired = cart("cart-7").pair("cart-7", code(Optional.empty()));
    try (CoapGateConnection connection = connect(paired)) {
      assertAccepted(connection);
      gate.keeper().carts().unpair("cart-7", "Ann");
      assertRefusedOrCut(connection);
      Await.until("the cut", () -> isCut(connection));
    }
  }

  private static void assertRefusedOrCut(CoapGateConnection cart) throws Exception {
    try {
      GateConnection.Response.Refused refused =
          assertInstanceOf(GateConnection.Response.Refused.class, cart.post("status", STATUS));
      assertEquals(ProblemKind.NOT_PAIRED, ProblemCodec.decode(refused.body().bytes()).kind());
    } catch (GateUnreachableException e) {
      // cut already
    }
  }

  private static boolean isCut(CoapGateConnection cart) {
    try {
      cart.post("status", STATUS);
      return false;
    } catch (GateUnreachableException e) {
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void newKeyEndsTheSessionsOfTheOldOne() throws Exception {
    CartPairing.Paired old = cart("cart-7").pair("cart-7", code(Optional.empty()));
    try (CoapGateConnection before = connect(old)) {
      assertAccepted(before);
      CartPairing.Paired fresh = cart("cart-7").pair("cart-7", code(Optional.of("cart-7")));
      assertRefusedOrCut(before);
      try (CoapGateConnection after = connect(fresh)) {
        assertAccepted(after);
      }
    }
  }

  @Test
  void revokedCartDoesNotShakeHands() throws Exception {
    CartPairing.Paired paired = cart("cart-7").pair("cart-7", code(Optional.empty()));
    gate.keeper().carts().revoke("cart-7", "Ann");
    try (CoapGateConnection connection = connect(paired)) {
      assertThrows(GateUnreachableException.class, () -> connection.post("status", STATUS));
    }
  }

  @Test
  void strangerIsRefusedAndTheGateKeepsNothingOfIt() throws Exception {
    try (CoapGateConnection stranger = CoapGateConnection.open(gate.link(OwnKey.make()))) {
      assertThrows(GateUnreachableException.class, () -> stranger.post("status", STATUS));
    }
    assertEquals(
        List.of("cart-1", "cart-2"),
        gate.keeper().carts().list().stream().map(PairedCart::cartId).toList());
  }

  @Test
  void sessionOutlivesTheRestartOfTheGate() throws Exception {
    try (CoapGateConnection connection = CoapGateConnection.open(gate.link(Shop.CART_1))) {
      assertAccepted(connection);
      int port = gate.port();
      gate.close();
      gate = TestGate.start(folder.resolve("gate"), port);
      assertAccepted(connection); // a gate without the session would drop this in silence
      assertTrue(Files.notExists(folder.resolve("gate/sessions")));
    }
  }

  @Test
  void sessionThatTheGateLostIsMadeAnew() throws Exception {
    try (CoapGateConnection connection = CoapGateConnection.open(gate.link(Shop.CART_1))) {
      assertAccepted(connection);
      int port = gate.port();
      gate.close();
      Files.delete(folder.resolve("gate/sessions")); // as after a power cut
      gate = TestGate.start(folder.resolve("gate"), port);
      assertThrows(GateUnreachableException.class, () -> connection.post("status", STATUS));
      assertAccepted(connection);
    }
  }

  @Test
  void sessionOutlivesTheRestartOfTheCartWithoutAHandshake() throws Exception {
    Path session = folder.resolve("session");
    try (ManInTheMiddle middle = new ManInTheMiddle(gate.port(), (way, number) -> Fate.PASS)) {
      GateLink link = TestGate.link(middle.port(), Shop.CART_1, gate.key());
      try (CoapGateConnection connection = CoapGateConnection.open(link, session)) {
        assertAccepted(connection);
      }
      int handshakes = middle.handshakes(Way.TO_GATE);
      assertTrue(handshakes > 0);
      assertTrue(Files.exists(session));
      try (CoapGateConnection connection = CoapGateConnection.open(link, session)) {
        assertTrue(Files.notExists(session), "it is taken away before it is used");
        assertAccepted(connection);
      }
      assertEquals(handshakes, middle.handshakes(Way.TO_GATE));
    }
  }

  @Test
  void sessionOnTheDiskIsOfNoUseToAnyoneElse() throws Exception {
    Path session = folder.resolve("session");
    try (CoapGateConnection connection = CoapGateConnection.open(gate.link(Shop.CART_1), session)) {
      assertAccepted(connection);
    }
    try (CoapGateConnection thief = CoapGateConnection.open(gate.link(OwnKey.make()), session)) {
      assertThrows(GateUnreachableException.class, () -> thief.post("status", STATUS));
    }
  }
}
