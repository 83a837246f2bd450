package pannier.simulator.world;

import java.util.ArrayList;
import java.util.List;
import pannier.simulator.geometry.Pose;
import pannier.simulator.hand.Gesture;
import pannier.simulator.render.Model;
import pannier.simulator.render.Shadow;
import pannier.simulator.render.Thing;

/** What is to be seen in and over the basket at any instant, past or planned. */
final class BasketScene {
  private final List<Resting> resting = new ArrayList<>();
  private final List<Gesture> gestures = new ArrayList<>();

  /** An item that lies still from an instant on, until it is taken. */
  static final class Resting {
    private final Model model;
    private final Pose pose;
    private final long fromNanos;
    private long untilNanos = Long.MAX_VALUE;

    Resting(Model model, Pose pose, long fromNanos) {
      this.model = model;
      this.pose = pose;
      this.fromNanos = fromNanos;
    }

    Model model() {
      return model;
    }

    Pose pose() {
      return pose;
    }

    Thing thing() {
      return model.at(pose);
    }

    List<Shadow> shadows() {
      return model.shadows(pose);
    }

    void takenAt(long nanos) {
      untilNanos = nanos;
    }

    long fromNanos() {
      return fromNanos;
    }

    boolean liesAt(long nanos) {
      return nanos >= fromNanos && nanos < untilNanos;
    }
  }

  Resting lay(Model model, Pose pose, long fromNanos) {
    Resting item = new Resting(model, pose, fromNanos);
    resting.add(item);
    return item;
  }

  void add(Gesture gesture) {
    gestures.add(gesture);
  }

  List<Resting> restingAt(long nanos) {
    return resting.stream().filter(item -> item.liesAt(nanos)).toList();
  }

  /** Whether a hand is near between two instants. */
  boolean stirs(long fromNanos, long untilNanos) {
    for (int i = gestures.size() - 1; i >= 0; i--) {
      Gesture.Span span = gestures.get(i).span();
      if (span.fromNanos() < untilNanos && span.untilNanos() > fromNanos) {
        return true;
      }
    }
    return false;
  }

  List<Gesture> gesturesIn(long fromNanos, long untilNanos) {
    return gestures.stream()
        .filter(g -> g.span().fromNanos() < untilNanos && g.span().untilNanos() > fromNanos)
        .toList();
  }
}
