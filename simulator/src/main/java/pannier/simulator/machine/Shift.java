package pannier.simulator.machine;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;

/** What cameras saw, on a clock that is behind. */
final class Shift {
  private Shift() {}

  static VisionReport back(VisionReport report, long nanos) {
    List<Sighting> sightings = new ArrayList<>();
    for (Sighting seen : report.sightings()) {
      sightings.add(
          new Sighting(
              seen.number(),
              seen.camera(),
              seen.timestampNanos() - nanos,
              seen.direction(),
              seen.pieces(),
              seen.candidates(),
              seen.unknown(),
              seen.codes(),
              seen.clarity()));
    }
    return new VisionReport(
        report.camera(), report.upToNanos() - nanos, report.active(), report.state(), sightings);
  }
}
