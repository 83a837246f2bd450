package pannier.vision.track;

import java.util.List;
import pannier.vision.motion.Blob;
import pannier.vision.motion.SmallPicture;

/**
 * What one picture of a visit shows that lay there neither before nor after it: hands, and items on
 * their way.
 */
record Afloat(SmallPicture picture, List<Blob> blobs) {
  long timestampNanos() {
    return picture.timestampNanos();
  }
}
