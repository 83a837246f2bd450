package pannier.domain.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.WeightStep;
import pannier.domain.scale.Scale;
import pannier.domain.scale.ScaleConfig;
import pannier.domain.scale.ScaleState;

/** The scale trace of the recorded trip: three bottles of 521 g, seven moves. */
class RecordedTripTest {

  @Test
  void theRecordedScaleMakesSevenSteps() throws IOException {
    List<WeightStep> steps = new ArrayList<>();
    Scale scale = new Scale(ScaleConfig.standard());
    ScaleState state = ScaleState.START;
    for (LoadSample sample : samples()) {
      Scale.Weighed weighed = scale.next(state, sample);
      state = weighed.state();
      weighed.step().ifPresent(steps::add);
    }
    int[] grams = {-521, 521, -1042, 521, 521, -521, 521};
    assertEquals(grams.length, steps.size(), steps::toString);
    for (int i = 0; i < grams.length; i++) {
      double measured = steps.get(i).change().mean().grams();
      double deviation = steps.get(i).change().standardDeviationGrams();
      assertTrue(Math.abs(measured - grams[i]) < 5, "step %d: %s".formatted(i, steps.get(i)));
      assertTrue(deviation < 1.5, "step %d: %s".formatted(i, steps.get(i)));
    }
  }

  private static List<LoadSample> samples() throws IOException {
    Path shared =
        Path.of(System.getProperty("pannier.shared", root().resolveSibling("shared").toString()));
    Path file = shared.resolve("data/trips/bottles/scale.csv");
    Assumptions.assumeTrue(Files.exists(file), "no recorded trip at " + file);
    List<LoadSample> samples = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      samples.add(
          new LoadSample(
              Long.parseLong(cells[0]) * 1_000_000,
              Double.parseDouble(cells[1]),
              Double.parseDouble(cells[2]),
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[4])));
    }
    return samples;
  }

  private static Path root() {
    Path path = Path.of("").toAbsolutePath();
    while (path.getParent() != null && !Files.exists(path.resolve("cart-app"))) {
      path = path.getParent();
    }
    return path;
  }
}
