package pannier.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DisputeCodecTest {
  private static final byte[] JPEG = {1, 2, 3};
  private static final DisputeClaim DISPUTE =
      new DisputeClaim(
          "D-1",
          new SettlementKey("trip-7", 2),
          3,
          "not-taken",
          List.of(
              new DisputeClaim.Proof(
                  true,
                  1_772_366_400_000L,
                  521,
                  List.of(new DisputeClaim.Point(-400, 1_000), new DisputeClaim.Point(600, 1_521)),
                  List.of(new DisputeClaim.Picture(JPEG)))));

  @Test
  void disputeComesBackAsItWas() throws MalformedMessageException {
    DisputeClaim back = DisputeCodec.decode(DisputeCodec.encode(DISPUTE));
    assertEquals(DISPUTE.key(), back.key());
    assertEquals(new DisputeClaim.Line(3, "not-taken"), back.line());
    DisputeClaim.Proof proof = back.proofs().getFirst();
    assertEquals(DISPUTE.proofs().getFirst().curve(), proof.curve());
    assertEquals(521, proof.massGrams());
    assertArrayEquals(JPEG, proof.pictures().getFirst().jpeg());
  }

  @Test
  void spotCheckSaysWhatLiesInTheBasket() throws MalformedMessageException {
    DisputeClaim check =
        new DisputeClaim(
            "C-1",
            DISPUTE.key(),
            new DisputeClaim.Line(0, DisputeClaim.Line.SPOT_CHECK),
            Optional.of(new DisputeClaim.What("Whole milk", 2, 2_070)),
            List.of());
    assertEquals(check, DisputeCodec.decode(DisputeCodec.encode(check)));
    assertTrue(check.isCheck());
  }

  @Test
  void cutBytesAreRefused() {
    byte[] whole = DisputeCodec.encode(DISPUTE);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(MalformedMessageException.class, () -> DisputeCodec.decode(cut));
    }
  }

  @Test
  void moreThanAMessageHoldsIsRefused() {
    DisputeClaim.Picture large = new DisputeClaim.Picture(new byte[60_000]);
    DisputeClaim.Proof proof = new DisputeClaim.Proof(true, 1, 1, List.of(), List.of(large));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DisputeClaim("D", DISPUTE.key(), 0, "x", List.of(proof, proof)));
  }
}
