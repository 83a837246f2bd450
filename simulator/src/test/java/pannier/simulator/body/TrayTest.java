package pannier.simulator.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Vector;

class TrayTest {
  private static final Mesh MESH = new Tray(0.14, 0.04, 0.2).mesh();

  private static Vector corner(int triangle, int corner) {
    int vertex = MESH.corner(triangle, corner);
    return new Vector(
        MESH.vertexData(vertex, 0), MESH.vertexData(vertex, 1), MESH.vertexData(vertex, 2));
  }

  @Test
  void everyFaceLooksOutwards() {
    for (int i = 0; i < MESH.triangleCount(); i++) {
      Vector first = corner(i, 0);
      Vector normal = corner(i, 1).minus(first).cross(corner(i, 2).minus(first));
      assertTrue(normal.dot(first) > 0, "triangle " + i);
    }
  }

  /** By the divergence theorem, as only a closed surface gives it: that of a frustum. */
  @Test
  void itIsClosedAndHoldsWhatAFrustumHolds() {
    double volume = 0;
    for (int i = 0; i < MESH.triangleCount(); i++) {
      volume += corner(i, 0).dot(corner(i, 1).cross(corner(i, 2))) / 6;
    }
    double rim = 0.14 * 0.2;
    double base = rim * 0.86 * 0.86;
    assertEquals(0.04 / 3 * (rim + base + Math.sqrt(rim * base)), volume, 1e-12);
  }

  @Test
  void theFilmIsTheFront() {
    Vector normal = corner(0, 1).minus(corner(0, 0)).cross(corner(0, 2).minus(corner(0, 0)));
    assertEquals(new Vector(0, -1, 0), normal.unit());
  }
}
