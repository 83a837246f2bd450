package pannier.vision.rim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RimTest {
  @ParameterizedTest
  @CsvSource({"BELOW,10,70", "ABOVE,10,10", "LEFT,10,10", "RIGHT,90,40"})
  void depthGrowsTowardsTheBasket(BasketSide side, int x, int y) {
    boolean across = side == BasketSide.BELOW || side == BasketSide.ABOVE;
    Rim rim = across ? new Rim(0, 0.5, 1, 0.5, side) : new Rim(0.5, 0, 0.5, 1, side);
    RimMap map = rim.over(100, 80);
    int inBasket = y * 100 + x;
    int mirrored = (79 - y) * 100 + 99 - x;
    assertTrue(map.depthCells(inBasket) > 0);
    assertEquals(map.depthCells(inBasket), -map.depthCells(mirrored), 1e-4);
  }

  @Test
  void aSlantedRimMeasuresAtRightAngles() {
    RimMap map = new Rim(0, 0, 1, 1, BasketSide.BELOW).over(100, 100);
    assertEquals(10 * Math.sqrt(0.5), map.depthCells(30 * 100 + 20), 1e-4);
  }

  @Test
  void aRimOutsideThePictureIsRefusedByName() {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Rim(0, 1.2, 1, 0.5, BasketSide.BELOW));
    assertEquals("rim y0 is 1.2, must be 0 to 1 (a fraction of the picture)", refused.getMessage());
  }

  @Test
  void aRimWithoutLengthOrWithoutThatSideIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Rim(0.5, 0.5, 0.5, 0.5, BasketSide.BELOW));
    assertThrows(IllegalArgumentException.class, () -> new Rim(0.5, 0, 0.5, 1, BasketSide.BELOW));
  }
}
