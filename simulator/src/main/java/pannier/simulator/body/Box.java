package pannier.simulator.body;

import java.util.List;
import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Mesh.TextureArea;
import pannier.simulator.geometry.Vector;

/**
 * A carton. The wrap holds, from left to right, left side, front, right side and back; its top
 * tenth is the lid.
 *
 * @param gableMetres height of a milk carton's roof, 0 for a flat top
 */
public record Box(double widthMetres, double depthMetres, double heightMetres, double gableMetres)
    implements Body {
  private static final double LID = 0.1;

  @Override
  public Mesh mesh() {
    double x = widthMetres / 2;
    double y = depthMetres / 2;
    double low = -heightMetres / 2;
    double high = heightMetres / 2 - gableMetres;
    double a = depthMetres / (2 * (widthMetres + depthMetres));
    Mesh.Builder mesh = new Mesh.Builder();
    Vector[] base = {
      new Vector(-x, y, low), new Vector(-x, -y, low), new Vector(x, -y, low), new Vector(x, y, low)
    };
    double[] us = {0, a, 0.5, 0.5 + a, 1};
    for (int i = 0; i < 4; i++) {
      Vector left = base[i];
      Vector right = base[(i + 1) % 4];
      Vector rightTop = new Vector(right.x(), right.y(), high);
      Vector leftTop = new Vector(left.x(), left.y(), high);
      mesh.face(List.of(left, right, rightTop, leftTop), new TextureArea(us[i], LID, us[i + 1], 1));
    }
    mesh.face(List.of(base[0], base[3], base[2], base[1]), new TextureArea(0.8, 0, 1, LID / 2));
    roof(mesh, high);
    return mesh.build();
  }

  private void roof(Mesh.Builder mesh, double high) {
    double x = widthMetres / 2;
    double y = depthMetres / 2;
    Vector frontLeft = new Vector(-x, -y, high);
    Vector frontRight = new Vector(x, -y, high);
    Vector rearRight = new Vector(x, y, high);
    Vector rearLeft = new Vector(-x, y, high);
    TextureArea lid = new TextureArea(0, 0, 0.5, LID);
    if (gableMetres <= 0) {
      mesh.face(List.of(frontLeft, frontRight, rearRight, rearLeft), lid);
      return;
    }
    Vector ridgeLeft = new Vector(-x, 0, heightMetres / 2);
    Vector ridgeRight = new Vector(x, 0, heightMetres / 2);
    mesh.face(List.of(frontLeft, frontRight, ridgeRight, ridgeLeft), lid);
    mesh.face(List.of(rearRight, rearLeft, ridgeLeft, ridgeRight), lid);
    mesh.face(List.of(frontRight, rearRight, ridgeRight), lid);
    mesh.face(List.of(rearLeft, frontLeft, ridgeLeft), lid);
  }

  @Override
  public TextureArea front() {
    double a = depthMetres / (2 * (widthMetres + depthMetres));
    return new TextureArea(a, LID, 0.5, 1);
  }

  @Override
  public TextureArea back() {
    double a = depthMetres / (2 * (widthMetres + depthMetres));
    return new TextureArea(0.5 + a, LID, 1, 1);
  }

  @Override
  public double wrapAspect() {
    return 2 * (widthMetres + depthMetres) / (heightMetres - gableMetres) * (1 - LID);
  }

  @Override
  public double gloss() {
    return 0.12;
  }

  @Override
  public boolean restsLying() {
    return false;
  }
}
