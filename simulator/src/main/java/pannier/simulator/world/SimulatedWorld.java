package pannier.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Direction;
import pannier.hal.Battery;
import pannier.hal.Camera;
import pannier.hal.LoadCells;
import pannier.hal.MotionSensor;
import pannier.simulator.fault.Fault;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Vector;
import pannier.simulator.hand.Arm;
import pannier.simulator.hand.Choreography;
import pannier.simulator.hand.Gesture;
import pannier.simulator.hand.Style;
import pannier.simulator.render.Interior;
import pannier.simulator.render.Model;
import pannier.simulator.render.View;
import pannier.simulator.ride.Journey;
import pannier.simulator.ride.Ride;
import pannier.simulator.scale.Climate;
import pannier.simulator.scale.Load;
import pannier.simulator.scale.SimulatedLoadCells;
import pannier.simulator.scale.Spot;
import pannier.simulator.shop.Article;
import pannier.simulator.world.BasketScene.Resting;

/**
 * A cart's basket and its devices on stepped time: what is put in is seen by the cameras and felt
 * by the cells. Time moves only by {@link #advanceTo}; equal seeds and deeds give equal readings.
 * OpenCV must have been loaded. One thread.
 */
public final class SimulatedWorld implements AutoCloseable {
  private final List<SimulatedCamera> cameras = new ArrayList<>();
  private final SimulatedLoadCells loadCells;
  private final SimulatedMotionSensor motionSensor;
  private final SimulatedBattery battery = new SimulatedBattery(0.9);
  private final RecordingLamp lamp = new RecordingLamp();
  private final RecordingBeeper beeper = new RecordingBeeper();
  private final WorldSpec spec;
  private final Journey journey = new Journey();
  private final BasketScene scene = new BasketScene();
  private final OverRim overRim;
  private final Wardrobe wardrobe;
  private final Places places;
  private final Arm arm;
  private final RandomGenerator random;
  private final List<Inside> inside = new ArrayList<>();
  private final List<ProductId> hidden = new ArrayList<>();
  private final List<Crossing> crossings = new ArrayList<>();
  private double ownGrams;
  private long nowNanos;

  private record Inside(
      ProductId product, double massGrams, Vector place, Resting item, Spot spot) {}

  public SimulatedWorld(WorldSpec spec) {
    this.spec = spec;
    Chance chance = new Chance(spec.seed());
    this.overRim = OverRim.of(spec.cameras());
    this.wardrobe = new Wardrobe(spec.articles(), new Chance(0));
    this.places = new Places(chance.of("places"));
    this.random = chance.of("deeds");
    this.arm = Arm.some(chance.of("arm"));
    this.loadCells = new SimulatedLoadCells(spec.converter(), journey, chance.of("load cells"));
    this.motionSensor = new SimulatedMotionSensor(journey, chance.of("motion"));
    for (int i = 0; i < spec.cameras().size(); i++) {
      cameras.add(new SimulatedCamera(spec.cameras().get(i), scene, chance.of("camera " + i)));
    }
  }

  /** Some way of handling an item, by the world's own chance. */
  public Style someStyle() {
    return Style.some(random);
  }

  /**
   * A piece goes in.
   *
   * @param overRimNanos when the hand is over the rim; at least 1 s from now
   * @return what truly happens
   */
  public Crossing put(ProductId product, Style style, long overRimNanos) {
    return put(product, style, overRimNanos, 0);
  }

  /**
   * A piece goes in after a hand has held it over the rim for a while.
   *
   * @param overRimNanos when the hand goes on from there; at least 1 s and the hesitation from now
   */
  public Crossing put(ProductId product, Style style, long overRimNanos, double hesitationSeconds) {
    Model model = wardrobe.piece(product, random);
    double massGrams = wardrobe.article(product).drawMassGrams(random);
    Vector place = places.take(model.body());
    Choreography choreography = new Choreography(model, style, arm);
    Pose rest = choreography.restAt(place.x(), place.y());
    Gesture gesture = choreography.put(rest, overRimNanos, hesitationSeconds);
    Resting item = land(gesture, rest, massGrams);
    inside.add(new Inside(product, massGrams, place, item, spot(place)));
    long released = gesture.held().untilNanos();
    return crossed(
        new Crossing(overRim.firstInside(gesture), released, Direction.IN, product, massGrams));
  }

  /** The hand lets go of it: it lies there and weighs on the cells. */
  private Resting land(Gesture gesture, Pose rest, double massGrams) {
    scene.add(gesture);
    long releaseNanos = gesture.held().untilNanos();
    Spot spot = spot(rest.position());
    press(
        spot,
        20 + 120 * random.nextDouble(),
        releaseNanos - 130_000_000L,
        releaseNanos + 90_000_000L);
    loadCells.add(
        new Load.Step(
            spot, massGrams, releaseNanos - 110_000_000L, releaseNanos + 10_000_000L, ringing()));
    return scene.lay(gesture.model(), rest, releaseNanos);
  }

  /**
   * The shopper's own things go in: the shop does not sell them, and nothing of them is to be paid.
   *
   * @param overRimNanos when the hand is over the rim; at least 1 s from now
   * @return when they are let go
   */
  public long putOwn(Article own, Style style, long overRimNanos) {
    Model model = Model.of(own, random);
    Vector place = places.take(model.body());
    Choreography choreography = new Choreography(model, style, arm);
    Pose rest = choreography.restAt(place.x(), place.y());
    Gesture gesture = choreography.put(rest, overRimNanos);
    double massGrams = own.drawMassGrams(random);
    ownGrams += massGrams;
    land(gesture, rest, massGrams);
    return gesture.held().untilNanos();
  }

  /**
   * A piece is held inside the rim, looked at, and put back on the shelf: nothing crosses.
   *
   * @param overRimNanos when the hand comes in over the rim; at least 1 s from now
   * @return when the hand is out again
   */
  public long show(ProductId product, Style style, long overRimNanos, double lookSeconds) {
    Model model = wardrobe.piece(product, random);
    Vector spot = new Vector(0.12 * random.nextGaussian(), 0.1, 0);
    Gesture gesture = new Choreography(model, style, arm).show(spot, overRimNanos, lookSeconds);
    scene.add(gesture);
    return gesture.span().untilNanos();
  }

  /**
   * A piece comes out: of several of the product, the one that came last and lies on top.
   *
   * @param overRimNanos when the hand is over the rim; at least 2 s from now
   * @throws IllegalArgumentException if none is in the basket
   */
  public Crossing take(ProductId product, Style style, long overRimNanos) {
    Inside found =
        inside.reversed().stream()
            .filter(each -> each.product.equals(product))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("%s is not in the basket".formatted(product)));
    inside.remove(found);
    places.free(found.place);
    Choreography choreography = new Choreography(found.item.model(), style, arm);
    Gesture gesture = choreography.take(found.item.pose(), overRimNanos);
    scene.add(gesture);
    long graspNanos = gesture.held().fromNanos();
    found.item.takenAt(graspNanos);
    press(
        found.spot,
        20 + 80 * random.nextDouble(),
        graspNanos - 150_000_000L,
        graspNanos + 20_000_000L);
    loadCells.add(
        new Load.Step(
            found.spot, -found.massGrams, graspNanos, graspNanos + 130_000_000L, ringing()));
    long outsideNanos = overRim.lastInside(gesture);
    return crossed(
        new Crossing(outsideNanos, outsideNanos, Direction.OUT, product, found.massGrams));
  }

  /**
   * A piece goes in that no camera can see: in a sleeve, in a fist, or under what lies there.
   *
   * @param overRimNanos when the hand is over the rim; at least 1 s from now
   */
  public Crossing hide(ProductId product, Style style, long overRimNanos) {
    Model model = wardrobe.piece(product, random);
    Choreography choreography = new Choreography(model, style, arm);
    Vector place = new Vector(0.1 * random.nextGaussian(), 0.1, 0);
    Gesture seen = choreography.put(choreography.restAt(place.x(), place.y()), overRimNanos);
    scene.add(seen.emptyHanded());
    long landed = seen.held().untilNanos();
    double massGrams = wardrobe.article(product).drawMassGrams(random);
    loadCells.add(new Load.Step(spot(place), massGrams, landed - 110_000_000L, landed, ringing()));
    hidden.add(product);
    return crossed(
        new Crossing(overRim.firstInside(seen), landed, Direction.IN, product, massGrams));
  }

  /**
   * Somebody leans, presses or lifts for a while.
   *
   * @param grams at its peak; negative lifts
   */
  public void lean(Spot spot, double grams, long fromNanos, long untilNanos) {
    loadCells.add(new Load.Lean(spot, grams, fromNanos, untilNanos));
  }

  /** Water drips out of it, or a bag leaks. */
  public void leak(Spot spot, double gramsPerSecond, long fromNanos, long untilNanos) {
    loadCells.add(new Load.Leak(spot, gramsPerSecond, fromNanos, untilNanos));
  }

  /** The cart rolls, tips or stands on a ramp. */
  public void move(Ride ride) {
    journey.add(ride);
  }

  /** The air is so much warmer or colder than at the start from an instant on. */
  public void air(double kelvin, long fromNanos) {
    loadCells.set(new Climate(kelvin, fromNanos, random));
  }

  /**
   * Something is wrong with a device, now or in the future.
   *
   * @throws IndexOutOfBoundsException for a camera that there is not
   */
  public void fail(Fault.OfDevice fault) {
    switch (fault) {
      case Fault.Camera camera -> cameras.get(camera.camera()).add(camera);
      case Fault.Scale scale -> loadCells.add(scale);
      case Fault.Motion motion -> motionSensor.add(motion);
    }
  }

  /** What {@link #fail} did is mended. */
  public void mend(Fault.OfDevice fault) {
    switch (fault) {
      case Fault.Camera camera -> cameras.get(camera.camera()).remove(camera);
      case Fault.Scale scale -> loadCells.remove(scale);
      case Fault.Motion motion -> motionSensor.remove(motion);
    }
  }

  /** A camera's latest picture as a JPEG, for people. */
  public byte[] snapshot(int camera) {
    return cameras.get(camera).snapshot();
  }

  /** What all that lies in the basket truly weighs. */
  public double contentGrams() {
    double bought =
        crossings.stream()
            .mapToDouble(
                each -> each.direction() == Direction.IN ? each.massGrams() : -each.massGrams())
            .sum();
    return bought + ownGrams;
  }

  private Crossing crossed(Crossing crossing) {
    crossings.add(crossing);
    return crossing;
  }

  private void press(Spot spot, double grams, long fromNanos, long untilNanos) {
    loadCells.add(new Load.Press(spot, grams, fromNanos, untilNanos));
  }

  private Load.Ringing ringing() {
    return new Load.Ringing(
        0.12 + 0.1 * random.nextDouble(),
        5 + 5 * random.nextDouble(),
        0.07 + 0.06 * random.nextDouble());
  }

  /** The camera looks from the front rim to the rear, so its right is the cart's left. */
  private static Spot spot(Vector place) {
    return new Spot(
        Math.clamp(0.5 - place.x() / (2 * Interior.HALF_WIDTH), 0.02, 0.98),
        Math.clamp(0.5 + place.y() / (2 * Interior.HALF_DEPTH), 0.02, 0.98));
  }

  /** Lets time pass. Devices have their readings ready afterwards. */
  public void advanceTo(long nanos) {
    nowNanos = Math.max(nowNanos, nanos);
    cameras.forEach(camera -> camera.advanceTo(nowNanos));
    loadCells.advanceTo(nowNanos);
    motionSensor.advanceTo(nowNanos);
    battery.advanceTo(nowNanos);
    lamp.advanceTo(nowNanos);
    beeper.advanceTo(nowNanos);
  }

  public long nowNanos() {
    return nowNanos;
  }

  /** What truly crossed the rim, or is about to, in the order of the deeds. */
  public List<Crossing> crossings() {
    return List.copyOf(crossings);
  }

  /** What truly lies in the basket after all deeds so far, pieces by product. */
  public Map<ProductId, Integer> basket() {
    Map<ProductId, Integer> pieces = new TreeMap<>();
    inside.forEach(each -> pieces.merge(each.product, 1, Integer::sum));
    hidden.forEach(product -> pieces.merge(product, 1, Integer::sum));
    return pieces;
  }

  /** The pieces that can be seen in the basket or on their way into it, oldest first. */
  public List<Lying> lying() {
    return inside.stream()
        .map(
            each ->
                new Lying(each.product, each.item.model(), each.item.pose(), each.item.fromNanos()))
        .toList();
  }

  /** A look at the basket from anywhere; the caller closes it. */
  public Gaze gaze(View view) {
    return new Gaze(scene, view);
  }

  /** What the crossing nearest to an instant was, if one is within two and a half seconds. */
  public Optional<Crossing> crossingNear(Direction direction, long nanos) {
    return crossings.stream()
        .filter(each -> each.direction() == direction)
        .filter(each -> Math.abs(each.nanos() - nanos) < 2_500_000_000L)
        .min((a, b) -> Long.compare(Math.abs(a.nanos() - nanos), Math.abs(b.nanos() - nanos)));
  }

  /**
   * An article of the shop.
   *
   * @throws IllegalArgumentException if the shop does not sell it
   */
  public Article article(ProductId product) {
    return wardrobe.article(product);
  }

  public WorldSpec spec() {
    return spec;
  }

  public List<Camera> cameras() {
    return List.copyOf(cameras);
  }

  public LoadCells loadCells() {
    return loadCells;
  }

  public MotionSensor motionSensor() {
    return motionSensor;
  }

  public Battery battery() {
    return battery;
  }

  public RecordingLamp lamp() {
    return lamp;
  }

  public RecordingBeeper beeper() {
    return beeper;
  }

  @Override
  public void close() {
    cameras.forEach(SimulatedCamera::close);
    loadCells.close();
    motionSensor.close();
    battery.close();
    lamp.close();
    beeper.close();
  }
}
