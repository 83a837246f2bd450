package pannier.gate.pairing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.settlement.Answer;
import pannier.gate.shelf.Shelf;
import pannier.wire.LoginCode;
import pannier.wire.LoginReply;
import pannier.wire.LoginRequest;
import pannier.wire.PairReply;
import pannier.wire.PairRequest;
import pannier.wire.PairingCode;
import pannier.wire.PairingCodec;
import pannier.wire.ProblemKind;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/** Codes are good once, for a while, and for one cart. */
class PairingDeskTest {
  private static final PeerKey KEY_1 = OwnKey.make().publicKey();
  private static final PeerKey KEY_2 = OwnKey.make().publicKey();

  @TempDir Path folder = Path.of(".");
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private Doorkeeper keeper;

  @BeforeEach
  void open() throws IOException {
    keeper = Doorkeeper.open(folder, shelf(), () -> now);
    keeper.pairing().open("192.0.2.7", 5684);
  }

  /** Where the book is. */
  Shelf shelf() {
    return new Shelf.InFolder(folder);
  }

  @AfterEach
  void close() {
    keeper.close();
  }

  private PairingCode code(Optional<String> forCart) throws IOException {
    return keeper.pairing().show(forCart, "Ann").orElseThrow().code();
  }

  private Answer pair(PairingCode code, String cart, PeerKey key) {
    return keeper.pairing().pair(code.id(), PairingCodec.encode(new PairRequest(cart, key)));
  }

  private static ProblemKind refusal(Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer).problem().kind();
  }

  private static byte[] reply(Answer answer) {
    return assertInstanceOf(Answer.Replied.class, answer).reply().bytes();
  }

  @Test
  void codePairsACartWithTheGateThatItNames() throws Exception {
    PairingCode code = code(Optional.empty());
    assertEquals("192.0.2.7", code.host());
    PairReply reply = PairingCodec.decodeReply(reply(pair(code, "cart-1", KEY_1)));
    assertTrue(code.isOf(reply.gate()));
    assertEquals(keeper.key().publicKey(), reply.gate());
    PairedCart cart = keeper.carts().find(KEY_1).orElseThrow();
    assertEquals(new PairedCart("cart-1", KEY_1, now, "Ann"), cart);
  }

  @Test
  void codeIsGoodOnce() throws Exception {
    PairingCode code = code(Optional.empty());
    pair(code, "cart-1", KEY_1);
    assertEquals(Optional.empty(), keeper.pairing().secret(code.id()));
    assertEquals(ProblemKind.CODE_SPENT, refusal(pair(code, "cart-2", KEY_2)));
    assertEquals(ProblemKind.CODE_SPENT, refusal(pair(code, "cart-1", KEY_2)));
    assertEquals(List.of("cart-1"), carts());
  }

  @Test
  void lostReplyIsGivenAgainToTheSameCart() throws Exception {
    PairingCode code = code(Optional.empty());
    byte[] first = reply(pair(code, "cart-1", KEY_1));
    assertArrayEquals(first, reply(pair(code, "cart-1", KEY_1)));
  }

  @Test
  void codeIsGoodForTwoMinutes() throws Exception {
    PairingCode code = code(Optional.empty());
    now = now.plus(PairingDesk.LIFE).minusMillis(1);
    assertArrayEquals(code.secretBytes(), keeper.pairing().secret(code.id()).orElseThrow());
    now = now.plusMillis(1);
    assertEquals(Optional.empty(), keeper.pairing().secret(code.id()));
    assertEquals(ProblemKind.CODE_LATE, refusal(pair(code, "cart-1", KEY_1)));
  }

  @Test
  void codeForOneCartIsNoOthers() throws Exception {
    PairingCode code = code(Optional.of("cart-1"));
    assertEquals(ProblemKind.CODE_OF_ANOTHER_CART, refusal(pair(code, "cart-2", KEY_2)));
    reply(pair(code, "cart-1", KEY_1));
  }

  @Test
  void nobodyTakesAPairedCartsName() throws Exception {
    pair(code(Optional.empty()), "cart-1", KEY_1);
    assertEquals(ProblemKind.CART_KNOWN, refusal(pair(code(Optional.empty()), "cart-1", KEY_2)));
  }

  @Test
  void codeForThatCartReplacesItsKeyAndItsWaitingBillsStillCount() throws Exception {
    pair(code(Optional.empty()), "cart-1", KEY_1);
    now = now.plusSeconds(60);
    reply(pair(code(Optional.of("cart-1")), "cart-1", KEY_2));
    assertEquals(Optional.empty(), keeper.carts().find(KEY_1));
    assertEquals("cart-1", keeper.carts().find(KEY_2).orElseThrow().cartId());
    assertEquals(List.of(KEY_2, KEY_1), keeper.carts().list("cart-1"));
  }

  @Test
  void unpairedCartIsUnknownAndMayComeBack() throws Exception {
    pair(code(Optional.empty()), "cart-1", KEY_1);
    assertTrue(keeper.carts().unpair("cart-1", "Bob"));
    assertFalse(keeper.carts().unpair("cart-1", "Bob"));
    assertEquals(Optional.empty(), keeper.carts().find(KEY_1));
    assertEquals(List.of(), keeper.carts().list("cart-1"));
    reply(pair(code(Optional.empty()), "cart-1", KEY_1));
    assertEquals(List.of("cart-1"), carts());
  }

  @Test
  void revokedKeyNeverCountsAgain() throws Exception {
    pair(code(Optional.empty()), "cart-1", KEY_1);
    assertTrue(keeper.carts().revoke("cart-1", "Bob"));
    assertEquals(ProblemKind.KEY_BARRED, refusal(pair(code(Optional.empty()), "cart-1", KEY_1)));
    assertThrows(RefusedPairingException.class, () -> keeper.carts().pair("cart-1", KEY_1, "Bob"));
    reply(pair(code(Optional.empty()), "cart-1", KEY_2));
  }

  @Test
  void eachCartHasAKeyOfItsOwn() throws Exception {
    pair(code(Optional.empty()), "cart-1", KEY_1);
    assertEquals(ProblemKind.KEY_BARRED, refusal(pair(code(Optional.empty()), "cart-2", KEY_1)));
  }

  @Test
  void whatAnotherProcessWroteCountsAtOnce() throws Exception {
    pair(code(Optional.empty()), "cart-1", KEY_1);
    assertEquals(List.of("cart-1"), carts());
    try (Doorkeeper other = Doorkeeper.open(folder, shelf(), () -> now)) {
      other.carts().unpair("cart-1", "shell");
      assertEquals(List.of(), carts());
      other.carts().pair("cart-2", KEY_2, "shell");
    }
    assertEquals(List.of("cart-2"), carts());
  }

  @Test
  void withoutAGateThereIsNoCode() throws Exception {
    try (Doorkeeper fresh = Doorkeeper.open(folder.resolve("fresh"), () -> now)) {
      assertEquals(Optional.empty(), fresh.pairing().show(Optional.empty(), "Ann"));
    }
  }

  /** The file that knows the carts. */
  String copy() throws IOException {
    return "carts.db";
  }

  @Test
  void filesAreTheirOwnersAlone() throws Exception {
    for (String file : List.of("gate-key", copy())) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))));
    }
  }

  @Test
  void loginIsOneCartsOnce() throws Exception {
    LoginCode code = keeper.logins().show(Optional.empty(), "m-7").code();
    LoginReply first = PairingCodec.decodeLoginReply(reply(login("cart-1", code)));
    assertEquals("m-7", first.member());
    assertEquals(first, PairingCodec.decodeLoginReply(reply(login("cart-1", code))));
    assertEquals(ProblemKind.CODE_SPENT, refusal(login("cart-2", code)));
    assertEquals(Optional.of("cart-1"), keeper.logins().takenBy(code.digest()));
    LoginCode next = keeper.logins().show(Optional.empty(), "").code();
    assertNotEquals(
        first.tripId(), PairingCodec.decodeLoginReply(reply(login("cart-2", next))).tripId());
  }

  @Test
  void loginIsGoodForAMinute() throws Exception {
    LoginCode code = keeper.logins().show(Optional.empty(), "").code();
    now = now.plus(LoginDesk.LIFE);
    assertEquals(ProblemKind.CODE_LATE, refusal(login("cart-1", code)));
    now = now.plus(Duration.ofHours(13));
    keeper.logins().show(Optional.empty(), "");
    assertEquals(ProblemKind.CODE_UNKNOWN, refusal(login("cart-1", code)));
  }

  @Test
  void loginMeantForAnotherCartIsRefused() throws Exception {
    LoginCode code = keeper.logins().show(Optional.of("cart-1"), "").code();
    assertEquals(ProblemKind.CODE_OF_ANOTHER_CART, refusal(login("cart-2", code)));
    reply(login("cart-1", code));
  }

  @Test
  void madeUpLoginIsRefused() {
    LoginCode code = LoginCode.fresh(new java.security.SecureRandom());
    assertEquals(ProblemKind.CODE_UNKNOWN, refusal(login("cart-1", code)));
    byte[] nonsense = PairingCodec.encode(new LoginRequest("https://example.org"));
    assertEquals(ProblemKind.MALFORMED, refusal(keeper.logins().login("cart-1", nonsense)));
  }

  private Answer login(String cart, LoginCode code) {
    return keeper.logins().login(cart, PairingCodec.encode(new LoginRequest(code.text())));
  }

  private List<String> carts() throws IOException {
    return keeper.carts().list().stream().map(PairedCart::cartId).toList();
  }
}
