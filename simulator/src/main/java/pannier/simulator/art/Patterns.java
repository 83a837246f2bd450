package pannier.simulator.art;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.opencv.core.Point;

/** Covers a pack's ground. */
final class Patterns {
  private Patterns() {}

  static void paint(Brush brush, Livery livery, RandomGenerator random) {
    Colour ground = livery.palette().ground();
    Colour accent = livery.palette().accent();
    brush.fill(ground);
    switch (livery.pattern()) {
      case PLAIN -> brush.rectangle(0, 0.86, 1, 1, accent);
      case STRIPES -> stripes(brush, accent);
      case DIAGONALS -> diagonals(brush, accent);
      case DOTS -> dots(brush, accent);
      case WAVES -> waves(brush, accent);
      case CHECKS -> checks(brush, accent);
      case RAYS -> rays(brush, accent);
      case PATCHES -> patches(brush, accent, random);
      case BANDS -> bands(brush, accent);
    }
  }

  private static void stripes(Brush brush, Colour accent) {
    for (double x = 0; x < 1; x += 0.2) {
      brush.rectangle(x, 0, x + 0.1, 1, accent);
    }
  }

  private static void diagonals(Brush brush, Colour accent) {
    double rise = brush.height() / brush.width();
    for (double x = -rise; x < 1; x += 0.34) {
      brush.line(brush.at(x, 1), brush.at(x + rise, 0), 0.1, accent);
    }
  }

  private static void dots(Brush brush, Colour accent) {
    double step = 0.16 * brush.width() / brush.height();
    int row = 0;
    for (double y = 0.04; y < 1; y += step) {
      for (double x = row % 2 == 0 ? 0.05 : 0.13; x < 1; x += 0.16) {
        brush.disc(brush.at(x, y), 0.035, accent);
      }
      row++;
    }
  }

  private static void waves(Brush brush, Colour accent) {
    for (int wave = 0; wave < 3; wave++) {
      List<Point> outline = new ArrayList<>();
      double base = 0.7 + 0.1 * wave;
      for (double x = 0; x <= 1.001; x += 0.05) {
        outline.add(brush.at(x, base + 0.03 * StrictMath.sin(7 * x + 2 * wave)));
      }
      outline.add(brush.at(1, 1));
      outline.add(brush.at(0, 1));
      brush.polygon(outline, accent.lighter(0.4 - 0.2 * wave));
    }
  }

  private static void checks(Brush brush, Colour accent) {
    double step = 0.1 * brush.width() / brush.height();
    int row = 0;
    for (double y = 0; y < 1; y += step) {
      for (double x = row % 2 == 0 ? 0 : 0.1; x < 1; x += 0.2) {
        brush.rectangle(x, y, x + 0.1, y + step, accent);
      }
      row++;
    }
  }

  private static void rays(Brush brush, Colour accent) {
    Point centre = brush.at(0.5, 0.55);
    double reach = brush.width() + brush.height();
    for (int ray = 0; ray < 12; ray++) {
      double from = ray * Math.PI / 6;
      double to = from + Math.PI / 12;
      brush.polygon(
          List.of(
              centre,
              new Point(
                  centre.x + reach * StrictMath.cos(from), centre.y + reach * StrictMath.sin(from)),
              new Point(
                  centre.x + reach * StrictMath.cos(to), centre.y + reach * StrictMath.sin(to))),
          accent);
    }
  }

  private static void patches(Brush brush, Colour accent, RandomGenerator random) {
    for (int patch = 0; patch < 9; patch++) {
      Point centre = brush.at(random.nextDouble(), 0.3 + 0.7 * random.nextDouble());
      for (int lobe = 0; lobe < 4; lobe++) {
        Point beside =
            new Point(
                centre.x + random.nextGaussian() * 0.05 * brush.width(),
                centre.y + random.nextGaussian() * 0.05 * brush.width());
        double radius = 0.05 + 0.05 * random.nextDouble();
        brush.ellipse(beside, radius, radius * 0.7, random.nextInt(180), accent);
      }
    }
  }

  private static void bands(Brush brush, Colour accent) {
    brush.rectangle(0, 0, 1, 0.08, accent);
    brush.rectangle(0, 0.1, 1, 0.12, accent);
    brush.rectangle(0, 0.84, 1, 0.86, accent);
    brush.rectangle(0, 0.88, 1, 1, accent);
  }
}
