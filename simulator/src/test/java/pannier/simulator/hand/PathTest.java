package pannier.simulator.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.simulator.geometry.Pose;
import pannier.simulator.geometry.Vector;

class PathTest {
  private static final Vector A = new Vector(0, 0.6, 0.4);
  private static final Vector B = new Vector(0, 0.2, 0.1);
  private static final Vector C = new Vector(0.1, 0.1, -0.2);
  private static final Path PATH =
      new Path(List.of(point(1_000, A), point(500_001_000, B), point(900_001_000, C)));

  @Test
  void goesThroughItsPointsAndRestsAtItsEnds() {
    assertEquals(A, PATH.at(0).position());
    assertEquals(0, PATH.at(500_001_000).position().minus(B).length(), 1e-9);
    assertEquals(C, PATH.at(5_000_000_000L).position());
  }

  @Test
  void neverJumps() {
    for (long nanos = 0; nanos < 1_000_000_000L; nanos += 1_000_000) {
      double step = PATH.at(nanos + 1_000_000).position().minus(PATH.at(nanos).position()).length();
      // Two metres a second is a fast hand.
      assertTrue(step < 0.002, "%s m in a millisecond at %d".formatted(step, nanos));
    }
  }

  @Test
  void pointsMustFollowEachOther() {
    assertThrows(IllegalArgumentException.class, () -> new Path(List.of(point(5, A), point(5, B))));
  }

  private static Path.Point point(long nanos, Vector position) {
    return new Path.Point(nanos, Pose.at(position));
  }
}
