package pannier.domain.evidence;

import java.util.List;

/**
 * What one camera's vision has to say since its last report.
 *
 * @param camera the camera's index
 * @param upToNanos frames up to here have been looked at
 * @param active something is moving near the rim, so that more sightings may follow that began
 *     before {@code upToNanos}
 * @param sightings finished since the last report, oldest first
 */
public record VisionReport(
    int camera, long upToNanos, boolean active, CameraState state, List<Sighting> sightings) {
  public VisionReport {
    sightings = List.copyOf(sightings);
  }
}
