package pannier.simulator.art;

import java.util.List;
import org.opencv.core.Point;

/** Draws the thing that is in the pack, about a centre, in units of a fraction of the width. */
final class Pictures {
  private static final Colour GREEN = Colour.of(0x3F8F3A);

  private final Brush brush;
  private final Point centre;
  private final double unit;

  private Pictures(Brush brush, Point centre, double unit) {
    this.brush = brush;
    this.centre = centre;
    this.unit = unit;
  }

  /**
   * @param radius of the picture as a fraction of the brush's width
   */
  static void paint(Brush brush, Livery.Picture picture, Point centre, double radius) {
    Pictures pictures = new Pictures(brush, centre, radius);
    switch (picture) {
      case NONE -> {}
      case GRAIN -> pictures.grain();
      case DROPS -> pictures.drops();
      case TOMATO -> pictures.tomato();
      case CHICKPEAS -> pictures.heap(Colour.of(0xD9B36C), 0.3);
      case STAR -> pictures.star();
      case STRAWBERRY -> pictures.strawberry();
      case HONEYCOMB -> pictures.honeycomb();
      case CHILLI -> pictures.chilli();
      case BEANS -> pictures.heap(Colour.of(0x5A331B), 0.24);
      case LEAF -> pictures.leaf();
      case BUBBLES -> pictures.bubbles();
      case PEEL -> {}
    }
  }

  private Point off(double x, double y) {
    return new Point(centre.x + x * unit * brush.width(), centre.y + y * unit * brush.width());
  }

  private void disc(double x, double y, double radius, Colour colour) {
    brush.disc(off(x, y), radius * unit, colour);
  }

  private void grain() {
    Colour gold = Colour.of(0xC8963C);
    brush.line(off(0.1, 1), off(-0.1, -0.8), 0.05 * unit, gold.darker(0.3));
    for (int i = 0; i < 6; i++) {
      double y = -0.8 + 0.24 * i;
      brush.ellipse(off(-0.28, y), 0.24 * unit, 0.1 * unit, 50, gold);
      brush.ellipse(off(0.24, y + 0.06), 0.24 * unit, 0.1 * unit, -50, gold.lighter(0.25));
    }
  }

  private void drops() {
    Colour blue = Colour.of(0x2F8FD0);
    double[][] places = {{-0.4, 0.2, 0.38}, {0.35, -0.2, 0.45}, {0.1, 0.6, 0.25}};
    for (double[] p : places) {
      disc(p[0], p[1], p[2], blue);
      brush.polygon(
          List.of(
              off(p[0] - p[2] * 0.9, p[1] - p[2] * 0.3),
              off(p[0], p[1] - p[2] * 2.1),
              off(p[0] + p[2] * 0.9, p[1] - p[2] * 0.3)),
          blue);
      disc(p[0] - p[2] * 0.3, p[1] - p[2] * 0.1, p[2] * 0.25, Colour.WHITE);
    }
  }

  private void tomato() {
    Colour red = Colour.of(0xD3281E);
    disc(-0.35, 0.1, 0.6, red.darker(0.15));
    disc(0.3, 0.2, 0.68, red);
    disc(0.1, -0.05, 0.14, red.lighter(0.6));
    for (int i = 0; i < 5; i++) {
      double angle = Math.PI * (1.1 + 0.2 * i);
      brush.line(
          off(0.3, -0.35),
          off(0.3 + 0.45 * StrictMath.cos(angle), -0.35 + 0.4 * StrictMath.sin(angle)),
          0.1 * unit,
          GREEN);
    }
  }

  private void heap(Colour colour, double size) {
    for (int row = 0; row < 4; row++) {
      for (int i = 0; i <= row + 1; i++) {
        double x = (i - (row + 1) / 2.0) * 0.46;
        double y = -0.6 + row * 0.4;
        brush.ellipse(
            off(x, y), size * unit, size * 0.8 * unit, 30 * i, colour.darker(0.1 * (i % 3)));
        brush.ellipse(
            off(x - 0.06, y - 0.07),
            size * 0.35 * unit,
            size * 0.2 * unit,
            30 * i,
            colour.lighter(0.35));
      }
    }
  }

  private void star() {
    Point[] tips = new Point[10];
    for (int i = 0; i < 10; i++) {
      double angle = Math.PI * (i / 5.0 - 0.5);
      double reach = i % 2 == 0 ? 1 : 0.42;
      tips[i] = off(reach * StrictMath.cos(angle), reach * StrictMath.sin(angle));
    }
    brush.polygon(List.of(tips), Colour.of(0xF2C230));
  }

  private void strawberry() {
    Colour red = Colour.of(0xC8102E);
    brush.polygon(List.of(off(-0.75, -0.15), off(0.75, -0.15), off(0, 1)), red);
    disc(-0.36, -0.2, 0.42, red);
    disc(0.36, -0.2, 0.42, red);
    for (int row = 0; row < 4; row++) {
      for (int i = -2 + row / 2; i <= 2 - row / 2; i++) {
        brush.ellipse(
            off(i * 0.25, -0.2 + row * 0.25), 0.03 * unit, 0.06 * unit, 0, Colour.of(0xF7D87C));
      }
    }
    brush.ellipse(off(-0.3, -0.6), 0.4 * unit, 0.12 * unit, 20, GREEN);
    brush.ellipse(off(0.3, -0.6), 0.4 * unit, 0.12 * unit, -20, GREEN);
  }

  private void honeycomb() {
    for (int row = -2; row <= 2; row++) {
      for (int i = -2; i <= 2; i++) {
        double x = i * 0.5 + (row % 2 == 0 ? 0 : 0.25);
        Point[] corners = new Point[6];
        for (int c = 0; c < 6; c++) {
          double angle = Math.PI * (c / 3.0 + 1.0 / 6);
          corners[c] =
              off(x + 0.26 * StrictMath.cos(angle), row * 0.43 + 0.26 * StrictMath.sin(angle));
        }
        brush.polygon(List.of(corners), Colour.of((row + i) % 2 == 0 ? 0xE6A01E : 0xC97F10));
      }
    }
  }

  private void chilli() {
    Colour red = Colour.of(0xE03A10);
    for (int i = 0; i < 9; i++) {
      double along = i / 8.0;
      disc(-0.7 + 1.4 * along, -0.4 + 0.9 * along * along, 0.3 * (1 - 0.8 * along), red);
    }
    brush.line(off(-0.75, -0.45), off(-1, -0.8), 0.12 * unit, GREEN);
  }

  private void leaf() {
    brush.ellipse(off(-0.25, 0), 0.8 * unit, 0.36 * unit, -50, GREEN);
    brush.ellipse(off(0.35, 0.2), 0.7 * unit, 0.3 * unit, 40, GREEN.lighter(0.25));
    brush.line(off(-0.8, 0.6), off(0.3, -0.6), 0.04 * unit, GREEN.darker(0.5));
  }

  private void bubbles() {
    double[][] places = {{-0.4, 0.3, 0.45}, {0.3, -0.2, 0.6}, {-0.3, -0.6, 0.28}, {0.5, 0.7, 0.25}};
    for (double[] p : places) {
      disc(p[0], p[1], p[2], Colour.of(0xBFE9F5));
      disc(p[0], p[1], p[2] * 0.86, Colour.of(0x58C1DE));
      disc(p[0] - p[2] * 0.35, p[1] - p[2] * 0.35, p[2] * 0.22, Colour.WHITE);
    }
  }
}
