package pannier.simulator.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Rect;
import org.opencv.core.Rect2d;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Pose;
import pannier.simulator.hand.Arm;
import pannier.simulator.hand.Choreography;
import pannier.simulator.hand.Gesture;
import pannier.simulator.hand.Style;
import pannier.simulator.render.Interior;
import pannier.simulator.render.Model;
import pannier.simulator.render.Seen;
import pannier.simulator.render.SensorNoise;
import pannier.simulator.render.Shadow;
import pannier.simulator.render.Stage;
import pannier.simulator.render.Thing;
import pannier.simulator.render.View;
import pannier.simulator.world.CameraSpec;

/**
 * Staff enrol a product with the cart itself: they put it into the empty basket some times, each
 * time turned a little, and the cart's own camera looks at it in the hand and lying. OpenCV must
 * have been loaded. Holds native memory; one thread.
 */
public final class CartViews implements AutoCloseable {
  /** Seconds after the rim is passed: twice in the hand, then lying free. */
  private static final double[] MOMENTS = {0.2, 0.5, 2};

  private static final long OVER_RIM_NANOS = 1_000_000_000L;
  private static final double MARGIN = 0.02;
  private static final double LEAST_SEEN = 0.6;

  /** Where noise lies on the sheet that all pictures share; which part is drawn for each. */
  private static final long NOISE_SEED = 1;

  private final List<Station> stations = new ArrayList<>();

  /** A camera before the empty basket. */
  private record Station(CameraSpec camera, Stage stage, SensorNoise noise) {
    View view() {
      return camera.view();
    }

    void close() {
      stage.close();
      noise.close();
    }
  }

  /** A product that is put in. */
  private record Showing(Model model, Gesture gesture, Pose rest) {}

  /** Before the empty baskets of two cameras. */
  public CartViews() {
    for (double aside : new double[] {-0.18, 0.18}) {
      CameraSpec camera = CameraSpec.overNearRim(aside);
      RandomGenerator sheet = new SplittableRandom(NOISE_SEED);
      View view = camera.view();
      Mat floor =
          new Mat(view.heightPx(), view.widthPx(), CvType.CV_8UC3, new Scalar(120, 124, 128));
      Stage stage = new Stage(view, camera.light());
      stage.setBackground(floor, Interior.things());
      floor.release();
      SensorNoise noise =
          new SensorNoise(view.widthPx(), view.heightPx(), camera.noiseLevelsRms(), sheet);
      stations.add(new Station(camera, stage, noise));
    }
  }

  /**
   * What the cameras show of a product that is put in so many times, cut out; to be released by the
   * caller.
   */
  public List<Mat> of(Model model, int times, RandomGenerator random) {
    List<Mat> views = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Choreography way = new Choreography(model, Style.some(random), Arm.some(random));
      double x = 0.4 * random.nextDouble() - 0.2;
      Pose rest = way.restAt(x, 0.04 + 0.12 * random.nextDouble());
      Showing showing = new Showing(model, way.put(rest, OVER_RIM_NANOS), rest);
      Station station = stations.get(i % stations.size());
      for (double moment : MOMENTS) {
        look(station, showing, moment, random).ifPresent(views::add);
      }
    }
    return views;
  }

  private static Optional<Mat> look(
      Station station, Showing showing, double seconds, RandomGenerator random) {
    long nanos = OVER_RIM_NANOS + Math.round(seconds * 1e9);
    Gesture gesture = showing.gesture;
    Model model = showing.model;
    boolean held = gesture.held().contains(nanos);
    Pose pose = held ? gesture.itemAt(nanos) : showing.rest;
    List<Thing> things = new ArrayList<>(gesture.thingsAt(nanos));
    List<Shadow> shadows = new ArrayList<>(gesture.shadowsAt(nanos));
    if (!held) {
      things.add(model.at(pose));
      shadows.addAll(model.shadows(pose));
    }
    Rect place = place(model.mesh(), pose, station.view());
    if (place.area() == 0) {
      return Optional.empty();
    }
    Mat picture = new Mat(station.view().heightPx(), station.view().widthPx(), CvType.CV_8UC3);
    station.stage.setStill(things, shadows);
    station.stage.drawStill(picture);
    station.noise.apply(picture, 0.92 + 0.16 * random.nextDouble(), random);
    if (!held) {
      cutOut(picture, place, model.mesh(), pose, station.view());
    }
    Mat view = picture.submat(place);
    Mat cut = view.clone();
    view.release();
    picture.release();
    return Optional.of(cut);
  }

  /** Where the item is seen; empty when too much of it is not. */
  private static Rect place(Mesh mesh, Pose pose, View view) {
    Rect2d seen = Seen.of(mesh, pose, view);
    double margin = MARGIN * Math.max(seen.width, seen.height);
    int left = Math.clamp((int) (seen.x - margin), 0, view.widthPx());
    int top = Math.clamp((int) (seen.y - margin), 0, view.heightPx());
    int right = Math.clamp((int) (seen.x + seen.width + margin), 0, view.widthPx());
    int bottom = Math.clamp((int) (seen.y + seen.height + margin), 0, view.heightPx());
    Rect place = new Rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    return place.area() < LEAST_SEEN * seen.area() ? new Rect() : place;
  }

  /** As vision cuts out what lies still: around it, its surroundings' mean colour. */
  private static void cutOut(Mat picture, Rect place, Mesh mesh, Pose pose, View view) {
    Mat outside = new Mat(picture.size(), CvType.CV_8UC1, new Scalar(255));
    MatOfPoint hull = Seen.outline(mesh, pose, view);
    Imgproc.fillConvexPoly(outside, hull, new Scalar(0));
    Mat pixels = picture.submat(place);
    Mat around = outside.submat(place);
    pixels.setTo(Core.mean(pixels, around), around);
    pixels.release();
    around.release();
    outside.release();
    hull.release();
  }

  @Override
  public void close() {
    stations.forEach(Station::close);
  }
}
