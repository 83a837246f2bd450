package pannier.gate.mass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;

/** What weighings of a pack of 500 g teach, whose standard deviation is 3 g. */
class LessonTest {
  private static final Product PACK =
      new Product(
          new ProductId("tea"),
          "Tea",
          SaleUnit.PIECE,
          new Money(199, Currency.getInstance("EUR")),
          new MassSpread(Mass.ofGrams(500), 3),
          List.of());

  private static Lesson learnt(List<Weighing> weighings) {
    return Lesson.of(PACK, weighings).orElseThrow();
  }

  /** One piece a trip. */
  private static List<Weighing> each(double... grams) {
    List<Weighing> weighings = new ArrayList<>();
    for (double one : grams) {
      weighings.add(new Weighing("t-" + weighings.size(), 1, one));
    }
    return weighings;
  }

  @Test
  void fewWeighingsTeachNothing() {
    assertEquals(Optional.empty(), Lesson.of(PACK, each(503, 504, 503, 502, 504, 503, 503)));
  }

  @Test
  void weighingsRefineTheMeanAgainstTheCatalogueAsTenWouldAndNotFar() {
    Lesson eight = learnt(each(503, 504, 503, 502, 504, 503, 503, 502));
    assertEquals(500 + 3 * 8 / 18.0, eight.learnt().mean().grams(), 0.01);
    assertFalse(eight.newPack());
    double[] many = new double[50];
    java.util.Arrays.fill(many, 512);
    assertEquals(506, learnt(each(many)).learnt().mean().grams(), 1e-9);
  }

  @Test
  void spreadGoesWhereWeighingsSayWithinAFactorOfTwo() {
    SplittableRandom random = new SplittableRandom(1);
    double[] even = new double[50];
    double[] uneven = new double[50];
    for (int i = 0; i < 50; i++) {
      even[i] = 500 + 0.3 * random.nextGaussian();
      uneven[i] = 500 + Math.clamp(9 * random.nextGaussian(), -14, 14);
    }
    double tight = learnt(each(even)).learnt().standardDeviationGrams();
    double wide = learnt(each(uneven)).learnt().standardDeviationGrams();
    assertTrue(tight >= 1.5 && tight < 2, () -> "tight: " + tight);
    assertTrue(wide > 4.5 && wide <= 6, () -> "wide: " + wide);
  }

  @Test
  void aFarWeighingAloneChangesNothing() {
    Lesson with = learnt(each(500, 501, 499, 500, 450, 500, 500, 501, 499));
    Lesson without = learnt(each(500, 501, 499, 500, 500, 500, 501, 499));
    assertEquals(without, with);
  }

  @Test
  void threeTripsThatAgreeWithEachOtherAndNotWithTheCatalogueAreANewPack() {
    Lesson lesson = learnt(each(500, 501, 452, 450, 451));
    assertTrue(lesson.newPack());
    assertEquals(451, lesson.learnt().mean().grams(), 1e-9);
    assertEquals(3 * 451 / 500.0, lesson.learnt().standardDeviationGrams(), 1e-9);
  }

  @Test
  void threeOfOneTripAreNot() {
    List<Weighing> one =
        List.of(new Weighing("t", 1, 450), new Weighing("t", 1, 451), new Weighing("t", 2, 902));
    assertEquals(Optional.empty(), Lesson.of(PACK, one));
  }

  @Test
  void nothingThatWeighsLessThanHalfIsTheSame() {
    assertEquals(Optional.empty(), Lesson.of(PACK, each(240, 241, 240)));
    assertEquals(Optional.empty(), Lesson.of(PACK, each(770, 771, 770)));
  }

  @Test
  void whileBothPacksAreSoldTheLastThatCameThreeTimesInARowIsTheOne() {
    Lesson mixed = learnt(each(450, 451, 450, 500, 450, 501));
    assertTrue(mixed.newPack());
    assertEquals(Optional.empty(), Lesson.of(PACK, each(450, 451, 450, 500, 450, 501, 500, 500)));
  }

  @Test
  void aNewPackIsRefinedTooOnceThereAreEnough() {
    Lesson lesson = learnt(each(450, 450, 450, 452, 452, 452, 452, 452, 452, 450, 450, 450));
    assertTrue(lesson.newPack());
    assertEquals(12, lesson.weighings());
    assertEquals((4500 + 6 * 450 + 6 * 452) / 22.0, lesson.learnt().mean().grams(), 0.01);
  }
}
