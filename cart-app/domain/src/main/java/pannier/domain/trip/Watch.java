package pannier.domain.trip;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.domain.evidence.CameraState;
import pannier.domain.scale.ScaleState;

/**
 * What the sensors said last. An immutable value.
 *
 * @param startedNanos the first tick
 * @param zeroGrams what the scale says when nothing lies in the basket
 * @param scaleDistrust why the scale is not trusted; empty if it is
 * @param cameras one for each camera that the cart has, by index
 */
public record Watch(
    long startedNanos,
    ScaleState scale,
    double zeroGrams,
    String scaleDistrust,
    List<CameraWatch> cameras) {
  public Watch {
    cameras = List.copyOf(cameras);
  }

  /**
   * One camera.
   *
   * @param upToNanos frames up to here have been looked at
   * @param heardNanos the tick of its last report; null before the first
   */
  public record CameraWatch(
      int camera, long upToNanos, boolean active, CameraState state, @Nullable Long heardNanos) {}
}
