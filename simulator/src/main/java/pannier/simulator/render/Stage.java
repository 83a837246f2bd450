package pannier.simulator.render;

import java.util.Collections;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The basket in front of one camera, in three layers: the empty interior, what lies in it, and what
 * moves. Only the layers that changed are drawn again, and of a picture in which something moves
 * only the rows that it changes. Holds native memory; one thread.
 */
public final class Stage implements AutoCloseable {
  private static final int STILL_MOMENTS = 4;

  private final Compositor compositor;
  private final Rows all;
  private final Layer empty;
  private final Layer still;
  private final Layer frame;
  private final Mat stillPicture;

  public Stage(View view, Light light) {
    this.compositor = new Compositor(view, light);
    this.all = new Rows(0, view.heightPx());
    this.empty = Layer.deep(view.widthPx(), view.heightPx());
    this.still = Layer.deep(view.widthPx(), view.heightPx());
    this.frame = Layer.flat(view.widthPx(), view.heightPx());
    this.stillPicture = new Mat(view.heightPx(), view.widthPx(), CvType.CV_8UC3);
  }

  /** Sets the scene before anything lies in it: things over an 8-bit BGR picture. */
  public void setBackground(Mat picture, List<Thing> things) {
    setBehind(picture, moments(things));
    setStill(List.of(), List.of());
  }

  /**
   * Sets the whole scene, with edges as a pixel's middle sees them: for a lens that blurs more than
   * a pixel.
   *
   * @param empty what is there before anything lies in it, over the picture
   */
  public void setRoughScene(
      Mat picture, List<Thing> empty, List<Thing> still, List<Shadow> shadows) {
    setBehind(picture, List.of(empty));
    setStillMoments(List.of(still), shadows);
  }

  private void setBehind(Mat picture, List<List<Thing>> moments) {
    Layer backdrop = Layer.deep(empty.widthPx, empty.heightPx);
    backdrop.copyFrom(picture);
    compositor.receive(backdrop);
    empty.copyFrom(backdrop, all);
    compositor.compose(backdrop, List.of(), moments, empty);
  }

  /** Says what lies still. */
  public void setStill(List<Thing> things, List<Shadow> shadows) {
    setStillMoments(moments(things), shadows);
  }

  private void setStillMoments(List<List<Thing>> moments, List<Shadow> shadows) {
    compositor.receive(empty);
    still.copyFrom(empty, all);
    compositor.compose(empty, shadows, moments, still);
    compositor.receive(still);
    still.copyTo(stillPicture, all);
  }

  private static List<List<Thing>> moments(List<Thing> things) {
    return Collections.nCopies(STILL_MOMENTS, things);
  }

  /**
   * Draws one exposure.
   *
   * @param moments 1 to 8 moments of it, each with the things that move
   * @param out 8-bit BGR of the view's size
   */
  public void draw(List<List<Thing>> moments, List<Shadow> shadows, Mat out) {
    drawStill(out);
    Rows changed = compositor.compose(still, shadows, moments, frame);
    frame.copyTo(out, changed);
  }

  /** The picture while nothing moves. */
  public void drawStill(Mat out) {
    stillPicture.copyTo(out);
  }

  @Override
  public void close() {
    stillPicture.release();
  }
}
