package pannier.wire;

import java.util.List;

/**
 * The cart asks the gate to take payment for a bill. Its bytes, not its fields, decide whether two
 * requests are the same: a cart repeats the bytes.
 *
 * @param billDigest of the bill's bytes as they travel
 * @param tenders none only for a bill of zero
 */
public record SettlementRequest(FrozenBill bill, Digest billDigest, List<TenderOffer> tenders)
    implements Message {
  public SettlementRequest {
    tenders = Limits.list("tenders", tenders, Limits.MOST_TENDERS);
  }

  /** A request whose bill is encoded as {@link SettlementCodec} does. */
  public static SettlementRequest of(FrozenBill bill, TenderOffer... tenders) {
    return new SettlementRequest(bill, SettlementCodec.digest(bill), List.of(tenders));
  }

  public SettlementKey key() {
    return bill.key();
  }
}
