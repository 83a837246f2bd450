package pannier.simulator.render;

import pannier.simulator.geometry.Vector;

/**
 * A pinhole camera: where it stands, where it looks, what it sees.
 *
 * @param focalPx focal length in pixels, above zero
 * @param widthPx of the picture
 * @param heightPx of the picture
 */
public record View(Vector position, Vector target, double focalPx, int widthPx, int heightPx) {
  private static final Vector UP = new Vector(0, 0, 1);

  public View {
    if (!(focalPx > 0) || widthPx < 16 || heightPx < 16) {
      throw new IllegalArgumentException("a view of %d x %d".formatted(widthPx, heightPx));
    }
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
          view.widthPx / 2.0 + offset.dot(right) * scale,
          view.heightPx / 2.0 - offset.dot(up) * scale,
          depth);
    }
  }
}
