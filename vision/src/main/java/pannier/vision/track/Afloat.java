package pannier.vision.track;

import java.util.List;
import pannier.vision.motion.Blob;

/**
 * What one picture of a visit shows that lay there neither before nor after it: hands, and items on
 * their way.
 */
record Afloat(long timestampNanos, List<Blob> blobs) {}
