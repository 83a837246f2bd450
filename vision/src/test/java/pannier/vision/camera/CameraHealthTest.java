package pannier.vision.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import pannier.domain.evidence.CameraState;
import pannier.vision.motion.SmallPicture;

class CameraHealthTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 90;
  private static final long FRAME_NANOS = 33_000_000;

  private final CameraHealth health = new CameraHealth();
  private final Random random = new Random(3);
  private long nowNanos;

  @Test
  void aBasketIsTrusted() {
    assertEquals(CameraState.TRUSTED, after(5, CameraHealthTest::basket));
  }

  @Test
  void aCoveredLensIsFoundWithinASecondAndRecovers() {
    after(5, CameraHealthTest::basket);
    assertEquals(CameraState.COVERED, after(1, (x, y) -> 45 + x / 16));
    assertEquals(CameraState.TRUSTED, after(1, CameraHealthTest::basket));
  }

  @Test
  void aLensCoveredFromTheStartIsFound() {
    assertEquals(CameraState.COVERED, after(1, (x, y) -> 60));
  }

  @Test
  void aDarkPictureIsFoundWithinASecondAndRecovers() {
    after(5, CameraHealthTest::basket);
    assertEquals(CameraState.DARK, after(1, (x, y) -> basket(x, y) / 20));
    assertEquals(CameraState.TRUSTED, after(1, CameraHealthTest::basket));
  }

  @Test
  void aBlurredLensIsFoundWithinASecondAndRecovers() {
    after(5, CameraHealthTest::basket);
    DoubleUnaryOperator wave = x -> 40 * Math.sin(x / 25);
    assertEquals(CameraState.BLURRED, after(1, (x, y) -> 140 + (int) wave.applyAsDouble(x + y)));
    assertEquals(CameraState.TRUSTED, after(1, CameraHealthTest::basket));
  }

  @Test
  void aFrozenCameraIsFoundWithinASecondAndRecoversAtOnce() {
    after(5, CameraHealthTest::basket);
    SmallPicture stuck = picture(CameraHealthTest::basket);
    for (int i = 0; i < 30; i++) {
      nowNanos += FRAME_NANOS;
      health.judge(new SmallPicture(nowNanos, WIDTH, HEIGHT, bytes(stuck)));
    }
    assertEquals(CameraState.FROZEN, health.state());
    assertEquals(CameraState.TRUSTED, health.judge(picture(CameraHealthTest::basket)));
  }

  @Test
  void footageWithoutNoiseIsNotFrozen() {
    SmallPicture still = picture(CameraHealthTest::basket);
    for (int i = 0; i < 300; i++) {
      nowNanos += FRAME_NANOS;
      health.judge(new SmallPicture(nowNanos, WIDTH, HEIGHT, bytes(still)));
      assertEquals(CameraState.TRUSTED, health.state());
    }
  }

  @Test
  void anItemHeldCloseToTheLensDoesNotCoverIt() {
    after(5, CameraHealthTest::basket);
    IntBinaryOperator carton = (x, y) -> x > 20 && x < 70 && y > 30 && y < 50 ? 60 : 225;
    assertEquals(CameraState.TRUSTED, after(2, carton));
  }

  @Test
  void aBasketEmptiedOfItsOnlySharpThingIsNotBlurred() {
    after(5, (x, y) -> x > 60 && x < 90 && y > 30 && y < 70 ? 30 : 140 + y / 3);
    assertEquals(CameraState.TRUSTED, after(3, (x, y) -> 140 + y / 3));
  }

  private static int basket(int x, int y) {
    return (x % 20 < 2 ? 70 : 140) + (y > 60 ? 40 : 0);
  }

  private CameraState after(double seconds, IntBinaryOperator scene) {
    for (int i = 0; i * FRAME_NANOS < seconds * 1e9; i++) {
      health.judge(picture(scene));
    }
    return health.state();
  }

  private SmallPicture picture(IntBinaryOperator scene) {
    nowNanos += FRAME_NANOS;
    byte[] bgr = new byte[3 * WIDTH * HEIGHT];
    for (int cell = 0; cell < WIDTH * HEIGHT; cell++) {
      int value = scene.applyAsInt(cell % WIDTH, cell / WIDTH) + random.nextInt(3);
      for (int c = 0; c < 3; c++) {
        bgr[3 * cell + c] = (byte) value;
      }
    }
    return new SmallPicture(nowNanos, WIDTH, HEIGHT, bgr);
  }

  private static byte[] bytes(SmallPicture picture) {
    byte[] bgr = new byte[3 * picture.cells()];
    for (int i = 0; i < bgr.length; i++) {
      bgr[i] = (byte) picture.value(i);
    }
    return bgr;
  }
}
