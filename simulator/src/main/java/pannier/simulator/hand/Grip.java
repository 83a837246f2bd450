package pannier.simulator.hand;

import java.util.ArrayList;
import java.util.List;
import pannier.simulator.body.Body;
import pannier.simulator.body.Turned;
import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Surface;
import pannier.simulator.geometry.Surface.Joint;
import pannier.simulator.geometry.Vector;
import pannier.simulator.render.Shadow;
import pannier.simulator.render.Thing;

/**
 * How a hand holds an item, in the item's own frame as it is carried: the shopper stands behind it
 * (positive y), the camera sees its front. The palm lies at the back of a side, or above; fingers
 * reach round to the front and cover part of it.
 *
 * @param halfWidthMetres of what is held, from its middle to its side
 * @param halfDepthMetres from its middle to its front
 * @param heightMetres of the palm over its middle
 */
public record Grip(Hold hold, double halfWidthMetres, double halfDepthMetres, double heightMetres) {
  /**
   * Where a hand takes hold.
   *
   * @param reachMetres how far the fingertips lie on the front: 0.01 (an edge) to 0.06 (all over
   *     it)
   */
  public record Hold(Way way, double reachMetres) {
    public Hold {
      if (!(reachMetres >= 0 && reachMetres <= 0.08)) {
        throw new IllegalArgumentException("fingers reach %s m".formatted(reachMetres));
      }
    }
  }

  /** Half of what a hand can span from the side. */
  private static final double WIDEST_METRES = 0.06;

  private static final double FINGER = 0.0092;
  private static final double FINGER_STEP = 0.0205;

  /** How a body is held in a style; what a hand cannot span from the side is held at its top. */
  public static Grip on(Body body, Style style) {
    double sine = Math.abs(StrictMath.sin(style.yawRadians()));
    double cosine = Math.abs(StrictMath.cos(style.yawRadians()));
    boolean round = body instanceof Turned;
    double width = body.widthMetres() / 2;
    double depth = body.depthMetres() / 2;
    double across = round ? width : width * cosine + depth * sine;
    double along = round ? depth : width * sine + depth * cosine;
    Hold hold = style.hold();
    if (across > WIDEST_METRES) {
      hold = new Hold(Way.TOP, hold.reachMetres());
      along = Math.min(along, 0.025);
    }
    double palm = hold.way() == Way.TOP ? body.heightMetres() / 2 : body.heightMetres() * 0.1;
    return new Grip(hold, across, along, palm);
  }

  /** From where the palm comes. */
  public enum Way {
    RIGHT,
    LEFT,
    TOP
  }

  /**
   * The hand and its arm.
   *
   * @param pose of the held item as it is carried
   * @param openness 0 holding, 1 let go
   */
  public List<Thing> things(Arm arm, Pose pose, double openness) {
    List<Thing> things = new ArrayList<>();
    for (Limb limb : limbs(openness)) {
      Mesh mesh = Surface.capsule(placed(limb.from, pose), placed(limb.to, pose));
      things.add(new Thing(mesh, Pose.ORIGIN, limb.clothed ? arm.sleeve() : arm.hand(), 0.06));
    }
    return things;
  }

  /** What the hand and the arm keep from the light. */
  public List<Shadow> shadows(Pose pose) {
    List<Shadow> shadows = new ArrayList<>();
    Joint wrist = mirrored(wrist());
    Joint elbow = mirrored(elbow());
    for (double along : new double[] {0, 0.3, 0.6, 1}) {
      Joint joint = placed(wrist.towards(elbow, along), pose);
      shadows.add(new Shadow(joint.position(), joint.radiusMetres() * 1.2));
    }
    return shadows;
  }

  private record Limb(Joint from, Joint to, boolean clothed) {}

  private static Joint placed(Joint joint, Pose pose) {
    return new Joint(pose.apply(joint.position()), joint.radiusMetres());
  }

  private List<Limb> limbs(double openness) {
    List<Limb> limbs = new ArrayList<>();
    double open = Math.clamp(openness, 0, 1);
    switch (hold.way()) {
      case RIGHT, LEFT -> aside(limbs, open);
      case TOP -> above(limbs, open);
    }
    Joint wrist = wrist();
    Joint elbow = elbow();
    Joint cuff = wrist.towards(elbow, 0.17);
    limbs.add(new Limb(wrist, cuff, false));
    limbs.add(new Limb(new Joint(cuff.position(), 0.039), elbow, true));
    return limbs.stream()
        .map(limb -> new Limb(mirrored(limb.from), mirrored(limb.to), limb.clothed))
        .toList();
  }

  private Joint mirrored(Joint joint) {
    Vector p = joint.position();
    return hold.way() == Way.LEFT
        ? new Joint(new Vector(-p.x(), p.y(), p.z()), joint.radiusMetres())
        : joint;
  }

  private Joint wrist() {
    return switch (hold.way()) {
      case RIGHT, LEFT ->
          joint(halfWidthMetres + 0.02, halfDepthMetres + 0.07, heightMetres + 0.02, 0.027);
      case TOP -> joint(0.005, 0.07, heightMetres + 0.055, 0.027);
    };
  }

  private Joint elbow() {
    return switch (hold.way()) {
      case RIGHT, LEFT ->
          joint(halfWidthMetres + 0.1, halfDepthMetres + 0.42, heightMetres + 0.27, 0.055);
      case TOP -> joint(0.08, 0.42, heightMetres + 0.3, 0.055);
    };
  }

  private static Joint joint(double x, double y, double z, double radius) {
    return new Joint(new Vector(x, y, z), radius);
  }

  private void aside(List<Limb> limbs, double open) {
    double x = halfWidthMetres;
    double y = halfDepthMetres;
    double front = -y - FINGER;
    Joint heel = joint(x + 0.012, y + 0.03, heightMetres + 0.005, 0.026);
    limbs.add(new Limb(wrist(), heel, false));
    for (int i = 0; i < 4; i++) {
      double z = heightMetres + (1.5 - i) * FINGER_STEP;
      double length = i == 0 || i == 3 ? 0.8 : 1;
      double reach = Math.min(hold.reachMetres(), 1.5 * x) * length;
      Joint knuckle = joint(x + 0.014, y * 0.5, z, 0.0125);
      Joint bend = joint(x + 0.003 + 0.035 * open, front + 0.008 - 0.025 * open, z, FINGER);
      Joint tip =
          joint(x - reach + (reach + 0.03) * open, front - 0.05 * open, z + 0.01 * open, FINGER);
      limbs.add(new Limb(heel, knuckle, false));
      limbs.add(new Limb(knuckle, bend, false));
      limbs.add(new Limb(bend, tip, false));
    }
    Joint thumb = joint(x - 0.02 + 0.04 * open, y + 0.012, heightMetres + 0.05, 0.011);
    limbs.add(new Limb(heel, thumb, false));
  }

  private void above(List<Limb> limbs, double open) {
    double front = -halfDepthMetres - FINGER;
    double top = heightMetres;
    double down = Math.min(hold.reachMetres() * 1.2, 0.9 * top);
    Joint heel = joint(0, 0.03, top + 0.04, 0.026);
    limbs.add(new Limb(wrist(), heel, false));
    for (int i = 0; i < 4; i++) {
      double x = (i - 1.5) * FINGER_STEP;
      double length = i == 0 || i == 3 ? 0.8 : 1;
      Joint knuckle = joint(x, -0.01, top + 0.035, 0.0125);
      Joint bend = joint(x, front - 0.02 * open, top + 0.006 + 0.01 * open, FINGER);
      Joint tip =
          joint(x * 0.9, front - 0.05 * open, top - down * length * (1 - open), FINGER * 0.9);
      limbs.add(new Limb(heel, knuckle, false));
      limbs.add(new Limb(knuckle, bend, false));
      limbs.add(new Limb(bend, tip, false));
    }
    Joint thumb = joint(0.035, halfDepthMetres + 0.012 + 0.03 * open, top - 0.02, 0.011);
    limbs.add(new Limb(joint(0.035, 0.03, top + 0.035, 0.014), thumb, false));
  }
}
