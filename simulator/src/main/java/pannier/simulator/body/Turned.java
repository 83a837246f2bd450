package pannier.simulator.body;

import java.util.ArrayList;
import java.util.List;
import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Mesh.TextureArea;
import pannier.simulator.geometry.Surface;
import pannier.simulator.geometry.Surface.Ring;

/**
 * A body of revolution: can, jar, bottle or fruit. The wrap goes once round, the front in its
 * middle; its rows from the top are lid, shoulder, label and base.
 *
 * @param radiusMetres of its widest part
 */
public record Turned(Kind kind, double radiusMetres, double heightMetres) implements Body {
  /** Its rows on the wrap: lid above this one, shoulder below it. */
  public static final double LID_ROW = 0.12;

  /** The label begins here. */
  public static final double LABEL_ROW = 0.32;

  /** The label ends here, the base begins. */
  public static final double BASE_ROW = 0.9;

  /** What is turned. */
  public enum Kind {
    CAN,
    JAR,
    BOTTLE,
    FRUIT
  }

  @Override
  public Mesh mesh() {
    return Surface.revolve(
        switch (kind) {
          case CAN -> can();
          case JAR -> jar();
          case BOTTLE -> bottle();
          case FRUIT -> fruit();
        },
        36);
  }

  private List<Ring> can() {
    List<Ring> rings = new ArrayList<>();
    add(rings, 0, 0.97, 0.0, 0.88, 0.97, 0.03, 0.9, 1, 0.08, 0.97, 1, 0.1);
    add(rings, 1, 0.985, LID_ROW, 0.985, 0.97, LID_ROW + 0.01, 0.985, 0.03, BASE_ROW);
    add(rings, 1, 0.025, 0.91, 0.98, 0, 0.95, 0, 0, 1);
    return rings;
  }

  private List<Ring> jar() {
    List<Ring> rings = new ArrayList<>();
    add(rings, 0, 1, 0, 0.82, 1, 0.05, 0.86, 0.985, 0.06, 0.86, 0.86, LID_ROW);
    add(rings, 0.82, 0.85, LID_ROW + 0.01, 0.9, 0.8, 0.2, 1, 0.7, 0.26, 1, 0.68, 0.31);
    add(rings, 1.005, 0.67, LABEL_ROW, 1.005, 0.14, BASE_ROW, 1, 0.13, 0.91, 1, 0.05, 0.95);
    add(rings, 0.9, 0, 0.98, 0, 0, 1);
    return rings;
  }

  private List<Ring> bottle() {
    List<Ring> rings = new ArrayList<>();
    add(rings, 0, 1, 0, 0.4, 1, 0.03, 0.44, 0.99, 0.05, 0.44, 0.92, LID_ROW);
    add(rings, 0.36, 0.915, LID_ROW + 0.01, 0.38, 0.86, 0.16, 0.62, 0.76, 0.21, 0.88, 0.68, 0.25);
    add(rings, 1, 0.6, 0.3, 1, 0.58, 0.31, 0.985, 0.57, LABEL_ROW, 0.985, 0.24, BASE_ROW);
    add(rings, 1, 0.23, 0.905, 1, 0.08, 0.95, 0.9, 0, 0.99, 0, 0.01, 1);
    return rings;
  }

  private static List<Ring> unitSphere() {
    List<Ring> rings = new ArrayList<>();
    for (int i = 0; i <= 16; i++) {
      double angle = Math.PI * i / 16;
      double dimple = i == 0 ? 0.04 : 0;
      rings.add(
          new Ring(StrictMath.sin(angle), 0.5 + 0.5 * StrictMath.cos(angle) - dimple, i / 16.0));
    }
    return rings;
  }

  private List<Ring> fruit() {
    List<Ring> rings = new ArrayList<>();
    for (Ring ring : unitSphere()) {
      add(rings, ring.radiusMetres(), ring.heightMetres(), ring.v());
    }
    return rings;
  }

  /** Rings as radius and height in fractions of the body, and texture row. */
  private void add(List<Ring> rings, double... radiusHeightRow) {
    for (int i = 0; i < radiusHeightRow.length; i += 3) {
      rings.add(
          new Ring(
              radiusHeightRow[i] * radiusMetres,
              (radiusHeightRow[i + 1] - 0.5) * heightMetres,
              radiusHeightRow[i + 2]));
    }
  }

  @Override
  public TextureArea front() {
    return kind == Kind.FRUIT
        ? TextureArea.ALL
        : new TextureArea(0.25, kind == Kind.CAN ? LID_ROW + 0.01 : LABEL_ROW, 0.75, BASE_ROW);
  }

  @Override
  public TextureArea back() {
    return new TextureArea(0.75, kind == Kind.CAN ? LID_ROW + 0.01 : LABEL_ROW, 1, BASE_ROW);
  }

  @Override
  public double wrapAspect() {
    double labelMetres =
        switch (kind) {
          case CAN -> 0.94 * heightMetres;
          case JAR -> 0.53 * heightMetres;
          case BOTTLE -> 0.33 * heightMetres;
          case FRUIT -> heightMetres;
        };
    double rows = kind == Kind.FRUIT ? 1 : front().bottom() - front().top();
    return 2 * Math.PI * radiusMetres / (labelMetres / rows);
  }

  @Override
  public double widthMetres() {
    return 2 * radiusMetres;
  }

  @Override
  public double depthMetres() {
    return 2 * radiusMetres;
  }

  @Override
  public double gloss() {
    return switch (kind) {
      case CAN -> 0.5;
      case JAR, BOTTLE -> 0.8;
      case FRUIT -> 0.2;
    };
  }

  @Override
  public boolean restsLying() {
    return kind == Kind.BOTTLE;
  }
}
