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
import pannier.domain.basket.Content;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.domain.evidence.WeightStep;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.domain.reconcile.Decision;
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

  @Test
  void poorPicturesAndTheRecordedScaleBookSevenMoves() throws IOException {
    Run run = play(new Sensors(1, true), samples(), sightings());
    assertEquals(
        List.of("out 1", "in 1", "out 2", "in 1", "in 1", "out 1", "in 1"),
        run.booked(),
        run.decisions()::toString);
    assertEquals(7, run.decisions().size());
    assertEquals(3, run.state().basket().pieces(WATER));
    assertTrue(run.state().open().isEmpty());
  }

  @Test
  void picturesWithoutTheScaleAskSevenTimesAndBookNothing() throws IOException {
    Run run = play(new Sensors(1, false), List.of(), sightings());
    assertEquals(7, run.decisions().size(), run.decisions()::toString);
    assertTrue(run.decisions().stream().allMatch(Decision.Asked.class::isInstance));
    assertEquals(3, run.state().basket().pieces(WATER));
  }

  @Test
  void theScaleWithoutPicturesBooksNothing() throws IOException {
    Run run = play(new Sensors(0, true), samples(), List.of());
    assertEquals(List.of(), run.booked());
    assertTrue(run.decisions().size() >= 4, run.decisions()::toString);
    assertEquals(3, run.state().basket().pieces(WATER));
  }

  private static final ProductId WATER = new ProductId("still-water-0.5l");

  private record Run(CartState state, List<Decision> decisions) {
    List<String> booked() {
      List<String> booked = new ArrayList<>();
      for (Decision decision : decisions) {
        if (decision instanceof Decision.Added added && added.product().equals(WATER)) {
          booked.add("in " + added.pieces());
        } else if (decision instanceof Decision.Removed gone && gone.product().equals(WATER)) {
          booked.add("out " + gone.pieces());
        }
      }
      return booked;
    }
  }

  private static Run play(Sensors sensors, List<LoadSample> load, List<Sighting> sightings)
      throws IOException {
    CartCore core = new CartCore(catalogue(), CartConfig.standard(sensors));
    CartState state = core.start(0);
    List<Decision> decisions = new ArrayList<>();
    for (long now = 20_000_000L; now < 41_000_000_000L; now += 20_000_000L) {
      long to = now;
      long from = now - 20_000_000L;
      List<Input> inputs =
          from == 0
              ? List.of(new Input.Start("t", List.of(new Content(WATER, 3)), false))
              : to >= 40_900_000_000L ? List.of(new Input.RecordEnded()) : List.of();
      List<VisionReport> vision =
          sensors.cameras() == 0
              ? List.of()
              : List.of(report(sightings, from - 300_000_000L, to - 300_000_000L));
      TickRecord record =
          new TickRecord(
              now,
              load.stream()
                  .filter(s -> s.timestampNanos() >= from && s.timestampNanos() < to)
                  .toList(),
              List.of(),
              vision,
              inputs);
      CartCore.Step step = core.tick(state, record);
      state = step.state();
      decisions.addAll(step.decisions());
    }
    return new Run(state, decisions);
  }

  private static VisionReport report(List<Sighting> sightings, long from, long to) {
    List<Sighting> now =
        sightings.stream()
            .filter(s -> s.timestampNanos() >= from && s.timestampNanos() < to)
            .toList();
    boolean active =
        sightings.stream().anyMatch(s -> Math.abs(s.timestampNanos() - to) < 600_000_000L);
    return new VisionReport(0, to, active, CameraState.TRUSTED, now);
  }

  /**
   * The truth of the recording, seen by a camera that is far from sure; two hands are two tracks.
   */
  private static List<Sighting> sightings() {
    int[] times = {7000, 11300, 17750, 17850, 22200, 27400, 31950, 34800};
    String ways = "oiooiioi";
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      Direction direction = ways.charAt(i) == 'o' ? Direction.OUT : Direction.IN;
      List<Candidate> candidates =
          List.of(
              new Candidate(WATER, 0.4),
              new Candidate(new ProductId("Alpro-Blueberry-Soyghurt"), 0.05),
              new Candidate(new ProductId("God-Morgon-Orange-Juice"), 0.05));
      sightings.add(
          new Sighting(
              i + 1, 0, times[i] * 1_000_000L, direction, 1, candidates, 0.3, List.of(), 0.5));
    }
    return sightings;
  }

  private static Catalogue catalogue() throws IOException {
    List<Product> products = new ArrayList<>();
    List<String> lines = Files.readAllLines(data("catalogue.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      products.add(
          new Product(
              new ProductId(cells[0]),
              cells[1],
              SaleUnit.PIECE,
              Money.parse(cells[3], Shop.EUR),
              new MassSpread(
                  Mass.ofGrams(Double.parseDouble(cells[5])), Double.parseDouble(cells[6])),
              List.of()));
    }
    return new Catalogue(Shop.EUR, products);
  }

  private static Path data(String name) {
    Path shared =
        Path.of(System.getProperty("pannier.shared", root().resolveSibling("shared").toString()));
    Path file = shared.resolve("data/trips/bottles").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), "no recorded trip at " + file);
    return file;
  }

  private static List<LoadSample> samples() throws IOException {
    Path file = data("scale.csv");
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
