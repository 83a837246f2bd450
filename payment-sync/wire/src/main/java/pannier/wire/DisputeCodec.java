package pannier.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Disputes as bytes; hardware-docs/protocol.md has the CDDL. */
public final class DisputeCodec {
  private DisputeCodec() {}

  public static byte[] encode(DisputeClaim dispute) {
    CborFields fields =
        new CborFields()
            .put(0, Limits.VERSION)
            .put(1, dispute.id())
            .put(2, dispute.key().tripId())
            .put(3, dispute.key().attempt())
            .put(4, dispute.line().place())
            .put(5, dispute.line().reason())
            .put(6, dispute.proofs().stream().map(DisputeCodec::proof).toList());
    dispute.what().ifPresent(what -> fields.put(7, what(what)));
    return fields.encode();
  }

  public static DisputeClaim decode(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("dispute", bytes);
    node.requireVersion();
    List<DisputeClaim.Proof> proofs = new ArrayList<>();
    for (CborNode each : node.maps(6, "proofs", DisputeClaim.MOST_PROOFS)) {
      proofs.add(each.build(() -> proof(each)));
    }
    Optional<DisputeClaim.What> what =
        node.has(7) ? Optional.of(what(node.map(7, "what"))) : Optional.empty();
    return node.build(
        () ->
            new DisputeClaim(
                node.text(1, "id"),
                new SettlementKey(node.text(2, "trip"), node.small(3, "attempt")),
                new DisputeClaim.Line(node.small(4, "line"), node.text(5, "reason")),
                what,
                proofs));
  }

  private static CborFields what(DisputeClaim.What what) {
    return new CborFields().put(0, what.name()).put(1, what.pieces()).put(2, what.massGrams());
  }

  private static DisputeClaim.What what(CborNode node) throws MalformedMessageException {
    return node.build(
        () ->
            new DisputeClaim.What(
                node.text(0, "name"), node.small(1, "pieces"), node.number(2, "mass")));
  }

  private static CborFields proof(DisputeClaim.Proof proof) {
    return new CborFields()
        .put(0, proof.in() ? 1 : 0)
        .put(1, proof.atMillis())
        .put(2, proof.massGrams())
        .put(3, proof.curve().stream().map(DisputeCodec::point).toList())
        .put(4, proof.pictures().stream().map(it -> new CborFields().put(0, it.jpeg())).toList());
  }

  private static CborFields point(DisputeClaim.Point point) {
    return new CborFields().put(0, point.millis()).put(1, point.grams());
  }

  private static DisputeClaim.Proof proof(CborNode node) throws MalformedMessageException {
    List<DisputeClaim.Point> curve = new ArrayList<>();
    for (CborNode each : node.maps(3, "curve", DisputeClaim.MOST_POINTS)) {
      curve.add(new DisputeClaim.Point(each.small(0, "millis"), each.small(1, "grams")));
    }
    List<DisputeClaim.Picture> pictures = new ArrayList<>();
    for (CborNode each : node.maps(4, "pictures", DisputeClaim.MOST_PROOFS)) {
      pictures.add(each.build(() -> new DisputeClaim.Picture(each.bytes(0, "jpeg"))));
    }
    return new DisputeClaim.Proof(
        node.number(0, "in") != 0, node.number(1, "at"), node.number(2, "mass"), curve, pictures);
  }
}
