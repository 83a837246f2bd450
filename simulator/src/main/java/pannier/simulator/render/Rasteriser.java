package pannier.simulator.render;

import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Vector;

/** Draws things onto a canvas as one view sees them. Holds scratch memory; one thread. */
final class Rasteriser {
  /** What a vertex carries: x, y, nearness, u and v over distance, brightness, glare. */
  private static final int FIELDS = 7;

  private static final double NEAREST_METRES = 0.05;

  private final View.Axes axes;
  private final Light light;
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
    double bx = screen[b];
    double by = screen[b + 1];
    double cx = screen[c];
    double cy = screen[c + 1];
    double area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (area >= -1e-9) {
      return;
    }
    int left = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx)) - 0.5));
    int right = Math.min(canvas.widthPx - 1, (int) (Math.max(ax, Math.max(bx, cx)) - 0.5));
    int top = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(by, cy)) - 0.5));
    int bottom = Math.min(canvas.heightPx - 1, (int) (Math.max(ay, Math.max(by, cy)) - 0.5));
    if (left > right || top > bottom) {
      return;
    }
    canvas.touched(left, top, right, bottom);
    Texture.Level level = texture.level(texelsPerPixel(texture, a, b, c, -area));
    double inverse = 1 / area;
    double stepB = (cy - ay) * inverse;
    double stepC = -(by - ay) * inverse;
    for (int y = top; y <= bottom; y++) {
      double py = y + 0.5 - ay;
      double px = left + 0.5 - ax;
      double wb = px * stepB - py * (cx - ax) * inverse;
      double wc = px * stepC + py * (bx - ax) * inverse;
      int at = y * canvas.widthPx + left;
      for (int x = left; x <= right; x++) {
        if (wb >= 0 && wc >= 0 && wb + wc <= 1) {
          pixel(canvas, level, at, new Weights(a, b, c, wb, wc));
        }
        wb += stepB;
        wc += stepC;
        at++;
      }
    }
  }

  private double texelsPerPixel(Texture texture, int a, int b, int c, double areaPx2) {
    double ua = screen[a + 3] / screen[a + 2] * texture.widthPx();
    double ub = screen[b + 3] / screen[b + 2] * texture.widthPx();
    double uc = screen[c + 3] / screen[c + 2] * texture.widthPx();
    double va = screen[a + 4] / screen[a + 2] * texture.heightPx();
    double vb = screen[b + 4] / screen[b + 2] * texture.heightPx();
    double vc = screen[c + 4] / screen[c + 2] * texture.heightPx();
    double texels = Math.abs((ub - ua) * (vc - va) - (vb - va) * (uc - ua));
    return Math.sqrt(texels / Math.max(areaPx2, 1e-6));
  }

  /** Where in a triangle a pixel lies: its corners in {@link #screen} and two of its weights. */
  private record Weights(int a, int b, int c, double wb, double wc) {
    double mix(double[] screen, int field) {
      double atA = screen[a + field];
      return atA + wb * (screen[b + field] - atA) + wc * (screen[c + field] - atA);
    }
  }

  private void pixel(Canvas canvas, Texture.Level level, int at, Weights weights) {
    double nearness = weights.mix(screen, 2);
    if ((float) nearness <= canvas.nearness[at]) {
      return;
    }
    canvas.nearness[at] = (float) nearness;
    double distance = 1 / nearness;
    canvas.argb[at] =
        shade(
            level,
            weights.mix(screen, 3) * distance,
            weights.mix(screen, 4) * distance,
            weights.mix(screen, 5),
            weights.mix(screen, 6));
  }

  private static int shade(Texture.Level level, double u, double v, double bright, double glare) {
    double x = Math.clamp(u, 0, 1) * (level.width - 1);
    double y = Math.clamp(v, 0, 1) * (level.height - 1);
    int x0 = (int) x;
    int y0 = (int) y;
    int x1 = Math.min(x0 + 1, level.width - 1);
    int y1 = Math.min(y0 + 1, level.height - 1);
    int fx = (int) ((x - x0) * 256);
    int fy = (int) ((y - y0) * 256);
    int[] rgb = level.rgb;
    int upper = blend(rgb[y0 * level.width + x0], rgb[y0 * level.width + x1], fx);
    int lower = blend(rgb[y1 * level.width + x0], rgb[y1 * level.width + x1], fx);
    int texel = blend(upper, lower, fy);
    int red = Math.min(255, (int) ((texel >> 16 & 255) * bright + glare));
    int green = Math.min(255, (int) ((texel >> 8 & 255) * bright + glare));
    int blue = Math.min(255, (int) ((texel & 255) * bright + glare));
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }

  private static int blend(int from, int to, int weight256) {
    int redBlue = from & 0xFF00FF;
    int green = from & 0x00FF00;
    redBlue += (((to & 0xFF00FF) - redBlue) * weight256) >> 8;
    green += (((to & 0x00FF00) - green) * weight256) >> 8;
    return (redBlue & 0xFF00FF) | (green & 0x00FF00);
  }
}
