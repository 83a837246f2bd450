package pannier.gate.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.Shop;
import pannier.gate.ledger.SettlementState;
import pannier.wire.Digest;
import pannier.wire.FrozenLine;
import pannier.wire.ProblemCodec;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/**
 * Feeds card numbers wherever a cart can put text, by putting them into well-formed messages in
 * place of something of the same length, as no cart of ours can make such a message. None may turn
 * up in the gate's files or answers.
 */
class CardProbeTest {
  /** Test numbers that card schemes publish, 16 digits each. */
  private static final List<String> CARDS =
      List.of("4111111111111111", "5555555555554444", "6011111111111117", "2223003122003222");

  /** Sixteen characters that stand where a card number goes. */
  private static final String PLACE = "PLACEPLACEPLACE!";

  @TempDir Path folder = Path.of(".");

  @Test
  void noCardNumberIsKeptOrSaidWhereverItIsFed() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (Desk desk = new Desk(folder)) {
      for (String card : CARDS) {
        for (byte[] message : messages()) {
          said.write(answer(desk, put(message, card)));
        }
      }
      assertEquals(0, desk.count(SettlementState.SETTLED));
      for (byte[] kept : files()) {
        assertNone(kept);
      }
    }
    assertNone(said.toByteArray());
    assertTrue(said.size() > 0);
  }

  @Test
  void sameMessageWithoutACardNumberIsTaken() throws Exception {
    try (Desk desk = new Desk(folder)) {
      byte[] token = put(messages().getFirst(), "sandbox-ok+slow-"); // sixteen letters
      Desk.problem(new Settlements(desk.parts).settle("cart-1", token)); // slow-: no milliseconds
      assertEquals(1, desk.count(SettlementState.INTENDED));
    }
  }

  /** Settlement requests with the place in token, kind, flag, trip and product. */
  private static List<byte[]> messages() {
    TenderOffer token = new TenderOffer("card", PLACE);
    TenderOffer kind = new TenderOffer(PLACE, "sandbox-ok");
    TenderOffer refusing = new TenderOffer("card", "sandbox-refuse-" + PLACE);
    return Stream.of(
            SettlementRequest.of(Shop.bill("t", 1), token),
            SettlementRequest.of(Shop.bill("t", 1), kind),
            SettlementRequest.of(Shop.bill("t", 1), refusing),
            SettlementRequest.of(Shop.bill(PLACE, 1), Shop.CARD),
            SettlementRequest.of(
                Shop.bill("t", 1, new FrozenLine(PLACE, 1, OptionalLong.empty(), 119, 119)),
                Shop.CARD))
        .map(SettlementCodec::encode)
        .toList();
  }

  /** Puts the card number in, and mends the digest of the bill that it may stand in. */
  private static byte[] put(byte[] message, String card) {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains(PLACE));
    int bill = text.indexOf("\u0001X") + 3;
    int length = message[bill - 1] & 0xff;
    String put = text.replace(PLACE, card);
    byte[] bytes = put.getBytes(StandardCharsets.ISO_8859_1);
    byte[] digest = Digest.of(Arrays.copyOfRange(bytes, bill, bill + length)).bytes();
    System.arraycopy(digest, 0, bytes, bill + length + 3, digest.length);
    return bytes;
  }

  private static byte[] answer(Desk desk, byte[] request) throws IOException {
    return switch (new Settlements(desk.parts).settle("cart-1", request)) {
      case Answer.Replied replied -> replied.reply().bytes();
      case Answer.Refused refused -> {
        assertEquals(ProblemKind.MALFORMED, refused.problem().kind(), refused.problem().detail());
        assertTrue(refused.problem().detail().contains("found a card number"));
        yield ProblemCodec.encode(refused.problem());
      }
    };
  }

  private List<byte[]> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<byte[]> contents = new ArrayList<>();
      for (Path file : files.toList()) {
        contents.add(Files.readAllBytes(file));
      }
      return contents;
    }
  }

  private static void assertNone(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    CARDS.forEach(card -> assertFalse(text.contains(card), card));
  }
}
