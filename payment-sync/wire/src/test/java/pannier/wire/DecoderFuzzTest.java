package pannier.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pannier.wire.document.Part;
import pannier.wire.document.Parts;
import pannier.wire.document.Photo;
import pannier.wire.key.OwnKey;

/**
 * Every decoder of bytes from the network takes what a seeded mutator makes of real messages: it
 * gives a message or refuses with its own exception, and nothing else. A short smoke by default;
 * {@code -Dpannier.fuzz.inputs=1000000} is the long run.
 */
class DecoderFuzzTest {
  private static final int INPUTS = Integer.getInteger("pannier.fuzz.inputs", 2_000);
  private static final long SEED = Long.getLong("pannier.fuzz.seed", 1);
  private static final int MOST_GROWTH = 64;

  /** Reads bytes; what it gives does not matter here. */
  @FunctionalInterface
  private interface Decoder {
    void read(byte[] bytes) throws MalformedMessageException;
  }

  private record Target(String name, Decoder decoder, List<byte[]> corpus) {}

  @TestFactory
  Stream<DynamicTest> decoderGivesAMessageOrRefuses() throws IOException {
    return targets().stream().map(target -> dynamicTest(target.name, () -> fuzz(target)));
  }

  private static List<Target> targets() throws IOException {
    List<byte[]> requests =
        List.of(
            Golden.bytes("settlement-request"),
            Golden.bytes("signed-request"),
            Golden.bytes("split-request"),
            Golden.bytes("listed-request"));
    List<byte[]> replies =
        List.of(
            Golden.bytes("receipt"),
            Golden.bytes("split-receipt"),
            Golden.bytes("noted-receipt"),
            Golden.bytes("declined"));
    CartStatus status =
        new CartStatus(
            "ASKING", "t-1", "", List.of(new CartStatus.Open(3, true, -200)), List.of("dark"), 7);
    StaffOrder order =
        new StaffOrder(1, "t-1", StaffOrder.Kind.AGE, 18, new StaffOrder.Word("Ann", "seen"));
    byte[] parts = DocumentCodec.encode(Parts.of(new byte[100_000]));
    byte[] key = PairingCodec.encode(new PairRequest("cart-7", Golden.key().publicKey()));
    byte[] checkpoint = CheckpointCodec.encode(new Checkpoint(7, Golden.BILL));
    byte[] welcome =
        PairingCodec.encode(
            new LoginReply("t-1", "m-7", List.of(new LoginReply.Thing("milk", 2))));
    PairingCode code =
        PairingCode.fresh(
            OwnKey.make().publicKey(), "192.0.2.7", 5684, new java.security.SecureRandom());
    byte[] login = PairingCodec.encode(new LoginRequest(Golden.class.getName()));
    return List.of(
        new Target("settlement-request", SettlementCodec::decodeRequest, requests),
        new Target("signature", SignedBill::of, requests),
        new Target("settlement-reply", SettlementCodec::decodeReply, replies),
        new Target("void-request", SettlementCodec::decodeVoid, one(Golden.bytes("void-request"))),
        new Target("problem", ProblemCodec::decode, one(Golden.bytes("problem"))),
        new Target("cart-status", StatusCodec::decodeStatus, one(StatusCodec.encode(status))),
        new Target("status-reply", StatusCodec::decodeWord, one(StatusCodec.encode(word(order)))),
        new Target("parts", DocumentCodec::decodeParts, one(parts)),
        new Target("gallery", DocumentCodec::decodeGallery, one(gallery())),
        new Target("checkpoint", CheckpointCodec::decode, one(checkpoint)),
        new Target("dispute", DisputeCodec::decode, one(DisputeCodec.encode(dispute()))),
        new Target("pair-request", PairingCodec::decodeRequest, one(key)),
        new Target("pair-reply", PairingCodec::decodeReply, one(key)),
        new Target("login-request", PairingCodec::decodeLogin, one(login)),
        new Target("login-reply", PairingCodec::decodeLoginReply, one(welcome)),
        new Target("pairing-code", text(PairingCode::parse), one(ascii(code.text()))),
        new Target(
            "login-code",
            text(LoginCode::parse),
            one(ascii(LoginCode.fresh(new SplittableRandom(1)).text()))));
  }

  private static StoreWord word(StaffOrder order) {
    Optional<Digest> digest = Optional.of(Digest.of(new byte[] {1}));
    return new StoreWord(List.of(order), Optional.of(Instant.EPOCH), digest, digest);
  }

  private static byte[] gallery() {
    Part part = Part.of(new byte[] {1, 2, 3});
    return DocumentCodec.encode(List.of(new Photo("milk", part), new Photo("Kiwi", part)));
  }

  private static DisputeClaim dispute() {
    DisputeClaim.Proof proof =
        new DisputeClaim.Proof(
            true,
            1_772_366_400_000L,
            521,
            List.of(new DisputeClaim.Point(-400, 1_000), new DisputeClaim.Point(600, 1_521)),
            List.of(new DisputeClaim.Picture(new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3})));
    return new DisputeClaim("D-1", new SettlementKey("trip-7", 2), 3, "not-taken", List.of(proof));
  }

  private static List<byte[]> one(byte[] message) {
    return List.of(message);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads text. */
  @FunctionalInterface
  private interface Parser {
    void read(String text) throws MalformedMessageException;
  }

  private static Decoder text(Parser parser) {
    return bytes -> parser.read(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static void fuzz(Target target) {
    SplittableRandom random = new SplittableRandom(SEED);
    int read = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = mutated(target.corpus, random);
      try {
        target.decoder.read(input);
        read++;
      } catch (MalformedMessageException e) {
        assertTrue(String.valueOf(e.getMessage()).lines().count() == 1, "one line");
      } catch (RuntimeException e) {
        throw new AssertionError(
            "input %d of seed %d: %s".formatted(i, SEED, java.util.HexFormat.of().formatHex(input)),
            e);
      }
    }
    assertTrue(read < INPUTS, "the mutator changes what matters");
  }

  private static byte[] mutated(List<byte[]> corpus, SplittableRandom random) {
    byte[] bytes = corpus.get(random.nextInt(corpus.size())).clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> set(bytes, at, random.nextInt(256));
            case 2 -> java.util.Arrays.copyOf(bytes, at); // cut off
            case 3 -> spliced(bytes, at, noise(random));
            case 4 -> spliced(bytes, at, part(corpus, random));
            default -> set(bytes, at, extreme(random));
          };
    }
    return bytes;
  }

  private static byte[] flipped(byte[] bytes, int at, SplittableRandom random) {
    return set(bytes, at, bytes[at] ^ (1 << random.nextInt(8)));
  }

  private static byte[] set(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }

  /** Heads of CBOR that promise much: long strings, arrays, maps, tags, floats, breaks. */
  private static int extreme(SplittableRandom random) {
    int[] heads = {0x1b, 0x3b, 0x5b, 0x5f, 0x7b, 0x7f, 0x9b, 0x9f, 0xbb, 0xbf, 0xdb, 0xfb, 0xff};
    return heads[random.nextInt(heads.length)];
  }

  private static byte[] noise(SplittableRandom random) {
    byte[] noise = new byte[random.nextInt(MOST_GROWTH)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] part(List<byte[]> corpus, SplittableRandom random) {
    byte[] other = corpus.get(random.nextInt(corpus.size()));
    int from = random.nextInt(other.length);
    int to = Math.min(other.length, from + random.nextInt(MOST_GROWTH));
    return java.util.Arrays.copyOfRange(other, from, to);
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] inserted) {
    List<byte[]> parts = new ArrayList<>(List.of(java.util.Arrays.copyOf(bytes, at), inserted));
    parts.add(java.util.Arrays.copyOfRange(bytes, at, bytes.length));
    byte[] whole = new byte[bytes.length + inserted.length];
    int to = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, to, part.length);
      to += part.length;
    }
    return whole;
  }
}
