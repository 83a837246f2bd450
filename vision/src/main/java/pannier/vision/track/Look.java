package pannier.vision.track;

import pannier.vision.motion.CellMask;
import pannier.vision.motion.SmallPicture;

/**
 * What one picture of a visit showed.
 *
 * @param solid cells that hold something else than the scene before the visit
 */
record Look(SmallPicture picture, CellMask solid) {
  long timestampNanos() {
    return picture.timestampNanos();
  }
}
