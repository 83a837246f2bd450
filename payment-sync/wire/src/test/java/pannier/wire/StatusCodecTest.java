package pannier.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class StatusCodecTest {
  private static final CartStatus STATUS =
      new CartStatus(
          "NEEDS_STAFF",
          "trip-7",
          "the shopper asks for help",
          List.of(new CartStatus.Open(3, true, -312)),
          List.of("camera 1: covered"),
          4,
          Optional.of(new CartStatus.Tab(1_245, 7, "reader")),
          new CartStatus.Machine(
              Optional.of(new CartStatus.Program("1.2.0", "1.3.0")),
              Optional.of(new CartStatus.Work("Ada", true, 2, "calibrated 0.4")),
              Optional.of(new CartStatus.Condition(OptionalInt.of(78), OptionalInt.of(-61)))));
  private static final StaffOrder ORDER =
      new StaffOrder(5, "trip-7", StaffOrder.Kind.RESOLVE, 3, new StaffOrder.Word("Ada", "a coat"));

  /** Written by hand from the CDDL of protocol.md. */
  private static final String EMPTY_STATUS =
      "a7 00 01 01 64 49444c45 02 60 03 60 04 80 05 80 06 00".replace(" ", "");

  @Test
  void statusComesBackAsItWas() throws MalformedMessageException {
    assertEquals(STATUS, StatusCodec.decodeStatus(StatusCodec.encode(STATUS)));
  }

  @Test
  void programThatACartRunsComesBackAsItWas() throws MalformedMessageException {
    CartStatus packaged = STATUS.with(new CartStatus.Program("0.2.0", "0.3.0"));
    assertEquals(packaged, StatusCodec.decodeStatus(StatusCodec.encode(packaged)));
    assertEquals(packaged.machine(), packaged.brief().machine());
  }

  @Test
  void wordOfTheStoreComesBackAsItWas() throws MalformedMessageException {
    StaffOrder close = new StaffOrder(6, "t", StaffOrder.Kind.CLOSE, 0, ORDER.word());
    StoreWord full =
        new StoreWord(
            List.of(ORDER, close),
            Optional.of(Instant.ofEpochMilli(1_700_000_000_123L)),
            Optional.of(Digest.of(new byte[] {1})),
            Optional.of(Digest.of(new byte[] {2})),
            Optional.of(Digest.of(new byte[] {3})),
            Optional.of(Digest.of(new byte[] {4})));
    for (StoreWord word : List.of(full, StoreWord.of(List.of(close)), StoreWord.of(List.of()))) {
      assertEquals(word, StatusCodec.decodeWord(StatusCodec.encode(word)));
    }
  }

  @Test
  void bytesAreThoseOfTheProtocol() throws MalformedMessageException {
    CartStatus idle = new CartStatus("IDLE", "", "", List.of(), List.of(), 0);
    assertEquals(EMPTY_STATUS, HexFormat.of().formatHex(StatusCodec.encode(idle)));
    assertEquals(idle, StatusCodec.decodeStatus(HexFormat.of().parseHex(EMPTY_STATUS)));
  }

  @Test
  void conditionThatCannotBeIsRefused() {
    String strange =
        HexFormat.of().formatHex(StatusCodec.encode(STATUS)).replace("00184e", "001865");
    MalformedMessageException refused =
        assertThrows(
            MalformedMessageException.class,
            () -> StatusCodec.decodeStatus(HexFormat.of().parseHex(strange)));
    assertTrue(String.valueOf(refused.getMessage()).contains("charge"), refused::getMessage);
  }

  @Test
  void cutOrForeignBytesAreRefusedWithTheirPlace() {
    byte[] whole = StatusCodec.encode(STATUS);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(MalformedMessageException.class, () -> StatusCodec.decodeStatus(cut));
    }
    String unknown = HexFormat.of().formatHex(StatusCodec.encode(StoreWord.of(List.of(ORDER))));
    String open = unknown.replace("677265736f6c7665", "676f70656e697421");
    MalformedMessageException refused =
        assertThrows(
            MalformedMessageException.class,
            () -> StatusCodec.decodeWord(HexFormat.of().parseHex(open)));
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains(
                "orders[0].kind: found openit!; expected resolve, identify, new-pack, close, age, age-denied,"
                    + " card-refused, spot-check, workshop, start, stop or return"),
        refused::getMessage);
  }

  @Test
  void overlongTextsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new CartStatus("IDLE", "", "x".repeat(300), List.of(), List.of(), 0));
  }
}
