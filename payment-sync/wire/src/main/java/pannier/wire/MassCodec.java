package pannier.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * What pieces weighed, and what was learnt from it, as bytes; hardware-docs/protocol.md has the
 * CDDL.
 */
public final class MassCodec {
  /** Products of the document of masses. */
  public static final int MOST_PRODUCTS = 200_000;

  private MassCodec() {}

  public static byte[] encode(WeighedPieces weighed) {
    return new CborFields()
        .put(0, Limits.VERSION)
        .put(1, weighed.tripId())
        .put(2, weighed.list().stream().map(MassCodec::piece).toList())
        .encode();
  }

  private static CborFields piece(WeighedPieces.Piece piece) {
    return new CborFields()
        .put(0, piece.product())
        .put(1, piece.pieces())
        .put(2, piece.milligrams());
  }

  public static WeighedPieces decodeWeighed(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("weighed", bytes);
    node.requireVersion();
    List<WeighedPieces.Piece> list = new ArrayList<>();
    for (CborNode each : node.maps(2, "list", WeighedPieces.MOST)) {
      list.add(
          each.build(
              () ->
                  new WeighedPieces.Piece(
                      each.text(0, "product"), each.small(1, "pieces"), each.number(2, "mass"))));
    }
    return node.build(() -> new WeighedPieces(node.text(1, "trip"), list));
  }

  /** The document of masses. */
  public static byte[] encode(List<LearntMass> masses) {
    return new CborFields()
        .put(0, Limits.VERSION)
        .put(1, masses.stream().map(MassCodec::mass).toList())
        .encode();
  }

  private static CborFields mass(LearntMass mass) {
    return new CborFields()
        .put(0, mass.product())
        .put(1, mass.milligrams())
        .put(2, mass.spreadMilligrams());
  }

  public static List<LearntMass> decodeMasses(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("masses", bytes, (int) Parts.MOST_DOCUMENT_BYTES);
    node.requireVersion();
    List<LearntMass> masses = new ArrayList<>();
    for (CborNode each : node.maps(1, "masses", MOST_PRODUCTS)) {
      masses.add(
          each.build(
              () ->
                  new LearntMass(
                      each.text(0, "product"), each.number(1, "mass"), each.number(2, "spread"))));
    }
    return masses;
  }
}
