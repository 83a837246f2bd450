package pannier.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import pannier.simulator.hand.Gesture;
import pannier.simulator.render.Interior;
import pannier.simulator.render.Light;
import pannier.simulator.render.Shadow;
import pannier.simulator.render.Stage;
import pannier.simulator.render.Thing;
import pannier.simulator.render.View;
import pannier.simulator.world.BasketScene.Resting;

/**
 * The basket as a person sees it from somewhere: without a camera's blur, noise, exposure and
 * faults, and without any effect on the world's chance. OpenCV must have been loaded. Holds native
 * memory; one thread.
 */
public final class Gaze implements AutoCloseable {
  private final BasketScene scene;
  private final Stage stage;
  private final Mat picture;
  private List<Resting> still = List.of();
  private boolean drawn;
  private boolean moved;

  Gaze(BasketScene scene, View view) {
    this.scene = scene;
    this.stage = new Stage(view, Light.CEILING);
    this.picture =
        new Mat(view.heightPx(), view.widthPx(), CvType.CV_8UC3, new Scalar(120, 124, 128));
    stage.setBackground(picture, Interior.things());
  }

  /** Draws an instant; false if it looks as it was drawn last. */
  public boolean look(long nanos) {
    List<Gesture> gestures = scene.gesturesIn(nanos, nanos + 1);
    List<Resting> resting = scene.restingAt(nanos);
    boolean changed = !resting.equals(still);
    if (drawn && !changed && !moved && gestures.isEmpty()) {
      return false;
    }
    if (changed) {
      still = resting;
      stage.setStill(
          resting.stream().map(Resting::thing).toList(),
          resting.stream().flatMap(item -> item.shadows().stream()).toList());
    }
    List<Thing> things = new ArrayList<>();
    List<Shadow> shadows = new ArrayList<>();
    for (Gesture gesture : gestures) {
      things.addAll(gesture.thingsAt(nanos));
      shadows.addAll(gesture.shadowsAt(nanos));
    }
    stage.draw(List.of(things), shadows, picture);
    moved = !gestures.isEmpty();
    drawn = true;
    return true;
  }

  /** What was drawn last, 8-bit BGR; stays this one's, and is drawn over. */
  public Mat picture() {
    return picture;
  }

  @Override
  public void close() {
    stage.close();
    picture.release();
  }
}
