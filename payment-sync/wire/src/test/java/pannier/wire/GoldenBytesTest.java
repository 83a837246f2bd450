package pannier.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenBytesTest {
  @Test
  void settlementRequest() throws Exception {
    byte[] golden = Golden.bytes("settlement-request");
    assertSame(golden, SettlementCodec.encode(Golden.REQUEST));
    assertEquals(Golden.REQUEST, SettlementCodec.decodeRequest(golden));
  }

  @Test
  void signedSettlementRequest() throws Exception {
    byte[] golden = Golden.bytes("signed-request");
    SettlementRequest signed = Golden.REQUEST.signed(Golden.key());
    assertSame(golden, SettlementCodec.encode(signed));
    assertEquals(signed, SettlementCodec.decodeRequest(golden));
    assertTrue(SignedBill.of(golden).isByOneOf(List.of(Golden.key().publicKey())));
  }

  @Test
  void billIsHashedAsItTravels() throws Exception {
    assertSame(Golden.bytes("bill"), BillCodec.encode(Golden.BILL));
    assertEquals(Digest.of(Golden.bytes("bill")), Golden.REQUEST.billDigest());
  }

  @Test
  void billWithItsRisk() throws Exception {
    byte[] golden = Golden.bytes("risky-bill");
    assertSame(golden, BillCodec.encode(Golden.RISKY_BILL));
    assertEquals(Golden.RISKY_BILL, BillCodec.decode("bill", golden));
    assertEquals(14, Golden.RISKY_BILL.terms().risk().count("untrusted"));
    assertEquals(0, Golden.RISKY_BILL.terms().risk().count("held"));
  }

  @Test
  void receipt() throws Exception {
    byte[] golden = Golden.bytes("receipt");
    assertSame(golden, SettlementCodec.encode(Golden.RECEIPT));
    assertEquals(Golden.RECEIPT, SettlementCodec.decodeReply(golden));
  }

  @Test
  void requestWithAnAmountForATender() throws Exception {
    byte[] golden = Golden.bytes("split-request");
    assertSame(golden, SettlementCodec.encode(Golden.SPLIT_REQUEST));
    assertEquals(Golden.SPLIT_REQUEST, SettlementCodec.decodeRequest(golden));
  }

  @Test
  void receiptWithTaxDepositAndBenefits() throws Exception {
    byte[] golden = Golden.bytes("split-receipt");
    assertSame(golden, SettlementCodec.encode(Golden.SPLIT_RECEIPT));
    assertEquals(Golden.SPLIT_RECEIPT, SettlementCodec.decodeReply(golden));
  }

  @Test
  void requestPricedByTheGatesListWithSeveralPayers() throws Exception {
    byte[] golden = Golden.bytes("listed-request");
    assertSame(golden, SettlementCodec.encode(Golden.LISTED_REQUEST));
    assertEquals(Golden.LISTED_REQUEST, SettlementCodec.decodeRequest(golden));
  }

  @Test
  void receiptWithAPromotionAndARemark() throws Exception {
    byte[] golden = Golden.bytes("noted-receipt");
    assertSame(golden, SettlementCodec.encode(Golden.NOTED_RECEIPT));
    assertEquals(Golden.NOTED_RECEIPT, SettlementCodec.decodeReply(golden));
  }

  @Test
  void declined() throws Exception {
    byte[] golden = Golden.bytes("declined");
    assertSame(golden, SettlementCodec.encode(Golden.DECLINED));
    assertEquals(Golden.DECLINED, SettlementCodec.decodeReply(golden));
  }

  @Test
  void voidRequest() throws Exception {
    byte[] golden = Golden.bytes("void-request");
    VoidRequest request = new VoidRequest(Golden.BILL.key());
    assertSame(golden, SettlementCodec.encode(request));
    assertEquals(request, SettlementCodec.decodeVoid(golden));
  }

  @Test
  void problem() throws Exception {
    byte[] golden = Golden.bytes("problem");
    assertSame(golden, ProblemCodec.encode(Golden.PROBLEM));
    assertEquals(Golden.PROBLEM, ProblemCodec.decode(golden));
  }

  private static void assertSame(byte[] expected, byte[] actual) {
    assertEquals(HexFormat.of().formatHex(expected), HexFormat.of().formatHex(actual));
  }
}
