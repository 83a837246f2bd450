package pannier.gate.ledger;

import java.util.Arrays;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementReply;

/** A reply as the bytes that were, or will be, sent. Immutable. */
public final class EncodedReply {
  private final byte[] bytes;

  private EncodedReply(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public static EncodedReply of(SettlementReply reply) {
    return new EncodedReply(SettlementCodec.encode(reply));
  }

  public static EncodedReply ofBytes(byte[] bytes) {
    return new EncodedReply(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncodedReply reply && Arrays.equals(bytes, reply.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
