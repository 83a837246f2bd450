package pannier.domain.trip;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * @param troubles what is wrong with other devices, by their names
 */
public record Watch(
    long startedNanos,
    ScaleState scale,
    double zeroGrams,
    String scaleDistrust,
    List<CameraWatch> cameras,
    Map<String, String> troubles) {
  public Watch {
    cameras = List.copyOf(cameras);
    troubles = Map.copyOf(troubles);
  }

  /** The device's trouble, or, where that is empty, that it is well again. */
  Watch with(String device, String trouble) {
    Map<String, String> changed = new TreeMap<>(troubles);
    if (trouble.isEmpty()) {
      changed.remove(device);
    } else {
      changed.put(device, trouble);
    }
    return new Watch(startedNanos, scale, zeroGrams, scaleDistrust, cameras, changed);
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
