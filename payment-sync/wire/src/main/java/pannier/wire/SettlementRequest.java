package pannier.wire;

import java.util.List;
import java.util.Optional;
import pannier.wire.key.OwnKey;

/**
 * The cart asks the gate to take payment for a bill. Its bytes, not its fields, decide whether two
 * requests are the same: a cart repeats the bytes.
 *
 * @param billDigest of the bill's bytes as they travel
 * @param tenders none only for a bill of zero
 * @param signature of the bill's bytes, by the cart; a gate takes no request without
 */
public record SettlementRequest(
    FrozenBill bill, Digest billDigest, List<TenderOffer> tenders, Optional<CoseSign1> signature)
    implements Message {
  public SettlementRequest {
    tenders = Limits.list("tenders", tenders, Limits.MOST_TENDERS);
  }

  /** A request whose bill is encoded as {@link SettlementCodec} does, not signed yet. */
  public static SettlementRequest of(FrozenBill bill, TenderOffer... tenders) {
    return new SettlementRequest(
        bill, SettlementCodec.digest(bill), List.of(tenders), Optional.empty());
  }

  /** The same, with its bill signed. */
  public SettlementRequest signed(OwnKey key) {
    CoseSign1 by = CoseSign1.by(key, BillCodec.encode(bill));
    return new SettlementRequest(bill, billDigest, tenders, Optional.of(by));
  }

  /** What is asked, whoever signed it. */
  public SettlementRequest unsigned() {
    return new SettlementRequest(bill, billDigest, tenders, Optional.empty());
  }

  public SettlementKey key() {
    return bill.key();
  }
}
