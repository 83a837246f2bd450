package pannier.app.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pannier.domain.basket.Content;
import pannier.vision.rim.Rim;

/**
 * What {@code trip.json} says of a recorded trip, its paths resolved.
 *
 * @param cameras in their order; may be empty
 * @param scale readings of the four cells, if a scale took part
 * @param motion tilt and acceleration, if they were recorded
 * @param shop what the cart was told before the trip
 */
public record RecordedTrip(
    List<Film> cameras, Optional<Path> scale, Optional<Path> motion, Shop shop) {
  public RecordedTrip {
    cameras = List.copyOf(cameras);
  }

  /**
   * What one camera saw.
   *
   * @param offsetMillis where its first instant lies on the scale's clock
   */
  public record Film(Path video, Rim rim, double offsetMillis) {}

  /**
   * What the cart was told before the trip.
   *
   * @param enrol folders of {@code PRODUCT/*.jpg}
   * @param start what lay in the basket when the recording began
   */
  public record Shop(Path catalogue, List<Path> enrol, List<Content> start) {
    public Shop {
      enrol = List.copyOf(enrol);
      start = List.copyOf(start);
    }
  }
}
