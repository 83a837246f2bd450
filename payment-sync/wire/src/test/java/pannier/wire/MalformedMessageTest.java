package pannier.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MalformedMessageTest {
  @Test
  void unknownFieldIsPassedOver() throws Exception {
    CborFields fields =
        new CborFields().put(0, 1).put(1, "t-1").put(2, 4).put(99, new CborFields().put(0, 1));

    VoidRequest request = SettlementCodec.decodeVoid(fields.encode());

    assertEquals(new VoidRequest(new SettlementKey("t-1", 4)), request);
  }

  @Test
  void otherVersionIsRefused() {
    assertFault("void-request.version: found 2; expected 1", new CborFields().put(0, 2));
  }

  @Test
  void missingAndMistypedFieldsAreNamed() {
    assertFault("void-request.trip: is missing", new CborFields().put(0, 1));
    assertFault(
        "void-request.trip: found a whole number; expected text",
        new CborFields().put(0, 1).put(1, 7));
    assertFault(
        "void-request.attempt: found text; expected a whole number",
        new CborFields().put(0, 1).put(1, "t").put(2, "one"));
  }

  @Test
  void rangesAreChecked() {
    assertFault(
        "void-request: attempt: found 0; expected 1 to 10000",
        new CborFields().put(0, 1).put(1, "t").put(2, 0));
    assertFault(
        "void-request: trip: found 65 characters; expected 1 to 64 characters",
        new CborFields().put(0, 1).put(1, "t".repeat(65)).put(2, 1));
    assertFault(
        "void-request: trip: found control characters; expected none",
        new CborFields().put(0, 1).put(1, "t\nforged line of a log").put(2, 1));
  }

  @Test
  void brokenAndTrailingBytesAreRefused() throws Exception {
    byte[] whole = Golden.bytes("void-request");
    String broken = "void-request: found broken CBOR; expected one map";
    assertFault(broken, Arrays.copyOf(whole, whole.length - 1));
    assertFault(broken, Arrays.copyOf(whole, whole.length + 1));
    assertFault(broken, new byte[] {(byte) 0xa2, 0, 1, 0, 1}); // the key 0 twice
  }

  @Test
  void emptyAndForeignShapesAreRefused() {
    assertFault("void-request: found nothing; expected a map", new byte[0]);
    assertFault("void-request: found a whole number; expected a map", new byte[] {0x17});
  }

  @Test
  void tooLongAndTooDeepAreRefused() {
    assertFault(
        "void-request: found 131073 bytes; expected at most 131072",
        new byte[Limits.MOST_BYTES + 1]);
    byte[] deep = new byte[5000];
    Arrays.fill(deep, (byte) 0x81); // an array of an array of an array …
    assertFault("void-request: found broken CBOR; expected one map", deep);
  }

  @Test
  void faultInALineNamesTheLine() {
    CborFields line = new CborFields().put(0, "milk").put(1, -3).put(3, 1).put(4, 1);
    byte[] bill =
        new CborFields()
            .put(0, 1)
            .put(1, "t")
            .put(2, 1)
            .put(3, "c")
            .put(4, "EUR")
            .put(5, List.of(line))
            .encode();
    byte[] request =
        new CborFields()
            .put(0, 1)
            .put(1, bill)
            .put(2, Digest.of(bill).bytes())
            .put(3, List.of())
            .encode();

    assertEquals(
        "settlement-request.bill.lines[0]: pieces: found -3; expected 1 to 10000",
        assertThrows(MalformedMessageException.class, () -> SettlementCodec.decodeRequest(request))
            .getMessage());
  }

  @Test
  void damagedBillIsFoundByItsDigest() throws Exception {
    byte[] request = Golden.bytes("settlement-request");
    request[40] ^= 1;
    assertEquals(
        "settlement-request.bill-digest: found another digest than the bill's",
        assertThrows(MalformedMessageException.class, () -> SettlementCodec.decodeRequest(request))
            .getMessage());
  }

  private static void assertFault(String expected, CborFields fields) {
    assertFault(expected, fields.encode());
  }

  private static void assertFault(String expected, byte[] bytes) {
    assertEquals(
        expected,
        assertThrows(MalformedMessageException.class, () -> SettlementCodec.decodeVoid(bytes))
            .getMessage());
  }
}
