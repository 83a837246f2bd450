package pannier.simulator.render;

import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect2d;
import org.opencv.imgproc.Imgproc;
import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Vector;

/** Where in a view a thing appears. */
public final class Seen {
  private Seen() {}

  /** The smallest upright rectangle around it in pixels, parts outside the picture included. */
  public static Rect2d of(Mesh mesh, Pose pose, View view) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Point pixel : corners(mesh, pose, view)) {
      left = Math.min(left, pixel.x);
      right = Math.max(right, pixel.x);
      top = Math.min(top, pixel.y);
      bottom = Math.max(bottom, pixel.y);
    }
    return new Rect2d(left, top, right - left, bottom - top);
  }

  private static Point[] corners(Mesh mesh, Pose pose, View view) {
    Point[] corners = new Point[mesh.vertexCount()];
    View.Axes axes = view.axes();
    for (int i = 0; i < corners.length; i++) {
      Vector own = new Vector(mesh.vertexData(i, 0), mesh.vertexData(i, 1), mesh.vertexData(i, 2));
      Vector pixel = axes.project(pose.apply(own));
      corners[i] = new Point(pixel.x(), pixel.y());
    }
    return corners;
  }

  /** The convex outline of a thing in pixels; the caller's. */
  public static MatOfPoint outline(Mesh mesh, Pose pose, View view) {
    Point[] points = corners(mesh, pose, view);
    MatOfPoint all = new MatOfPoint(points);
    MatOfInt corners = new MatOfInt();
    Imgproc.convexHull(all, corners);
    Point[] outline = new Point[corners.rows()];
    for (int i = 0; i < outline.length; i++) {
      outline[i] = points[(int) corners.get(i, 0)[0]];
    }
    all.release();
    corners.release();
    return new MatOfPoint(outline);
  }
}
