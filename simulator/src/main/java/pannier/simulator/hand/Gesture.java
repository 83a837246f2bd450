package pannier.simulator.hand;

import java.util.ArrayList;
import java.util.List;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Rotation;
import pannier.simulator.render.Model;
import pannier.simulator.render.Shadow;
import pannier.simulator.render.Thing;

/**
 * One hand that brings something or takes something away.
 *
 * @param path of the frame in which the item is held
 * @param turn of the item in that frame
 * @param held when the item is in the hand
 */
public record Gesture(Model model, Hand hand, Path path, Rotation turn, Span held) {
  private static final long OPENING_NANOS = 160_000_000;

  /** Whose hand, and how it grips. */
  public record Hand(Arm arm, Grip grip) {}

  /** From an instant, inclusive, to another, exclusive. */
  public record Span(long fromNanos, long untilNanos) {
    public Span {
      if (untilNanos <= fromNanos) {
        throw new IllegalArgumentException("a span from %d to %d".formatted(fromNanos, untilNanos));
      }
    }

    public boolean contains(long nanos) {
      return nanos >= fromNanos && nanos < untilNanos;
    }
  }

  /** The same way of the hand, with nothing to be seen in it. */
  public Gesture emptyHanded() {
    long before = path.points().get(0).nanos() - 2;
    return new Gesture(model, hand, path, turn, new Span(before, before + 1));
  }

  /** When the hand is somewhere near. */
  public Span span() {
    List<Path.Point> points = path.points();
    return new Span(points.get(0).nanos(), points.get(points.size() - 1).nanos());
  }

  /** Where the item is while it is held. */
  public Pose itemAt(long nanos) {
    Pose carried = path.at(nanos);
    return new Pose(carried.position(), carried.rotation().after(turn));
  }

  /** What is seen of it. */
  public List<Thing> thingsAt(long nanos) {
    if (!span().contains(nanos)) {
      return List.of();
    }
    List<Thing> things =
        new ArrayList<>(hand.grip.things(hand.arm, path.at(nanos), openness(nanos)));
    if (held.contains(nanos)) {
      things.add(model.at(itemAt(nanos)));
    }
    return things;
  }

  /** What it keeps from the light. */
  public List<Shadow> shadowsAt(long nanos) {
    if (!span().contains(nanos)) {
      return List.of();
    }
    List<Shadow> shadows = new ArrayList<>(hand.grip.shadows(path.at(nanos)));
    if (held.contains(nanos)) {
      shadows.addAll(model.shadows(itemAt(nanos)));
    }
    return shadows;
  }

  private double openness(long nanos) {
    long before = held.fromNanos - nanos;
    long after = nanos - held.untilNanos;
    return Math.clamp((double) Math.max(before, after) / OPENING_NANOS, 0, 1);
  }
}
