package pannier.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bill as bytes: what is hashed and signed. */
final class BillCodec {
  private BillCodec() {}

  static byte[] encode(FrozenBill bill) {
    CborFields fields =
        new CborFields()
            .put(0, Limits.VERSION)
            .put(1, bill.key().tripId())
            .put(2, bill.key().attempt())
            .put(3, bill.cartId())
            .put(4, bill.currency())
            .put(5, bill.lines().stream().map(BillCodec::line).toList())
            .put(6, bill.totalMinor())
            .put(7, bill.catalogue().bytes())
            .put(8, bill.flags());
    terms(fields, bill.terms());
    return fields.encode();
  }

  private static void terms(CborFields fields, BillTerms terms) {
    terms.priceList().ifPresent(digest -> fields.put(9, digest.bytes()));
    fields.put(10, terms.dueMinor()).put(11, terms.epochDay());
    BillTerms.Claims claims = terms.claims();
    if (!claims.coupons().isEmpty()) {
      fields.put(12, claims.coupons());
    }
    if (!claims.member().isEmpty()) {
      fields.put(13, claims.member());
    }
    if (claims.approvedYears() > 0) {
      fields.put(14, new CborFields().put(0, claims.approvedYears()).put(1, claims.approvedBy()));
    }
    if (!terms.risk().equals(RiskClaim.NONE)) {
      fields.put(15, risk(terms.risk()));
    }
  }

  private static BillTerms terms(CborNode node) throws MalformedMessageException {
    Optional<Digest> priceList =
        node.has(9) ? Optional.of(node.digest(9, "price-list")) : Optional.empty();
    List<String> coupons =
        node.has(12) ? node.texts(12, "coupons", BillTerms.Claims.MOST_COUPONS) : List.of();
    String member = node.has(13) ? node.text(13, "member") : "";
    int years = 0;
    String staff = "";
    if (node.has(14)) {
      CborNode approval = node.map(14, "age-approval");
      years = approval.small(0, "years");
      staff = approval.text(1, "staff");
    }
    return new BillTerms(
        priceList,
        node.optionalNumber(10, "due"),
        node.optionalNumber(11, "day"),
        new BillTerms.Claims(coupons, member, years, staff),
        node.has(15) ? risk(node.map(15, "risk")) : RiskClaim.NONE);
  }

  private static CborFields risk(RiskClaim risk) {
    return new CborFields()
        .put(0, risk.score())
        .put(
            1,
            risk.reasons().stream()
                .map(
                    it -> new CborFields().put(0, it.code()).put(1, it.count()).put(2, it.points()))
                .toList());
  }

  private static RiskClaim risk(CborNode node) throws MalformedMessageException {
    List<RiskClaim.Reason> reasons = new ArrayList<>();
    for (CborNode reason : node.maps(1, "reasons", RiskClaim.MOST_REASONS)) {
      reasons.add(
          reason.build(
              () ->
                  new RiskClaim.Reason(
                      reason.text(0, "code"),
                      reason.number(1, "count"),
                      reason.small(2, "points"))));
    }
    return node.build(() -> new RiskClaim(node.small(0, "score"), reasons));
  }

  static FrozenBill decode(String path, byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read(path, bytes);
    node.requireVersion();
    List<FrozenLine> lines = new ArrayList<>();
    for (CborNode line : node.maps(5, "lines", Limits.MOST_LINES)) {
      lines.add(line.build(() -> line(line)));
    }
    return node.build(
        () ->
            new FrozenBill(
                node.text(3, "cart"),
                new SettlementKey(node.text(1, "trip"), node.small(2, "attempt")),
                node.text(4, "currency"),
                lines,
                node.number(6, "total"),
                node.digest(7, "catalogue"),
                node.texts(8, "flags", Limits.MOST_FLAGS),
                terms(node)));
  }

  private static CborFields line(FrozenLine line) {
    CborFields fields =
        new CborFields()
            .put(0, line.product())
            .put(1, line.pieces())
            .put(2, line.massGrams())
            .put(3, line.unitPriceMinor())
            .put(4, line.netMinor());
    if (line.discountMinor() > 0) {
      fields.put(5, line.discountMinor());
    }
    return line.labelled() ? fields.put(6, 1) : fields;
  }

  private static FrozenLine line(CborNode line) throws MalformedMessageException {
    return new FrozenLine(
        line.text(0, "product"),
        line.small(1, "pieces"),
        line.optionalNumber(2, "mass"),
        line.number(3, "unit-price"),
        line.number(4, "net"),
        line.has(5) ? line.number(5, "discount") : 0,
        line.has(6) && line.number(6, "labelled") != 0);
  }
}
