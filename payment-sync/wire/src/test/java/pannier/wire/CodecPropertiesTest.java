package pannier.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class CodecPropertiesTest {
  /** A way to read bytes as a message. */
  @FunctionalInterface
  interface Decoder {
    Object decode(byte[] bytes) throws MalformedMessageException;
  }

  private static final List<Decoder> DECODERS =
      List.of(
          SettlementCodec::decodeRequest,
          SettlementCodec::decodeReply,
          SettlementCodec::decodeVoid,
          ProblemCodec::decode);

  @Property(tries = 100)
  void requestsSurviveTheRoundTrip(@ForAll("bills") FrozenBill bill, @ForAll("ids") String token)
      throws Exception {
    SettlementRequest request = SettlementRequest.of(bill, new TenderOffer("card", token));

    byte[] bytes = SettlementCodec.encode(request);
    SettlementRequest back = SettlementCodec.decodeRequest(bytes);

    assertEquals(request, back);
    assertArrayEquals(bytes, SettlementCodec.encode(back));
  }

  @Property(tries = 100)
  void anyChangeOfABillChangesItsDigest(
      @ForAll("bills") FrozenBill one, @ForAll("bills") FrozenBill other) {
    assertEquals(
        one.equals(other), SettlementCodec.digest(one).equals(SettlementCodec.digest(other)));
  }

  @Property(tries = 3_000)
  void randomBytesAreRefusedByName(@ForAll @Size(max = 300) byte[] bytes) {
    DECODERS.forEach(decoder -> assertRefusedByNameOrRead(decoder, bytes));
  }

  @Property(tries = 3_000)
  void damagedMessagesAreRefusedByName(
      @ForAll("golden") byte[] golden, @ForAll int at, @ForAll byte value, @ForAll int cut) {
    byte[] damaged = Arrays.copyOf(golden, Math.floorMod(cut, golden.length + 8));
    if (damaged.length > 0) {
      damaged[Math.floorMod(at, damaged.length)] = value;
    }
    byte[] changed = golden.clone();
    changed[Math.floorMod(at, changed.length)] = value;
    for (Decoder decoder : DECODERS) {
      assertRefusedByNameOrRead(decoder, damaged);
      assertRefusedByNameOrRead(decoder, changed);
    }
  }

  @Provide
  Arbitrary<byte[]> golden() {
    return Arbitraries.of("settlement-request", "receipt", "declined", "void-request", "problem")
        .map(CodecPropertiesTest::golden);
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(Limits.LONGEST_ID)
        .filter(CodecPropertiesTest::isText);
  }

  @Provide
  Arbitrary<FrozenBill> bills() {
    Arbitrary<OptionalLong> mass =
        Arbitraries.longs()
            .between(0, Limits.MOST_GRAMS)
            .map(OptionalLong::of)
            .injectDuplicates(0.1);
    Arbitrary<FrozenLine> lines =
        Combinators.combine(
                ids(),
                Arbitraries.integers().between(1, Limits.MOST_PIECES),
                Arbitraries.oneOf(mass, Arbitraries.just(OptionalLong.empty())),
                amounts(),
                amounts())
            .as(FrozenLine::new);
    return Combinators.combine(
            ids(),
            Combinators.combine(ids(), Arbitraries.integers().between(1, Limits.MOST_PIECES))
                .as(SettlementKey::new),
            Arbitraries.of("EUR", "USD", "JPY"),
            lines.list().ofMaxSize(40),
            amounts(),
            ids().map(text -> Digest.of(text.getBytes(StandardCharsets.UTF_8))),
            ids().list().ofMaxSize(4))
        .as(FrozenBill::new);
  }

  private static Arbitrary<Long> amounts() {
    return Arbitraries.longs().between(0, Limits.MOST_MINOR);
  }

  /**
   * Not blank, no control characters, and no half of a surrogate pair, which UTF-8 cannot carry.
   */
  private static boolean isText(String text) {
    return !text.isBlank()
        && text.codePoints()
            .noneMatch(c -> (c >= 0xD800 && c <= 0xDFFF) || Character.isISOControl(c));
  }

  private static byte[] golden(String name) {
    try {
      return Golden.bytes(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertRefusedByNameOrRead(Decoder decoder, byte[] bytes) {
    try {
      decoder.decode(bytes);
    } catch (MalformedMessageException e) {
      assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
    }
  }
}
