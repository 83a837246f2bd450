package pannier.simulator.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RotationTest {
  private static final Vector FRONT = new Vector(0, -1, 0);

  @Test
  void tippingTheTopAwayTurnsTheFrontUp() {
    near(new Vector(0, 0, 1), Rotation.pose(0, -Math.PI / 2, 0).apply(FRONT));
  }

  @Test
  void yawTurnsTheFrontAboutTheVertical() {
    near(new Vector(1, 0, 0), Rotation.pose(Math.PI / 2, 0, 0).apply(FRONT));
  }

  @Test
  void theWayBackUndoesIt() {
    Rotation rotation = Rotation.pose(0.4, -1.1, 2.2);
    near(FRONT, rotation.inverse().apply(rotation.apply(FRONT)));
    near(FRONT, rotation.after(rotation.inverse()).apply(FRONT));
  }

  @Test
  void halfWayIsHalfTheAngle() {
    Rotation quarter = Rotation.about(new Vector(0, 0, 1), Math.PI / 2);
    Rotation eighth = Rotation.about(new Vector(0, 0, 1), Math.PI / 4);
    near(eighth.apply(FRONT), Rotation.NONE.towards(quarter, 0.5).apply(FRONT));
  }

  private static void near(Vector expected, Vector actual) {
    assertEquals(
        0,
        expected.minus(actual).length(),
        1e-9,
        "expected %s, was %s".formatted(expected, actual));
  }
}
