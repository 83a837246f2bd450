package pannier.app.loop;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;

/** Joins reports of one camera that arrived within one tick, so that the journal stays small. */
public final class VisionReports {
  private VisionReports() {}

  /** One report where the state did not change in between; otherwise one for each stretch. */
  public static List<VisionReport> joined(List<VisionReport> reports) {
    List<VisionReport> joined = new ArrayList<>();
    for (VisionReport report : reports) {
      if (!joined.isEmpty() && joined.getLast().state() == report.state()) {
        joined.set(joined.size() - 1, join(joined.getLast(), report));
      } else {
        joined.add(report);
      }
    }
    return joined;
  }

  private static VisionReport join(VisionReport first, VisionReport second) {
    List<Sighting> sightings = new ArrayList<>(first.sightings());
    sightings.addAll(second.sightings());
    return new VisionReport(
        first.camera(), second.upToNanos(), second.active(), second.state(), sightings);
  }
}
