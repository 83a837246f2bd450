package pannier.domain.trip;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;
import pannier.domain.evidence.SensorEvent;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.domain.evidence.WeightStep;
import pannier.domain.scale.Scale;
import pannier.domain.scale.ScaleState;
import pannier.domain.trip.Watch.CameraWatch;

/** One tick's readings into the watch: steps and sightings, and which sensors can be trusted. */
final class Sensing {
  private final CartConfig config;
  private final Scale scale;

  Sensing(CartConfig config) {
    this.config = config;
    this.scale = new Scale(config.scale());
  }

  /** What the readings of one tick gave. */
  record Sensed(
      Watch watch, List<WeightStep> steps, List<Sighting> sightings, List<SensorEvent> events) {}

  Sensed sense(Watch watch, TickRecord record) {
    List<WeightStep> steps = new ArrayList<>();
    List<SensorEvent> events = new ArrayList<>();
    ScaleState weighed = weigh(watch.scale(), record, steps);
    String distrust = distrust(watch, weighed, record.nanos());
    if (!distrust.equals(watch.scaleDistrust())) {
      boolean trusted = distrust.isEmpty();
      events.add(
          new SensorEvent(
              record.nanos(), "scale", trusted, trusted ? watch.scaleDistrust() : distrust));
    }
    List<Sighting> sightings = new ArrayList<>();
    List<CameraWatch> cameras = new ArrayList<>();
    for (CameraWatch camera : watch.cameras()) {
      CameraWatch now = look(camera, watch, record, sightings);
      if (now.state() != camera.state()) {
        events.add(event(camera, now, record.nanos()));
      }
      cameras.add(now);
    }
    Watch next =
        new Watch(
            watch.startedNanos(), weighed, watch.zeroGrams(), distrust, cameras, watch.troubles());
    return new Sensed(next, steps, sightings, events);
  }

  private ScaleState weigh(ScaleState state, TickRecord record, List<WeightStep> steps) {
    ScaleState next = state;
    int moved = 0;
    for (LoadSample sample : record.load()) {
      while (moved < record.motion().size()
          && record.motion().get(moved).timestampNanos() <= sample.timestampNanos()) {
        next = scale.move(next, record.motion().get(moved++));
      }
      Scale.Weighed weighed = scale.next(next, sample);
      next = weighed.state();
      weighed.step().ifPresent(steps::add);
    }
    for (MotionSample motion : record.motion().subList(moved, record.motion().size())) {
      next = scale.move(next, motion);
    }
    return next;
  }

  private String distrust(Watch watch, ScaleState scale, long nanos) {
    if (!config.sensors().scale()) {
      return "";
    }
    long heard = scale.lastSampleNanos().orElse(watch.startedNanos());
    if (scale.fault().isEmpty() && nanos - heard > config.trip().silentAfter().toNanos()) {
      return "gives no readings";
    }
    return scale.fault();
  }

  private CameraWatch look(
      CameraWatch camera, Watch watch, TickRecord record, List<Sighting> sightings) {
    CameraWatch now = camera;
    for (VisionReport report : record.vision()) {
      if (report.camera() == camera.camera()) {
        sightings.addAll(report.sightings());
        long upTo = Math.max(camera.upToNanos(), report.upToNanos());
        now =
            new CameraWatch(camera.camera(), upTo, report.active(), report.state(), record.nanos());
      }
    }
    Long heard = now.heardNanos();
    long since = heard == null ? watch.startedNanos() : heard;
    if (record.nanos() - since > config.trip().silentAfter().toNanos()) {
      return new CameraWatch(
          now.camera(), now.upToNanos(), false, CameraState.ABSENT, now.heardNanos());
    }
    return now;
  }

  private static SensorEvent event(CameraWatch before, CameraWatch now, long nanos) {
    boolean trusted = now.state() == CameraState.TRUSTED;
    String reason = word(trusted ? before.state() : now.state());
    return new SensorEvent(nanos, "camera " + now.camera(), trusted, reason);
  }

  static String word(CameraState state) {
    return switch (state) {
      case TRUSTED -> "trusted";
      case COVERED -> "covered";
      case FROZEN -> "frozen";
      case DARK -> "dark";
      case BLURRED -> "blurred";
      case ABSENT -> "gives no pictures";
    };
  }
}
