package pannier.gate.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.Shop;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.Answer;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.Settlements;
import pannier.wire.FrozenLine;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementRequest;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/** A bill counts if the cart's own key signed exactly it. */
class SignedBillsTest {
  private static final OwnKey CART_1 = OwnKey.make();
  private static final OwnKey CART_2 = OwnKey.make();

  @TempDir Path folder = Path.of(".");
  private List<PeerKey> keys = List.of(CART_1.publicKey());
  private GateParts parts;
  private int opened;

  @BeforeEach
  void open() throws IOException {
    parts =
        new GateParts(
            SqliteLedger.open(folder.resolve("ledger.db")),
            SandboxProvider.open(folder.resolve("sandbox.db")),
            (key, receiptId) -> opened++,
            Shop.CATALOGUE,
            InstantSource.system());
  }

  @AfterEach
  void close() {
    parts.provider().close();
    parts.ledger().close();
  }

  private Answer settle(SettlementRequest request) {
    return settle(SettlementCodec.encode(request));
  }

  private Answer settle(byte[] request) {
    BillKeys known = cart -> cart.equals("cart-1") ? keys : List.of();
    return new SignedBills(new Settlements(parts), known).settle("cart-1", request);
  }

  private static ProblemKind refusal(Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer).problem().kind();
  }

  @Test
  void signedBillIsPaid() throws Exception {
    Answer answer = settle(Shop.request("t", 1).signed(CART_1));
    byte[] reply = assertInstanceOf(Answer.Replied.class, answer).reply().bytes();
    assertInstanceOf(Receipt.class, SettlementCodec.decodeReply(reply));
  }

  @Test
  void unsignedBillIsRefused() throws Exception {
    assertEquals(ProblemKind.UNSIGNED, refusal(settle(Shop.request("t", 1))));
    assertTrue(parts.ledger().listTrip("t").isEmpty());
  }

  @Test
  void otherCartsSignatureIsRefused() throws Exception {
    assertEquals(ProblemKind.WRONG_SIGNATURE, refusal(settle(Shop.request("t", 1).signed(CART_2))));
    assertTrue(parts.ledger().listTrip("t").isEmpty());
  }

  @Test
  void billThatWasTamperedWithIsRefused() throws Exception {
    SettlementRequest signed = Shop.request("t", 1).signed(CART_1);
    FrozenLine less = signed.bill().lines().getFirst();
    SettlementRequest cheaper = SettlementRequest.of(Shop.bill("t", 1, less), Shop.CARD);
    SettlementRequest forged =
        new SettlementRequest(
            cheaper.bill(), cheaper.billDigest(), cheaper.tenders(), signed.signature());
    assertEquals(ProblemKind.WRONG_SIGNATURE, refusal(settle(forged)));
  }

  @Test
  void signatureOfOneTripDoesNotPayAnother() throws Exception {
    settle(Shop.request("t", 1).signed(CART_1));
    SettlementRequest other = Shop.request("u", 1);
    SettlementRequest forged =
        new SettlementRequest(
            other.bill(),
            other.billDigest(),
            other.tenders(),
            Shop.request("t", 1).signed(CART_1).signature());
    assertEquals(ProblemKind.WRONG_SIGNATURE, refusal(settle(forged)));
  }

  @Test
  void paidTripShownAgainGetsTheSameReplyAndOpensNothing() throws Exception {
    byte[] request = SettlementCodec.encode(Shop.request("t", 1).signed(CART_1));
    Answer first = settle(request);
    assertEquals(first, settle(request));
    assertEquals(first, settle(request));
    assertEquals(1, opened);
  }

  @Test
  void cartWithoutAKeyIsNotPaired() {
    keys = List.of();
    assertEquals(ProblemKind.NOT_PAIRED, refusal(settle(Shop.request("t", 1).signed(CART_1))));
  }

  @Test
  void billSignedBeforeItsKeyWasReplacedStillCounts() throws Exception {
    keys = List.of(CART_2.publicKey(), CART_1.publicKey());
    assertInstanceOf(Answer.Replied.class, settle(Shop.request("t", 1).signed(CART_1)));
  }

  @Test
  void nonsenseIsMalformed() {
    assertEquals(ProblemKind.MALFORMED, refusal(settle(new byte[] {1, 2, 3})));
    assertEquals(ProblemKind.MALFORMED, refusal(settle(new byte[0])));
  }
}
