package pannier.simulator.art;

import java.util.random.RandomGenerator;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import pannier.simulator.body.Bag;
import pannier.simulator.body.Body;
import pannier.simulator.body.Box;
import pannier.simulator.body.Tray;
import pannier.simulator.body.Turned;
import pannier.simulator.geometry.Mesh.TextureArea;

/** Paints a product's wrap: front, back with small print and barcode, sides, lid, base. */
public final class WrapPainter {
  private static final int LEAST_ROWS = 640;

  /** A module of an EAN-13 symbol at its nominal size (GS1 General Specifications, 5.2.6). */
  private static final double MODULE_METRES = 0.00033;

  /** Print is much finer than this; cameras that come nearest see a module on about as many. */
  private static final double LEAST_PX_A_MODULE = 2;

  /** Modules of a symbol with its quiet zones. */
  private static final int MODULES = 113;

  private final Livery livery;
  private final String gtin;

  /**
   * @param gtin that is printed on its back; empty for none
   */
  public WrapPainter(Livery livery, String gtin) {
    this.livery = livery;
    this.gtin = gtin;
  }

  /**
   * The whole wrap, 8-bit BGR. The caller releases it.
   *
   * @param random where print differs between shops but not between calls with equal seeds
   */
  public Mat paint(Body body, RandomGenerator random) {
    double finest = LEAST_PX_A_MODULE * aroundMetres(body) / MODULE_METRES / body.wrapAspect();
    int rows = Math.max(LEAST_ROWS, (int) Math.ceil(finest));
    int columns = (int) Math.round(rows * body.wrapAspect());
    Mat wrap = new Mat(rows, columns, CvType.CV_8UC3, livery.palette().material().bgr());
    switch (body) {
      case Box box -> {
        panel(wrap, new TextureArea(0, 0.1, 1, 1), this::side, random);
        parts(wrap, box, random);
        panel(wrap, new TextureArea(0, 0, 1, 0.1), (b, r) -> lid(b), random);
      }
      case Bag bag -> parts(wrap, bag, random);
      case Tray tray -> {
        panel(wrap, tray.front(), this::film, random);
        panel(wrap, tray.back(), back(body, wrap), random);
      }
      case Turned turned -> turned(wrap, turned, random);
    }
    return wrap;
  }

  /** What a wrap's width is once it is around the body. */
  private static double aroundMetres(Body body) {
    return switch (body) {
      case Box box -> 2 * (box.widthMetres() + box.depthMetres());
      case Bag bag -> 2 * bag.widthMetres();
      case Tray tray -> 2 * tray.widthMetres();
      case Turned turned -> Math.PI * turned.widthMetres();
    };
  }

  private void turned(Mat wrap, Turned body, RandomGenerator random) {
    if (body.kind() == Turned.Kind.FRUIT) {
      panel(wrap, TextureArea.ALL, this::peel, random);
      return;
    }
    TextureArea front = body.front();
    panel(wrap, new TextureArea(0, front.top(), 1, front.bottom()), this::side, random);
    parts(wrap, body, random);
    panel(wrap, new TextureArea(0, 0, 1, Turned.LID_ROW), (b, r) -> lid(b), random);
  }

  private void parts(Mat wrap, Body body, RandomGenerator random) {
    panel(wrap, body.front(), this::front, random);
    panel(wrap, body.back(), back(body, wrap), random);
  }

  private interface Painting {
    void paint(Brush brush, RandomGenerator random);
  }

  private static void panel(Mat wrap, TextureArea area, Painting painting, RandomGenerator random) {
    int left = (int) Math.round(area.left() * wrap.cols());
    int top = (int) Math.round(area.top() * wrap.rows());
    int right = (int) Math.round(area.right() * wrap.cols());
    int bottom = (int) Math.round(area.bottom() * wrap.rows());
    Mat part = wrap.submat(new Rect(left, top, right - left, bottom - top));
    painting.paint(new Brush(part), random);
    part.release();
  }

  private void front(Brush brush, RandomGenerator random) {
    Patterns.paint(brush, livery, random);
    double wide = brush.width() / brush.height();
    double pictureY = wide > 1.2 ? 0.6 : 0.56;
    Pictures.paint(brush, livery.picture(), brush.at(0.5, pictureY), Math.min(0.34, 0.2 / wide));
    brandPlate(brush, 0.07, 0.27);
    Colour ink = livery.palette().ground().ink();
    brush.text(livery.words().kind(), Livery.Face.BOLD, brush.box(0.08, 0.285, 0.92, 0.38), ink);
    variantMark(brush);
    brush.text(livery.words().size(), Livery.Face.PLAIN, brush.box(0.6, 0.91, 0.95, 0.97), ink);
  }

  private void brandPlate(Brush brush, double top, double bottom) {
    Livery.Brand brand = livery.brand();
    Point middle = brush.at(0.5, (top + bottom) / 2);
    double radiusY = (bottom - top) / 2 * brush.height() / brush.width();
    brush.ellipse(middle, 0.47, radiusY, 0, brand.ink());
    brush.ellipse(middle, 0.455, radiusY * 0.92, 0, brand.plate());
    double inset = (bottom - top) * 0.2;
    brush.text(
        brand.name(),
        brand.face(),
        brush.box(0.12, top + inset, 0.88, bottom - inset),
        brand.ink());
  }

  private void variantMark(Brush brush) {
    if (livery.words().variant().isEmpty()) {
      return;
    }
    Colour mark = livery.palette().mark();
    brush.rectangle(0.1, 0.79, 0.9, 0.89, mark);
    brush.text(
        livery.words().variant(),
        Livery.Face.BOLD,
        brush.box(0.14, 0.805, 0.86, 0.875),
        mark.ink());
  }

  private Painting back(Body body, Mat wrap) {
    double modulePx = MODULE_METRES / aroundMetres(body) * wrap.cols();
    return (brush, random) -> back(brush, random, modulePx);
  }

  private void back(Brush brush, RandomGenerator random, double modulePx) {
    Colour ground = livery.palette().ground().lighter(0.5);
    brush.fill(ground);
    brandPlate(brush, 0.03, 0.16);
    Colour ink = Colour.BLACK.lighter(0.2);
    for (double y = 0.2; y < 0.5; y += 0.028) {
      double end = 0.72 + 0.22 * random.nextDouble();
      brush.line(brush.at(0.07, y), brush.at(end, y), 0.012, ink);
    }
    for (double y = 0.54; y < 0.68; y += 0.035) {
      brush.line(brush.at(0.07, y), brush.at(0.93, y), 0.004, ink);
      brush.line(brush.at(0.1, y + 0.018), brush.at(0.5, y + 0.018), 0.012, ink);
      brush.line(brush.at(0.76, y + 0.018), brush.at(0.9, y + 0.018), 0.012, ink);
    }
    barcode(brush, modulePx);
  }

  private void barcode(Brush brush, double modulePx) {
    if (gtin.isEmpty()) {
      return;
    }
    double half = Math.min(0.44, MODULES * modulePx / 2 / brush.width());
    brush.rectangle(0.5 - half - 0.02, 0.71, 0.5 + half + 0.02, 0.97, Colour.WHITE);
    brush.bars(Gtin.modules(gtin), MODULES, brush.box(0.5 - half, 0.73, 0.5 + half, 0.92));
    brush.text(
        gtin,
        Livery.Face.PLAIN,
        brush.box(0.5 - 0.9 * half, 0.925, 0.5 + 0.9 * half, 0.965),
        Colour.BLACK);
  }

  private void side(Brush brush, RandomGenerator random) {
    Patterns.paint(brush, livery, random);
    brush.rectangle(0, 0.3, 1, 0.6, livery.palette().accent());
  }

  /** What lies in the tray shows through the film; a label is stuck across its upper part. */
  private void film(Brush brush, RandomGenerator random) {
    brush.fill(livery.palette().material());
    Colour content = livery.palette().accent();
    for (int i = 0; i < 90; i++) {
      Point middle = brush.at(0.07 + 0.86 * random.nextDouble(), 0.06 + 0.88 * random.nextDouble());
      Colour piece = content.towards(livery.palette().mark(), 0.5 * random.nextDouble());
      brush.ellipse(middle, 0.075, 0.06, 180 * random.nextDouble(), piece.darker(0.25));
      brush.ellipse(middle, 0.065, 0.05, 180 * random.nextDouble(), piece);
    }
    brush.rectangle(0.12, 0.1, 0.88, 0.42, livery.palette().ground());
    brandPlate(brush, 0.12, 0.26);
    Colour ink = livery.palette().ground().ink();
    brush.text(livery.words().kind(), Livery.Face.BOLD, brush.box(0.16, 0.27, 0.84, 0.35), ink);
    brush.text(livery.words().size(), Livery.Face.PLAIN, brush.box(0.5, 0.355, 0.84, 0.41), ink);
  }

  private void lid(Brush brush) {
    Colour lid = livery.palette().lid();
    brush.fill(lid);
    for (double x = 0; x < 1; x += 0.02) {
      brush.line(brush.at(x, 0.5), brush.at(x, 1), 0.003, lid.darker(0.25));
    }
  }

  private void peel(Brush brush, RandomGenerator random) {
    Colour ground = livery.palette().ground();
    brush.fill(ground);
    for (int i = 0; i < 1500; i++) {
      Colour pore = ground.towards(livery.palette().accent(), 0.25 + 0.3 * random.nextDouble());
      brush.disc(brush.at(random.nextDouble(), random.nextDouble()), 0.003, pore);
    }
    brush.rectangle(0, 0, 1, 0.05, livery.palette().lid());
    brush.rectangle(0, 0.97, 1, 1, livery.palette().lid().darker(0.3));
    brush.ellipse(brush.at(0.52, 0.42), 0.035, 0.035, 0, Colour.of(0x1E5FA8));
    brush.text(
        livery.brand().name(),
        Livery.Face.BOLD,
        brush.box(0.495, 0.405, 0.545, 0.435),
        Colour.WHITE);
  }
}
