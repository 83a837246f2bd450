package pannier.app.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.app.scale.ScaleFiles;
import pannier.app.workshop.Bench;
import pannier.app.workshop.Workshop;
import pannier.domain.calibration.Procedure;

class GuidedScaleTest {
  private static final int TRIES = 2_000;

  @TempDir Path data;

  @Test
  void theScreenGuidesThroughAllStepsAndWhatWasMeasuredIsKept() throws Exception {
    RehearsedCells cells = new RehearsedCells(4);
    Workshop.Place place = new Workshop.Place(data, List.of(), Optional.of(cells));
    try (Workshop workshop = new Workshop(place, InstantSource.system())) {
      workshop.open("Ann");
      workshop.calibrate(5_000);
      for (Procedure.Step step : Procedure.Step.values()) {
        String name = step.name().toLowerCase(Locale.ROOT);
        await(workshop, it -> it.step().equals(name) && it.state().equals("place"));
        cells.place(step, 5_000);
        workshop.placed();
      }
      Bench.ScaleStep done = await(workshop, it -> it.state().equals("done"));
      assertTrue(done.errorGrams() < 2.5, done::toString);
    }
    assertTrue(ScaleFiles.in(data).calibration().isPresent());
  }

  @Test
  void whoLeavesHalfWayChangesNothing() throws Exception {
    Workshop.Place place = new Workshop.Place(data, List.of(), Optional.of(new RehearsedCells(4)));
    try (Workshop workshop = new Workshop(place, InstantSource.system())) {
      workshop.open("Ann");
      workshop.calibrate(5_000);
      await(workshop, it -> it.step().equals("empty"));
      workshop.placed();
      workshop.left();
      assertEquals(Optional.empty(), workshop.bench());
    }
    assertEquals(Optional.empty(), ScaleFiles.in(data).calibration());
  }

  private static Bench.ScaleStep await(Workshop workshop, Predicate<Bench.ScaleStep> wanted) {
    for (int i = 0; i < TRIES; i++) {
      Bench.ScaleStep now = workshop.bench().orElseThrow().scale();
      if (wanted.test(now)) {
        return now;
      }
      LockSupport.parkNanos(10_000_000);
    }
    throw new AssertionError(workshop.bench().toString());
  }
}
