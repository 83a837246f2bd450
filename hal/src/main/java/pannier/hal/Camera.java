package pannier.hal;

import java.util.Optional;

/** A camera over the rim. */
public interface Camera extends Device {
  /**
   * The next frame that was captured, if there is one by now. Its pixels live in memory that the
   * camera reuses: they are valid until the next call of this method or of {@link #close}.
   */
  Optional<Frame> poll();
}
