package pannier.simulator.render;

import pannier.hal.WholePicture;
import pannier.simulator.geometry.Vector;

/**
 * A pinhole camera: where it stands, where it looks, what it sees.
 *
 * @param focalPx focal length in pixels, above zero
 */
public record View(Vector position, Vector target, double focalPx, Window window) {
  private static final Vector UP = new Vector(0, 0, 1);

  public View {
    if (!(focalPx > 0)) {
      throw new IllegalArgumentException("a focal length of %s pixels".formatted(focalPx));
    }
  }

  /** Whose picture's middle is where it looks. */
  public View(Vector position, Vector target, double focalPx, int widthPx, int heightPx) {
    this(position, target, focalPx, new Window(widthPx / 2.0, heightPx / 2.0, widthPx, heightPx));
  }

  /**
   * The part of all directions that is a picture.
   *
   * @param middleX where the point is that the view looks at, in pixels from the left edge
   * @param middleY the same from the top edge
   * @param widthPx 16 or more
   * @param heightPx 16 or more
   */
  public record Window(double middleX, double middleY, int widthPx, int heightPx) {
    public Window {
      if (widthPx < 16 || heightPx < 16) {
        throw new IllegalArgumentException("a view of %d x %d".formatted(widthPx, heightPx));
      }
    }

    private Window part(WholePicture.Place place, int times) {
      return new Window(
          (middleX - place.leftPx()) * times,
          (middleY - place.topPx()) * times,
          place.widthPx() * times,
          place.heightPx() * times);
    }
  }

  /** A part of the picture, of so many times as many pixels along and down. */
  public View part(WholePicture.Place place, int times) {
    return new View(position, target, focalPx * times, window.part(place, times));
  }

  public int widthPx() {
    return window.widthPx;
  }

  public int heightPx() {
    return window.heightPx;
  }

  /** Where a point appears: x and y in pixels, z its distance along the camera's axis in metres. */
  public Vector project(Vector point) {
    return axes().project(point);
  }

  Axes axes() {
    Vector forward = target.minus(position).unit();
    Vector right = forward.cross(UP).unit();
    return new Axes(this, right, right.cross(forward), forward);
  }

  /** The view's own directions, worked out once a picture. */
  record Axes(View view, Vector right, Vector up, Vector forward) {
    Vector project(Vector point) {
      Vector offset = point.minus(view.position);
      double depth = offset.dot(forward);
      double scale = view.focalPx / Math.max(1e-6, depth);
      return new Vector(
          view.window.middleX + offset.dot(right) * scale,
          view.window.middleY - offset.dot(up) * scale,
          depth);
    }

    /**
     * The point that appears there: the reverse of {@link #project}.
     *
     * @param depth its distance along the camera's axis in metres
     */
    Vector point(double x, double y, double depth) {
      double aside = (x - view.window.middleX) / view.focalPx * depth;
      double above = (view.window.middleY - y) / view.focalPx * depth;
      return view.position
          .plus(forward.times(depth))
          .plus(right.times(aside))
          .plus(up.times(above));
    }
  }
}
