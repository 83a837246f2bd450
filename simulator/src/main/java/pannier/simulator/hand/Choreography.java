package pannier.simulator.hand;

import java.util.ArrayList;
import java.util.List;
import pannier.simulator.body.Body;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Rotation;
import pannier.simulator.geometry.Vector;
import pannier.simulator.hand.Gesture.Hand;
import pannier.simulator.hand.Gesture.Span;
import pannier.simulator.render.Interior;
import pannier.simulator.render.Model;

/**
 * The ways of a hand over the rim. A reach into a trolley takes 0.5 to 0.8 s each way, and setting
 * something down about 0.3 s more: so do the crossings in the footage that the project is checked
 * with.
 */
public final class Choreography {
  private final Model model;
  private final Style style;
  private final Arm arm;

  public Choreography(Model model, Style style, Arm arm) {
    this.model = model;
    this.style = style;
    this.arm = arm;
  }

  /** How the item would lie at a spot of the basket's floor. */
  public Pose restAt(double xMetres, double yMetres) {
    Body body = model.body();
    boolean lying = body.restsLying();
    double half = (lying ? body.depthMetres() : body.heightMetres()) / 2;
    Vector position = new Vector(xMetres, yMetres, Interior.FLOOR_Z + half + 0.001);
    return new Pose(position, down().after(turn()));
  }

  private Rotation turn() {
    return Rotation.about(new Vector(0, 0, 1), style.yawRadians());
  }

  /** The carried frame's rotation when it is set down. */
  private Rotation down() {
    return model.body().restsLying() ? Rotation.pose(0, -Math.toRadians(84), 0) : Rotation.NONE;
  }

  private Rotation carried() {
    return Rotation.pose(0, -style.tipRadians(), style.leanRadians());
  }

  private long after(long nanos, double seconds) {
    return nanos + Math.round(seconds * 1e9 / style.pace());
  }

  /** Brings the item in; it is let go about 0.7 s after {@code overRimNanos}. */
  public Gesture put(Pose rest, long overRimNanos) {
    return put(rest, overRimNanos, 0);
  }

  /**
   * Brings the item in after having held it over the rim for a while.
   *
   * @param overRimNanos when it goes on from there
   * @param hesitationSeconds 0 for none
   */
  public Gesture put(Pose rest, long overRimNanos, double hesitationSeconds) {
    List<Path.Point> way = new ArrayList<>();
    Vector at = rest.position();
    long reached = overRimNanos - Math.round(hesitationSeconds * 1e9);
    way.add(point(after(reached, -0.5), outside(at), carried()));
    if (hesitationSeconds > 0) {
      way.add(point(reached, overRim(at), carried()));
      linger(way, overRim(at), reached, overRimNanos);
    }
    way.add(point(overRimNanos, overRim(at), carried()));
    way.add(point(after(overRimNanos, 0.36), aboveRest(at), carried().towards(down(), 0.35)));
    way.add(point(after(overRimNanos, 0.66), at, down()));
    long release = after(overRimNanos, 0.78);
    way.add(point(release, at, down()));
    leave(way, at, release);
    Span held = new Span(way.get(0).nanos(), release);
    return new Gesture(
        model, new Hand(arm, Grip.on(model.body(), style)), new Path(way), turn(), held);
  }

  /** A hand that waits is not still: it wanders by a centimetre or two and turns the item. */
  private void linger(List<Path.Point> way, Vector at, long fromNanos, long untilNanos) {
    long step = 350_000_000L;
    int number = 0;
    for (long nanos = fromNanos + step; nanos < untilNanos - step / 2; nanos += step) {
      double sway = 0.014 * StrictMath.sin(1.9 * ++number);
      Rotation turned = carried().after(Rotation.pose(0.15 * StrictMath.sin(number), 0, 0));
      way.add(point(nanos, at.plus(new Vector(sway, 0.3 * sway, 0.5 * sway)), turned));
    }
  }

  /**
   * Holds the item inside the rim, looks at it, and puts it back on the shelf.
   *
   * @param lookSeconds between coming in and going out
   */
  public Gesture show(Vector spot, long overRimNanos, double lookSeconds) {
    List<Path.Point> way = new ArrayList<>();
    Vector held = new Vector(spot.x(), spot.y(), Interior.FLOOR_Z + 0.3);
    long back = overRimNanos + Math.round(lookSeconds * 1e9);
    long inside = after(overRimNanos, 0.4);
    way.add(point(after(overRimNanos, -0.5), outside(held), carried()));
    way.add(point(overRimNanos, overRim(held), carried()));
    way.add(point(inside, held, carried()));
    linger(way, held, inside, after(back, -0.4));
    way.add(point(after(back, -0.3), held, carried()));
    way.add(point(back, overRim(held), carried()));
    long end = after(back, 0.5);
    way.add(point(end, outside(held), carried()));
    Span carriedFor = new Span(way.get(0).nanos(), end);
    return new Gesture(
        model, new Hand(arm, Grip.on(model.body(), style)), new Path(way), turn(), carriedFor);
  }

  private void leave(List<Path.Point> way, Vector at, long release) {
    Rotation upright = down().towards(Rotation.NONE, 0.6);
    way.add(point(after(release, 0.2), at.plus(new Vector(0, 0.03, 0.07)), upright));
    way.add(point(after(release, 0.5), overRim(at), Rotation.NONE));
    way.add(point(after(release, 0.95), outside(at), Rotation.NONE));
  }

  /**
   * Takes the item away from where it lies; it is grasped about 0.6 s before {@code overRimNanos}.
   */
  public Gesture take(Pose rest, long overRimNanos) {
    List<Path.Point> way = new ArrayList<>();
    Vector at = rest.position();
    long grasp = after(overRimNanos, -0.62);
    Rotation upright = down().towards(Rotation.NONE, 0.6);
    way.add(point(after(grasp, -1.0), outside(at), Rotation.NONE));
    way.add(point(after(grasp, -0.55), overRim(at), Rotation.NONE));
    way.add(point(after(grasp, -0.28), at.plus(new Vector(0, 0.04, 0.08)), upright));
    way.add(point(after(grasp, -0.1), at, down()));
    way.add(point(grasp, at, down()));
    way.add(point(after(overRimNanos, -0.3), aboveRest(at), down().towards(carried(), 0.65)));
    way.add(point(overRimNanos, overRim(at), carried()));
    long end = after(overRimNanos, 0.45);
    way.add(point(end, outside(at), carried()));
    Rotation turn = down().inverse().after(rest.rotation());
    return new Gesture(
        model,
        new Hand(arm, Grip.on(model.body(), style)),
        new Path(way),
        turn,
        new Span(grasp, end));
  }

  private static Path.Point point(long nanos, Vector position, Rotation rotation) {
    return new Path.Point(nanos, new Pose(position, rotation));
  }

  private Vector outside(Vector rest) {
    return new Vector(rest.x() * 0.5 + 0.05, 0.68, 0.42);
  }

  private Vector overRim(Vector rest) {
    double clear = model.body().heightMetres() / 2 + 0.03;
    return new Vector(rest.x() * 0.8, Interior.HALF_DEPTH, clear);
  }

  private Vector aboveRest(Vector rest) {
    return new Vector(rest.x(), rest.y() + 0.02, rest.z() + 0.11);
  }
}
