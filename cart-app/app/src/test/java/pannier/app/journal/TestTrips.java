package pannier.app.journal;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.Input;
import pannier.domain.trip.Sensors;
import pannier.domain.trip.TickRecord;

/** A small shop and tick records of a trip in it: milk goes in at 3 s, and out again at 9 s. */
public final class TestTrips {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final long TICK_NANOS = 20_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final ProductId MILK = new ProductId("milk");

  private TestTrips() {}

  public static Catalogue catalogue() {
    return new Catalogue(
        EUR,
        List.of(
            product("milk", 109, 1035, 5, List.of("9521234567899")),
            product("apple", 40, 170, 18, List.of())));
  }

  private static Product product(
      String id, long cents, double grams, double spreadGrams, List<String> codes) {
    return new Product(
        new ProductId(id),
        id,
        SaleUnit.PIECE,
        new Money(cents, EUR),
        new MassSpread(Mass.ofGrams(grams), spreadGrams),
        codes);
  }

  public static TripSetup setup() {
    return TripSetup.of(0, "", catalogue(), CartConfig.standard(new Sensors(1, true)));
  }

  /** Twelve seconds of a trip, the same each time. */
  public static List<TickRecord> ticks() {
    SplittableRandom random = new SplittableRandom(7);
    List<TickRecord> ticks = new ArrayList<>();
    for (long nanos = 0; nanos < 12 * SECOND; nanos += TICK_NANOS) {
      ticks.add(
          new TickRecord(nanos, load(nanos, random), motion(nanos), vision(nanos), inputs(nanos)));
    }
    return ticks;
  }

  private static List<LoadSample> load(long nanos, SplittableRandom random) {
    double cell = nanos >= 3 * SECOND && nanos < 9 * SECOND ? 1035.0 / 4 : 0;
    return List.of(
        new LoadSample(
            nanos,
            cell + random.nextGaussian() * 0.3,
            cell + random.nextGaussian() * 0.3,
            cell + random.nextGaussian() * 0.3,
            cell + random.nextGaussian() * 0.3));
  }

  private static List<MotionSample> motion(long nanos) {
    return nanos % SECOND == 0 ? List.of(new MotionSample(nanos, 0.4, 0.02)) : List.of();
  }

  private static List<VisionReport> vision(long nanos) {
    List<Sighting> seen = new ArrayList<>();
    if (nanos == 3 * SECOND || nanos == 9 * SECOND) {
      Direction direction = nanos == 3 * SECOND ? Direction.IN : Direction.OUT;
      Code code = new Code(Code.Symbology.EAN_13, "9521234567899");
      seen.add(
          new Sighting(
              (int) (nanos / SECOND),
              0,
              nanos,
              direction,
              1,
              List.of(new Candidate(MILK, 0.97)),
              0.02,
              List.of(code),
              0.8));
    }
    return List.of(new VisionReport(0, nanos, false, CameraState.TRUSTED, seen));
  }

  private static List<Input> inputs(long nanos) {
    return nanos == 0
        ? List.of(new Input.Start("t-1", List.<Content>of(), false))
        : nanos == 11 * SECOND ? List.of(new Input.CallStaff()) : List.of();
  }
}
