package pannier.wire;

import java.util.Collection;
import java.util.Optional;
import pannier.wire.key.PeerKey;

/**
 * A bill as it travels in a settlement request, with its signature. It is checked on the bytes that
 * came, whatever they mean.
 */
public final class SignedBill {
  private final byte[] bill;
  private final Optional<CoseSign1> signature;

  private SignedBill(byte[] bill, Optional<CoseSign1> signature) {
    this.bill = bill;
    this.signature = signature;
  }

  /** Picks bill and signature out of a settlement request's bytes. */
  public static SignedBill of(byte[] request) throws MalformedMessageException {
    CborNode node = CborNode.read("settlement-request", request);
    node.requireVersion();
    return new SignedBill(node.bytes(1, "bill"), SettlementCodec.signature(node));
  }

  /** Whether it has any signature. */
  public boolean isSigned() {
    return signature.isPresent();
  }

  /** Whether one of {@code keys} signed it. */
  public boolean isByOneOf(Collection<PeerKey> keys) {
    return signature.map(it -> keys.stream().anyMatch(key -> it.isBy(key, bill))).orElse(false);
  }
}
