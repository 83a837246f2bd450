package pannier.vision.track;

import java.util.List;
import pannier.domain.evidence.Direction;
import pannier.vision.motion.Blob;
import pannier.vision.motion.Blobs;
import pannier.vision.motion.CellMask;
import pannier.vision.motion.SmallPicture;

/**
 * What one picture of a visit shows that lay there neither before nor after it: hands, and items on
 * their way.
 *
 * @param notBefore cells that show something else than the scene before the visit
 * @param notAfter cells that show something else than the scene after it
 * @param blobs of the cells that both hold
 */
record Afloat(SmallPicture picture, CellMask notBefore, CellMask notAfter, List<Blob> blobs) {
  static Afloat of(SmallPicture picture, CellMask notBefore, CellMask notAfter, int leastCells) {
    return new Afloat(picture, notBefore, notAfter, Blobs.of(notBefore.and(notAfter), leastCells));
  }

  /** The cells that hold something else than the scene in which an item that crosses is not. */
  CellMask moving(Direction crosses) {
    return crosses == Direction.IN ? notBefore : notAfter;
  }

  long timestampNanos() {
    return picture.timestampNanos();
  }
}
