package pannier.simulator.body;

import java.util.List;
import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Mesh.TextureArea;
import pannier.simulator.geometry.Vector;

/**
 * A tray under film, as meat and berries come in: its front is the film over what lies in it, its
 * walls fall in towards the back. The wrap's left half is the front, its right half the back; the
 * lowest rows are the walls.
 */
public record Tray(double widthMetres, double depthMetres, double heightMetres) implements Body {
  /** The back's size over the front's: trays nest. */
  private static final double TAPER = 0.86;

  private static final double WALL_ROW = 0.96;
  private static final TextureArea WALL = new TextureArea(0, 0.98, 1, 1);

  @Override
  public Mesh mesh() {
    List<Vector> rim = corners(-depthMetres / 2, 1);
    List<Vector> base = corners(depthMetres / 2, TAPER);
    Mesh.Builder mesh = new Mesh.Builder();
    mesh.face(rim, front());
    mesh.face(List.of(base.get(1), base.get(0), base.get(3), base.get(2)), back());
    for (int i = 0; i < 4; i++) {
      int next = (i + 1) % 4;
      mesh.face(List.of(base.get(i), base.get(next), rim.get(next), rim.get(i)), WALL);
    }
    return mesh.build();
  }

  /** Counter-clockwise seen from the front, from the lower left. */
  private List<Vector> corners(double y, double scale) {
    double x = scale * widthMetres / 2;
    double z = scale * heightMetres / 2;
    return List.of(
        new Vector(-x, y, -z), new Vector(x, y, -z), new Vector(x, y, z), new Vector(-x, y, z));
  }

  @Override
  public TextureArea front() {
    return new TextureArea(0, 0, 0.5, WALL_ROW);
  }

  @Override
  public TextureArea back() {
    return new TextureArea(0.5, 0, 1, WALL_ROW);
  }

  @Override
  public double wrapAspect() {
    return 2 * widthMetres / heightMetres * WALL_ROW;
  }

  @Override
  public double gloss() {
    return 0.55;
  }

  @Override
  public boolean restsLying() {
    return true;
  }
}
