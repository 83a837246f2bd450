package pannier.app.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pannier.domain.calibration.Plateau;
import pannier.domain.calibration.Procedure;
import pannier.hal.absent.AbsentLoadConverters;

class WeigherTest {
  @Test
  void aRehearsedCourseEndsInACalibrationThatRepeats() {
    for (long seed = 0; seed < 10; seed++) {
      RehearsedCells cells = new RehearsedCells(seed);
      Weigher weigher = new Weigher(cells, () -> {});
      Procedure procedure = Procedure.start(2000, Double.NaN);
      Optional<Procedure.Done> done = Optional.empty();
      while (done.isEmpty()) {
        cells.place(procedure.next().orElseThrow(), 2000);
        switch (procedure.weigh(weigher.weigh().orElseThrow())) {
          case Procedure.Going(Procedure next) -> procedure = next;
          case Procedure.Done end -> done = Optional.of(end);
          case Procedure.Again again -> throw new AssertionError(again.reason());
          case Procedure.Refused refused -> throw new AssertionError(refused.reason());
        }
      }
      assertTrue(done.get().report().cornerErrorGrams() < 1, done.get()::toString);
    }
  }

  @Test
  void cellsThatSayNothingAreNotWaitedForForEver() {
    Optional<Plateau> none =
        new Weigher(new AbsentLoadConverters("none is fitted"), () -> {}).weigh();
    assertEquals(Optional.empty(), none);
    assertEquals(List.of(), new AbsentLoadConverters("none is fitted").drain());
  }
}
