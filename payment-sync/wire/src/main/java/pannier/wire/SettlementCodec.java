package pannier.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settlement requests and replies as bytes; hardware-docs/protocol.md has the CDDL. */
public final class SettlementCodec {
  private SettlementCodec() {}

  public static byte[] encode(SettlementRequest request) {
    byte[] bill = BillCodec.encode(request.bill());
    if (!Digest.of(bill).equals(request.billDigest())) {
      throw new IllegalArgumentException("the digest is not the bill's");
    }
    CborFields fields =
        new CborFields()
            .put(0, Limits.VERSION)
            .put(1, bill)
            .put(2, request.billDigest().bytes())
            .put(3, request.tenders().stream().map(SettlementCodec::tender).toList());
    request.signature().ifPresent(by -> fields.put(4, by.encode()));
    return fields.encode();
  }

  public static SettlementRequest decodeRequest(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("settlement-request", bytes);
    node.requireVersion();
    byte[] bill = node.bytes(1, "bill");
    Digest digest = node.digest(2, "bill-digest");
    if (!Digest.of(bill).equals(digest)) {
      throw new MalformedMessageException(
          node.path() + ".bill-digest", "found another digest than the bill's");
    }
    List<TenderOffer> tenders = new ArrayList<>();
    for (CborNode tender : node.maps(3, "tenders", Limits.MOST_TENDERS)) {
      tenders.add(tender.build(() -> tender(tender)));
    }
    FrozenBill frozen = BillCodec.decode(node.path() + ".bill", bill);
    Optional<CoseSign1> signature = signature(node);
    return node.build(() -> new SettlementRequest(frozen, digest, tenders, signature));
  }

  static Optional<CoseSign1> signature(CborNode request) throws MalformedMessageException {
    return request.has(4)
        ? Optional.of(
            CoseSign1.decode(request.path() + ".signature", request.bytes(4, "signature")))
        : Optional.empty();
  }

  public static byte[] encode(VoidRequest request) {
    return new CborFields()
        .put(0, Limits.VERSION)
        .put(1, request.key().tripId())
        .put(2, request.key().attempt())
        .encode();
  }

  public static VoidRequest decodeVoid(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("void-request", bytes);
    node.requireVersion();
    return new VoidRequest(key(node));
  }

  public static byte[] encode(SettlementReply reply) {
    return switch (reply) {
      case Receipt receipt -> ReceiptCodec.encode(receipt);
      case Declined declined ->
          new CborFields()
              .put(0, Limits.VERSION)
              .put(1, declined.key().tripId())
              .put(2, declined.key().attempt())
              .put(4, declined.reason())
              .encode();
    };
  }

  /** Reads a reply: a receipt has field 3, a refusal field 4. */
  public static SettlementReply decodeReply(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("settlement-reply", bytes);
    node.requireVersion();
    SettlementKey key = key(node);
    if (node.has(4)) {
      return node.build(() -> new Declined(key, node.text(4, "declined")));
    }
    return ReceiptCodec.decode(key, node.map(3, "receipt"));
  }

  /** The digest that goes with {@code bill}. */
  public static Digest digest(FrozenBill bill) {
    return Digest.of(BillCodec.encode(bill));
  }

  static Instant instant(CborNode node, int key, String name) throws MalformedMessageException {
    return Instant.ofEpochMilli(node.number(key, name));
  }

  private static SettlementKey key(CborNode node) throws MalformedMessageException {
    return node.build(() -> new SettlementKey(node.text(1, "trip"), node.small(2, "attempt")));
  }

  private static CborFields tender(TenderOffer tender) {
    CborFields fields =
        new CborFields().put(0, tender.kind()).put(1, tender.token()).put(2, tender.amountMinor());
    if (!tender.lines().isEmpty()) {
      fields.put(3, tender.lines());
    }
    return tender.shareBillionths() > 0 ? fields.put(4, tender.shareBillionths()) : fields;
  }

  private static TenderOffer tender(CborNode tender) throws MalformedMessageException {
    return new TenderOffer(
        tender.text(0, "kind"),
        tender.text(1, "token"),
        tender.optionalNumber(2, "amount"),
        tender.has(3) ? tender.numbers(3, "lines", Limits.MOST_LINES) : List.of(),
        tender.has(4) ? tender.number(4, "share") : 0);
  }
}
