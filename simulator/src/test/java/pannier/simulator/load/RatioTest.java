package pannier.simulator.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {
  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertEquals(new Ratio(2.5, 1, 9), Ratio.of(List.of(9.0, 1.0, 2.0, 3.0)));
  }

  @Test
  void theMedianOfAnOddNumberIsTheMiddleOne() {
    assertEquals(new Ratio(2, 1, 9), Ratio.of(List.of(9.0, 1.0, 2.0)));
  }
}
