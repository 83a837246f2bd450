package pannier.simulator.render;

import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Vector;
import pannier.simulator.render.Triangle.Weight;

/** Draws things onto a canvas as one view sees them. Holds scratch memory; one thread. */
final class Rasteriser {
  /** What a vertex carries: x, y, nearness, u and v over distance, brightness, glare. */
  private static final int FIELDS = 7;

  private static final double NEAREST_METRES = 0.05;

  private final View.Axes axes;
  private final Light light;
  private final Triangle triangle = new Triangle();
  private double[] screen = new double[0];
  private double shiftX;
  private double shiftY;

  Rasteriser(View view, Light light) {
    this.axes = view.axes();
    this.light = light;
  }

  /** Moves all that is drawn by a part of a pixel. */
  void shift(double x, double y) {
    shiftX = x;
    shiftY = y;
  }

  void draw(Canvas canvas, Thing thing) {
    Mesh mesh = thing.mesh();
    place(thing);
    for (int t = 0; t < mesh.triangleCount(); t++) {
      int a = mesh.corner(t, 0) * FIELDS;
      int b = mesh.corner(t, 1) * FIELDS;
      int c = mesh.corner(t, 2) * FIELDS;
      if (screen[a + 2] > 0 && screen[b + 2] > 0 && screen[c + 2] > 0) {
        fill(canvas, thing.texture(), a, b, c);
      }
    }
  }

  private void place(Thing thing) {
    Mesh mesh = thing.mesh();
    int needed = mesh.vertexCount() * FIELDS;
    if (screen.length < needed) {
      screen = new double[needed];
    }
    for (int i = 0; i < mesh.vertexCount(); i++) {
      Vector point =
          thing
              .pose()
              .apply(
                  new Vector(mesh.vertexData(i, 0), mesh.vertexData(i, 1), mesh.vertexData(i, 2)));
      Vector normal =
          thing
              .pose()
              .rotation()
              .apply(
                  new Vector(mesh.vertexData(i, 3), mesh.vertexData(i, 4), mesh.vertexData(i, 5)));
      Vector pixel = axes.project(point);
      int at = i * FIELDS;
      double nearness = pixel.z() < NEAREST_METRES ? 0 : 1 / pixel.z();
      screen[at] = pixel.x() + shiftX;
      screen[at + 1] = pixel.y() + shiftY;
      screen[at + 2] = nearness;
      screen[at + 3] = mesh.vertexData(i, 6) * nearness;
      screen[at + 4] = mesh.vertexData(i, 7) * nearness;
      screen[at + 5] = light.diffuse(normal);
      screen[at + 6] = thing.gloss() == 0 ? 0 : glare(thing, point, normal);
    }
  }

  private double glare(Thing thing, Vector point, Vector normal) {
    Vector towardsCamera = axes.view().position().minus(point).unit();
    return thing.gloss() * 200 * light.glare(normal, towardsCamera);
  }

  private void fill(Canvas canvas, Texture texture, int a, int b, int c) {
    double ax = screen[a];
    double ay = screen[a + 1];
    double abx = screen[b] - ax;
    double aby = screen[b + 1] - ay;
    double acx = screen[c] - ax;
    double acy = screen[c + 1] - ay;
    double area = abx * acy - aby * acx;
    if (area >= -1e-9) {
      return;
    }
    int left = Math.max(0, (int) Math.ceil(ax + Math.min(0, Math.min(abx, acx)) - 0.5));
    int right = Math.min(canvas.widthPx - 1, (int) (ax + Math.max(0, Math.max(abx, acx)) - 0.5));
    int top = Math.max(0, (int) Math.ceil(ay + Math.min(0, Math.min(aby, acy)) - 0.5));
    int bottom = Math.min(canvas.heightPx - 1, (int) (ay + Math.max(0, Math.max(aby, acy)) - 0.5));
    if (left > right || top > bottom) {
      return;
    }
    Texture.Level level = texture.level(texelsPerPixel(texture, a, b, c, -area));
    double inverse = 1 / area;
    double px = left + 0.5 - ax;
    double py = top + 0.5 - ay;
    triangle.begin(
        screen,
        new int[] {a + 2, b + 2, c + 2},
        new Weight((px * acy - py * acx) * inverse, acy * inverse, -acx * inverse),
        new Weight((py * abx - px * aby) * inverse, -aby * inverse, abx * inverse));
    triangle.wear(level);
    for (int y = top; y <= bottom; y++) {
      if (triangle.covers(y - top, right - left + 1)) {
        int from = left + triangle.first();
        canvas.touched.touch(y, from, left + triangle.last());
        triangle.draw(canvas, level, y * canvas.widthPx + from);
      }
    }
  }

  private double texelsPerPixel(Texture texture, int a, int b, int c, double areaPx2) {
    if (texture.isOneSize()) {
      return 1;
    }
    double ua = screen[a + 3] / screen[a + 2] * texture.widthPx();
    double ub = screen[b + 3] / screen[b + 2] * texture.widthPx();
    double uc = screen[c + 3] / screen[c + 2] * texture.widthPx();
    double va = screen[a + 4] / screen[a + 2] * texture.heightPx();
    double vb = screen[b + 4] / screen[b + 2] * texture.heightPx();
    double vc = screen[c + 4] / screen[c + 2] * texture.heightPx();
    double texels = Math.abs((ub - ua) * (vc - va) - (vb - va) * (uc - ua));
    return Math.sqrt(texels / Math.max(areaPx2, 1e-6));
  }
}
