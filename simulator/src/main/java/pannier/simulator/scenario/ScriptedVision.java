package pannier.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import pannier.app.loop.VisionSource;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.simulator.fault.Fault;

/** What a script says that one camera saw, told as vision tells it. */
final class ScriptedVision implements VisionSource {
  private static final long LAG_NANOS = 60_000_000L;
  private static final long NEAR_NANOS = 400_000_000L;

  private final int camera;
  private final List<Event.Seen> seen;
  private final List<Fault.Camera> faults = new ArrayList<>();
  private long lastNanos;

  ScriptedVision(int camera, Scenario scenario) {
    this.camera = camera;
    this.seen =
        scenario.events().stream()
            .filter(Event.Seen.class::isInstance)
            .map(Event.Seen.class::cast)
            .filter(each -> each.sighting().camera() == camera)
            .toList();
    for (Event event : scenario.events()) {
      if (event instanceof Event.Failed failed
          && failed.fault() instanceof Fault.Camera fault
          && fault.camera() == camera) {
        faults.add(fault);
      }
    }
  }

  @Override
  public List<VisionReport> drain(long nanos) {
    boolean active = false;
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      Event.Seen each = seen.get(i);
      active |= Math.abs(nanos - LAG_NANOS - each.nanos()) < NEAR_NANOS;
      long told = each.nanos() + each.lateNanos();
      if (told >= lastNanos && told < nanos) {
        sightings.add(numbered(each.sighting(), i + 1));
      }
    }
    lastNanos = nanos;
    CameraState state = state(nanos);
    return state == CameraState.ABSENT
        ? List.of()
        : List.of(new VisionReport(camera, nanos - LAG_NANOS, active, state, sightings));
  }

  private CameraState state(long nanos) {
    CameraState state = CameraState.TRUSTED;
    for (Fault.Camera fault : faults) {
      if (fault.span().holdsAt(nanos)) {
        state =
            switch (fault.picture()) {
              case COVERED -> CameraState.COVERED;
              case FROZEN -> CameraState.FROZEN;
              case DARK -> CameraState.DARK;
              case BLURRED, NOISY -> CameraState.BLURRED;
              case UNPLUGGED -> CameraState.ABSENT;
            };
      }
    }
    return state;
  }

  private static Sighting numbered(Sighting sighting, int number) {
    return new Sighting(
        number,
        sighting.camera(),
        sighting.timestampNanos(),
        sighting.direction(),
        sighting.pieces(),
        sighting.candidates(),
        sighting.unknown(),
        sighting.codes(),
        sighting.clarity());
  }

  @Override
  public void close() {}
}
