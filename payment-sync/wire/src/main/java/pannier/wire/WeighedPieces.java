package pannier.wire;

import java.util.List;

/**
 * What pieces of a settled trip weighed, of which nobody doubts what they are. The store learns
 * from it what its products weigh; no bill hangs on it, and it may get lost.
 *
 * @param tripId whose pieces; the same trip again is passed over
 * @param list one to {@link #MOST}
 */
public record WeighedPieces(String tripId, List<Piece> list) implements Message {
  public static final int MOST = 200;

  public WeighedPieces {
    Limits.text("trip", tripId, Limits.LONGEST_ID);
    list = Limits.list("list", list, MOST);
    Limits.range("list", list.size(), 1, MOST);
  }

  /**
   * Pieces that were weighed together.
   *
   * @param milligrams of all of them, to 100 kg
   */
  public record Piece(String product, int pieces, long milligrams) {
    public Piece {
      Limits.text("product", product, Limits.LONGEST_PRODUCT);
      Limits.range("pieces", pieces, 1, Limits.MOST_PIECES);
      Limits.range("mass", milligrams, 1, 1000 * Limits.MOST_GRAMS);
    }
  }
}
