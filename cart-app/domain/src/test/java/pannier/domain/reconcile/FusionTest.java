package pannier.domain.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Sighting;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;

final class FusionTest {
  private static final int PRODUCTS = 1000;
  private static final Currency EUR = Currency.getInstance("EUR");

  private static final Fusion FUSION = new Fusion(shop(), ReconcileConfig.Pictures.standard());

  @Test
  void camerasThatCannotTellAThousandProductsApartDoNotCallTheThingUnknown() {
    Crossing crossing = FUSION.of(List.of(seen(0, 0.15, 0.02, 20), seen(1, 0.15, 0.02, 20)));
    assertTrue(crossing.unknown() < 0.1, () -> "unknown " + crossing.unknown());
  }

  @Test
  void camerasThatBothDoubtAreDoubtedTogether() {
    Crossing crossing = FUSION.of(List.of(seen(0, 0.8, 0.1, 2), seen(1, 0.8, 0.1, 2)));
    assertTrue(crossing.unknown() > 0.85, () -> "unknown " + crossing.unknown());
  }

  @Test
  void whatBothCamerasNameIsSurerThanWhatOneNames() {
    Crossing crossing = FUSION.of(List.of(seen(0, 0.05, 0.3, 2), seen(1, 0.05, 0.3, 2)));
    assertTrue(crossing.probability(product(0)) > 0.4, crossing::toString);
  }

  @Test
  void whatNoCameraNamesKeepsItsShare() {
    Crossing crossing = FUSION.of(List.of(seen(0, 0.1, 0.02, 20), seen(1, 0.1, 0.02, 20)));
    double named = crossing.candidates().stream().mapToDouble(Candidate::probability).sum();
    assertEquals(1, named + crossing.unknown() + crossing.rest(), 1e-9);
    assertTrue(crossing.rest() > 0.1, crossing::toString);
  }

  @Test
  void aCameraThatSawSomethingElseDoesNotOutvoteOneThatSaw() {
    Sighting seen = seen(0, 0.1, 0.3, 2);
    Sighting strayed = seen(1, 0.1, 0.04, 1);
    Crossing crossing = FUSION.of(List.of(seen, strayed));
    double odds = crossing.probability(product(0)) / crossing.probability(product(1));
    assertTrue(odds > 1 && odds < 15, () -> "odds " + odds);
  }

  @Test
  void aRankingThatIsInDoubtIsBelievedLess() {
    double clear = odds(FUSION.of(List.of(ranked(0, 0.05), ranked(1, 0.05))));
    double doubtful = odds(FUSION.of(List.of(ranked(0, 0.6), ranked(1, 0.6))));
    assertTrue(clear > 20 && doubtful > 1 && doubtful < 6, () -> clear + " " + doubtful);
  }

  private static double odds(Crossing crossing) {
    return crossing.probability(product(0)) / crossing.probability(product(1));
  }

  /** A sighting in which the first of two products is nineteen times as likely as the second. */
  private static Sighting ranked(int camera, double unknown) {
    List<Candidate> candidates =
        List.of(
            new Candidate(product(0), 0.95 * (1 - unknown)),
            new Candidate(product(1), 0.05 * (1 - unknown)));
    return new Sighting(
        1, camera, 1_000_000_000L, Direction.IN, 1, candidates, unknown, List.of(), 0.8);
  }

  /** A sighting that names the first so many products, each with the same probability. */
  private static Sighting seen(int camera, double unknown, double each, int named) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < named; i++) {
      candidates.add(new Candidate(product(i), each));
    }
    return new Sighting(
        1, camera, 1_000_000_000L, Direction.IN, 1, candidates, unknown, List.of(), 0.8);
  }

  private static Catalogue shop() {
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      products.add(
          new Product(
              product(i),
              "product " + i,
              SaleUnit.PIECE,
              new Money(100, EUR),
              new MassSpread(Mass.ofGrams(100 + i), 2),
              List.of()));
    }
    return new Catalogue(EUR, products);
  }

  private static ProductId product(int number) {
    return new ProductId("product-%03d".formatted(number));
  }
}
