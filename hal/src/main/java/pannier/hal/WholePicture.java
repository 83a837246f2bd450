package pannier.hal;

import java.util.Optional;

/**
 * What a camera saw at the instant of a {@link Frame}, in all its pixels. A frame is as coarse as
 * finding what moves allows; where more matters, this is asked. Valid as long as its frame is;
 * {@link #kept} longer.
 */
public interface WholePicture {
  /**
   * A part of it, decoded anew each time. Takes tens of milliseconds.
   *
   * @param place in the pixels of the frame
   * @return in memory of its own, a whole number of times as many pixels along and down, 2 or more;
   *     empty when the picture is damaged
   */
  Optional<Frame> part(Place place);

  /** The same, valid until the camera is closed. */
  WholePicture kept();

  /**
   * A rectangle within a frame.
   *
   * @param leftPx 0 or more
   * @param topPx 0 or more
   * @param widthPx 1 or more
   * @param heightPx 1 or more
   */
  record Place(int leftPx, int topPx, int widthPx, int heightPx) {
    public Place {
      if (leftPx < 0 || topPx < 0 || widthPx < 1 || heightPx < 1) {
        throw new IllegalArgumentException(
            "a place of %d x %d at %d, %d".formatted(widthPx, heightPx, leftPx, topPx));
      }
    }
  }
}
