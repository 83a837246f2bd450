package pannier.domain.trip;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.audit.Marks;
import pannier.domain.audit.Sign;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.SensorEvent;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Reconciler;
import pannier.domain.reconcile.Scene;
import pannier.domain.trip.CartState.StartCheck;
import pannier.domain.trip.TripState.Idle;
import pannier.domain.trip.TripState.Open;
import pannier.domain.trip.TripState.Running;

/** What the sensors say, as far as it concerns the trip. */
final class Evidence {
  private final CartConfig config;
  private final Reconciler reconciler;

  Evidence(CartConfig config, Reconciler reconciler) {
    this.config = config;
    this.reconciler = reconciler;
  }

  /** What could not be trusted during a trip goes onto its bill. */
  void distrust(Draft draft, List<SensorEvent> events) {
    for (SensorEvent event : events) {
      if (!event.trusted()) {
        draft.flag("untrusted: %s %s".formatted(event.sensor(), event.reason()));
      }
    }
  }

  /** How long of a trip scale or a camera cannot be trusted. */
  static void count(Draft draft) {
    if (draft.trip instanceof Open open) {
      Marks marks = open.trip().remarks().marks();
      Marks now = marks.trusted(trusted(draft.watch), draft.nanos);
      draft.trip = now.equals(marks) ? open : open.with(open.trip().with(now));
    }
  }

  private static boolean trusted(Watch watch) {
    return watch.scaleDistrust().isEmpty()
        && watch.cameras().stream().allMatch(camera -> camera.state() == CameraState.TRUSTED);
  }

  /** What troubles a device is on the bill, and staff hear of it. */
  void equipment(Draft draft, Input.Equipment equipment) {
    draft.watch = draft.watch.with(equipment.device(), equipment.trouble());
    if (!equipment.trouble().isEmpty()) {
      String words = "%s: %s".formatted(equipment.device(), equipment.trouble());
      draft.flag(words);
      draft.outbox.tellStaff(words);
    }
  }

  /** Takes the evidence and settles what can be settled. */
  void settle(Draft draft, Sensing.Sensed sensed, boolean last) {
    if (draft.trip instanceof Running) {
      draft.belief = reconciler.observe(draft.belief, sensed.sightings(), sensed.steps());
    } else {
      trackZero(draft);
    }
    if (draft.trip instanceof Open) {
      checkStart(draft);
      draft.apply(reconciler.settle(draft.belief, scene(draft, last)));
    }
  }

  /** A label that the scale contradicts blocks <em>Pay</em> until staff have looked. */
  void holdDoubted(Draft draft) {
    for (String doubt : draft.takeDoubted()) {
      draft.apply(reconciler.hold(draft.belief, draft.nanos, Mass.ZERO, doubt));
    }
  }

  /** No evidence is pending and the load does not move. */
  boolean still(Draft draft) {
    return !draft.belief.pending() && load(draft) != Scene.Load.MOVING;
  }

  /** Zero is tracked only when the cart is free, empty and still. */
  private void trackZero(Draft draft) {
    Watch watch = draft.watch;
    double level = watch.scale().level().orElse(Mass.ZERO).grams();
    if (draft.trip instanceof Idle
        && watch.scale().settled()
        && Math.abs(level - watch.zeroGrams()) < config.trip().startToleranceGrams()) {
      draft.watch =
          new Watch(
              watch.startedNanos(),
              watch.scale(),
              level,
              watch.scaleDistrust(),
              watch.cameras(),
              watch.troubles());
    }
  }

  private void checkStart(Draft draft) {
    StartCheck check = draft.unchecked();
    if (check == null || !draft.watch.scale().settled()) {
      return;
    }
    draft.unchecked(null);
    double off = draft.gramsBeside(check.declared().grams());
    if (check.personalItems()) {
      draft.flag(People.personalItems(off));
      draft.mark(Sign.PERSONAL, Math.round(Math.max(0, off)));
    } else if (People.off(draft, check)) {
      draft.apply(
          reconciler.hold(
              draft.belief, draft.nanos, Mass.ofGrams(off), "lay in the basket at the start"));
    }
  }

  private Scene scene(Draft draft, boolean last) {
    List<Scene.Watching> cameras = new ArrayList<>();
    for (Watch.CameraWatch camera : draft.watch.cameras()) {
      if (camera.state() == CameraState.TRUSTED) {
        cameras.add(new Scene.Watching(camera.camera(), camera.upToNanos(), camera.active()));
      }
    }
    Scene.Weighing scale = new Scene.Weighing(load(draft), draft.watch.scale().stirredNanos());
    Scene.Seeing seeing = new Scene.Seeing(draft.watch.cameras().size(), cameras);
    return new Scene(draft.nanos, draft.basket, scale, seeing, last);
  }

  private Scene.Load load(Draft draft) {
    if (!config.sensors().scale() || !draft.watch.scaleDistrust().isEmpty()) {
      return Scene.Load.UNKNOWN;
    }
    return draft.watch.scale().settled() ? Scene.Load.SETTLED : Scene.Load.MOVING;
  }
}
