package pannier.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import pannier.wire.key.OwnKey;

/** Every decoder of bytes from the network or a camera, with real messages to begin from. */
final class FuzzTargets {
  private FuzzTargets() {}

  /** Reads bytes; what it gives does not matter here. */
  @FunctionalInterface
  interface Decoder {
    void read(byte[] bytes) throws MalformedMessageException;
  }

  /** A decoder, and messages that it takes. */
  record Target(String name, Decoder decoder, List<byte[]> corpus) {}

  static List<Target> all() throws IOException {
    List<byte[]> requests =
        List.of(
            Golden.bytes("settlement-request"),
            Golden.bytes("signed-request"),
            Golden.bytes("split-request"),
            Golden.bytes("listed-request"),
            SettlementCodec.encode(SettlementRequest.of(Golden.RISKY_BILL)));
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
        PairingCodec.encode(new LoginReply("t-1", "m-7", List.of(new LoginReply.Thing("milk", 2))));
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
        new Target("weighed", MassCodec::decodeWeighed, one(weighed())),
        new Target("masses", MassCodec::decodeMasses, one(masses())),
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
    return new StoreWord(
        List.of(order), Optional.of(Instant.EPOCH), digest, digest, digest, digest);
  }

  private static byte[] gallery() {
    Part part = Part.of(new byte[] {1, 2, 3});
    return DocumentCodec.encode(List.of(new Photo("milk", part), new Photo("Kiwi", part)));
  }

  private static byte[] weighed() {
    WeighedPieces.Piece milk = new WeighedPieces.Piece("milk", 2, 2_064_300);
    return MassCodec.encode(
        new WeighedPieces("t-1", List.of(milk, new WeighedPieces.Piece("Kiwi", 1, 91_000))));
  }

  private static byte[] masses() {
    return MassCodec.encode(List.of(new LearntMass("milk", 1_032_000, 2_100)));
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
}
