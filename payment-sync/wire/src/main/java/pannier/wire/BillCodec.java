package pannier.wire;

import java.util.ArrayList;
import java.util.List;

/** A bill as bytes: what is hashed, and will be signed. */
final class BillCodec {
  private BillCodec() {}

  static byte[] encode(FrozenBill bill) {
    return new CborFields()
        .put(0, Limits.VERSION)
        .put(1, bill.key().tripId())
        .put(2, bill.key().attempt())
        .put(3, bill.cartId())
        .put(4, bill.currency())
        .put(5, bill.lines().stream().map(BillCodec::line).toList())
        .put(6, bill.totalMinor())
        .put(7, bill.catalogue().bytes())
        .put(8, bill.flags())
        .encode();
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
                node.texts(8, "flags", Limits.MOST_FLAGS)));
  }

  private static CborFields line(FrozenLine line) {
    return new CborFields()
        .put(0, line.product())
        .put(1, line.pieces())
        .put(2, line.massGrams())
        .put(3, line.unitPriceMinor())
        .put(4, line.netMinor());
  }

  private static FrozenLine line(CborNode line) throws MalformedMessageException {
    return new FrozenLine(
        line.text(0, "product"),
        line.small(1, "pieces"),
        line.optionalNumber(2, "mass"),
        line.number(3, "unit-price"),
        line.number(4, "net"));
  }
}
