package pannier.simulator.world;

import java.util.List;
import pannier.simulator.hand.Gesture;

/** When a held item crosses the rim line of a camera, to the millisecond. */
record OverRim(CameraSpec camera) {
  private static final long STEP_NANOS = 1_000_000;

  /** By the first camera; by one over the near rim where a world has none. */
  static OverRim of(List<CameraSpec> cameras) {
    return new OverRim(cameras.isEmpty() ? CameraSpec.overNearRim(0) : cameras.getFirst());
  }

  /** When the item is inside for the first time; when it is let go, if it never is before. */
  long firstInside(Gesture gesture) {
    long nanos = gesture.held().fromNanos();
    while (nanos < gesture.held().untilNanos() && !isInside(gesture, nanos)) {
      nanos += STEP_NANOS;
    }
    return nanos;
  }

  /** When the item is inside for the last time; when it is grasped, if it never is after. */
  long lastInside(Gesture gesture) {
    long nanos = gesture.held().untilNanos();
    while (nanos > gesture.held().fromNanos() && !isInside(gesture, nanos)) {
      nanos -= STEP_NANOS;
    }
    return nanos;
  }

  private boolean isInside(Gesture gesture, long nanos) {
    return camera.seesInside(gesture.itemAt(nanos).position());
  }
}
