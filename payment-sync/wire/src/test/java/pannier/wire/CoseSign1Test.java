package pannier.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import pannier.wire.key.OwnKey;

class CoseSign1Test {
  private static final byte[] BILL = "a bill".getBytes(StandardCharsets.UTF_8);
  private static final OwnKey KEY = OwnKey.make();

  @Test
  void signatureIsOneKeysOverOneBill() {
    CoseSign1 signature = CoseSign1.by(KEY, BILL);
    assertTrue(signature.isBy(KEY.publicKey(), BILL));
    assertFalse(signature.isBy(OwnKey.make().publicKey(), BILL));
    assertFalse(signature.isBy(KEY.publicKey(), "a bilk".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void everyChangedBitOfItIsNoticed() throws Exception {
    byte[] whole = CoseSign1.by(KEY, BILL).encode();
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] changed = whole.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertFalse(counts(changed), "bit " + bit);
    }
    assertTrue(counts(whole));
  }

  private static boolean counts(byte[] bytes) {
    try {
      return CoseSign1.decode("signature", bytes).isBy(KEY.publicKey(), BILL);
    } catch (MalformedMessageException e) {
      return false;
    }
  }

  @Test
  void sameBillGetsTheSameBytes() {
    assertEquals(CoseSign1.by(KEY, BILL), CoseSign1.by(KEY, BILL));
  }

  @Test
  void faultsNameTheirPlace() {
    String header = "4da20127044800112233445566" + "77";
    String signature = "5840" + "00".repeat(64);
    assertSays("s: expected COSE_Sign1, an array of four", "80");
    assertSays("s.payload: found a payload", "84" + header + "a040" + signature);
    assertSays("s.signature: expected a byte string of 64", "84" + header + "a0f641ff");
    assertSays("s.protected: expected a byte string", "8401a0f6" + signature);
    assertSays("s.protected.alg: found -7; expected -8, EdDSA", "8443a10126a0f6" + signature);
    assertSays("s.protected.alg: is missing", "8441a0a0f6" + signature);
    assertSays("s: expected deterministic", "84" + header + "a0f7" + signature);
    assertSays("s: expected deterministic", "84" + header + "a10101f6" + signature);
    assertSays("s: found broken CBOR; expected one map", "84");
  }

  private static void assertSays(String expected, String hex) {
    Exception fault =
        assertThrows(
            MalformedMessageException.class,
            () -> CoseSign1.decode("s", HexFormat.of().parseHex(hex)));
    assertTrue(String.valueOf(fault.getMessage()).startsWith(expected), fault.getMessage());
  }
}
