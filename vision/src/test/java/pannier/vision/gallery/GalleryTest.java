package pannier.vision.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;

class GalleryTest {
  private static final int DIMENSIONS = 19;
  private static final GalleryRules RULES = rules(8);

  /** Takes each picture for what it looks like. */
  private static final GalleryRules CREDULOUS = rules(0);

  private static GalleryRules rules(double lookAlikes) {
    return new GalleryRules(
        10,
        0.4,
        2,
        12,
        3,
        0.5,
        4,
        new GalleryRules.Prior(List.of(0.7, 1.0), List.of(0.2, 0.5), 5, 0.1),
        500,
        new GalleryRules.Views(0.35, 3, lookAlikes),
        new GalleryRules.Imagined(40, 5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 65, 130})
  void probabilitiesOverProductsAndUnknownSumToOne(int products) {
    Gallery gallery = Gallery.of(references(products, 1), List.of(), RULES);
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      Match match = gallery.match(near(random.nextInt(products), 1, random));
      double sum = match.unknown();
      for (var candidate : match.candidates()) {
        sum += candidate.probability();
      }
      assertEquals(1, sum, 1e-9);
      assertEquals(products, match.candidates().size());
    }
  }

  @Test
  void aViewOfAnEnrolledProductIsRecognisedAndAStrangerIsNot() {
    Gallery gallery = Gallery.of(references(20, 1), List.of(), RULES);
    Random random = new Random(4);
    for (int product = 0; product < 20; product++) {
      Match match = gallery.match(near(product, 0.3, random));
      assertEquals(name(product), match.candidates().getFirst().product());
      assertTrue(match.unknown() < 0.2, "unknown " + match.unknown());
    }
    assertTrue(gallery.match(near(999, 0.3, random)).unknown() > 0.8);
  }

  @Test
  void theOrderOfReferencesWithinAProductChangesNothing() {
    var straight = references(10, 1);
    SortedMap<ProductId, List<float[]>> turned = new TreeMap<>();
    straight.forEach(
        (product, own) -> {
          List<float[]> copy = new ArrayList<>(own);
          Collections.reverse(copy);
          turned.put(product, copy);
        });
    float[] query = near(3, 1, new Random(5));
    Match one = Gallery.of(straight, List.of(), RULES).match(query);
    Match other = Gallery.of(turned, List.of(), RULES).match(query);
    assertEquals(one.unknown(), other.unknown(), 1e-6);
    for (int i = 0; i < one.candidates().size(); i++) {
      assertEquals(one.candidates().get(i).product(), other.candidates().get(i).product());
      assertEquals(
          one.candidates().get(i).probability(), other.candidates().get(i).probability(), 1e-6);
    }
  }

  @Test
  void fiveMediocreViewsBeatOneLuckyOne() {
    Gallery gallery = Gallery.of(references(20, 1), List.of(), RULES);
    Random random = new Random(6);
    List<View> views = new ArrayList<>();
    views.add(new View(near(7, 0.1, random), 0.5));
    for (int i = 0; i < 5; i++) {
      views.add(new View(near(3, 0.9, random), 0.5));
    }
    assertEquals(name(3), gallery.match(views).candidates().getFirst().product());
  }

  @Test
  void viewsThatAgreeSayMoreThanOneAndPoorOnesLittle() {
    Gallery gallery = Gallery.of(references(20, 1), List.of(), RULES);
    float[] seen = near(3, 1.2, new Random(9));
    double one = share(gallery.match(List.of(new View(seen, 1))));
    double four = share(gallery.match(Collections.nCopies(4, new View(seen, 1))));
    double poor = share(gallery.match(List.of(new View(seen, 0.4))));
    assertTrue(poor < one && one < four, () -> poor + " " + one + " " + four);
    assertEquals(share(gallery.match(seen)), one, 1e-12);
  }

  /** The likeliest product's part of what is not unknown. */
  private static double share(Match match) {
    return match.candidates().getFirst().probability() / (1 - match.unknown());
  }

  @Test
  void whatLooksPoorlyLikeOneOfTwoLookAlikesMayBeTheOther() {
    SortedMap<ProductId, List<float[]>> references = references(20, 1);
    Random random = new Random(10);
    references.put(name(20), List.of(near(3, 1, random), near(3, 1, random), near(3, 1, random)));
    Gallery careful = Gallery.of(references, List.of(), RULES);
    Gallery credulous = Gallery.of(references, List.of(), CREDULOUS);
    float[] poor = near(3, 2.5, random);
    Match looks = credulous.match(poor);
    ProductId leader = looks.candidates().getFirst().product();
    ProductId other = leader.equals(name(3)) ? name(20) : name(3);
    Match thought = careful.match(poor);
    assertTrue(looks.unknown() > 0.2 && looks.unknown() == thought.unknown(), looks::toString);
    assertTrue(of(thought, other) > 1.2 * of(looks, other), () -> looks + " " + thought);
    float[] good = near(7, 0.05, random);
    assertEquals(share(credulous.match(good)), share(careful.match(good)), 0.03);
  }

  @Test
  void eachProductIsTakenForItselfAndItsNearestRivalsOnceEach() {
    LookAlikes lookAlikes =
        Gallery.of(references(20, 1), List.of(), RULES).calibration().lookAlikes();
    int[] takers = new int[20];
    for (int product = 0; product < 20; product++) {
      int[] truly = lookAlikes.truly(product);
      assertEquals(truly.length, Arrays.stream(truly).distinct().count());
      assertTrue(Arrays.stream(truly).anyMatch(Integer.valueOf(product)::equals));
      assertEquals(1, Arrays.stream(lookAlikes.shares(product)).sum(), 1e-12);
      Arrays.stream(truly).forEach(other -> takers[other]++);
    }
    assertArrayEquals(new int[] {9}, Arrays.stream(takers).distinct().toArray());
  }

  private static double of(Match match, ProductId product) {
    return match.candidates().stream()
        .filter(candidate -> candidate.product().equals(product))
        .mapToDouble(Candidate::probability)
        .sum();
  }

  @Test
  void aViewCountsByItsQuality() {
    Gallery gallery = Gallery.of(references(20, 1), List.of(), RULES);
    float[] good = near(3, 0.3, new Random(7));
    float[] poor = near(7, 0.3, new Random(8));
    Match match = gallery.match(List.of(new View(good, 0.9), new View(poor, 0.2)));
    assertEquals(name(3), match.candidates().getFirst().product());
    assertEquals(
        gallery.match(good).unknown(), gallery.match(List.of(new View(good, 0.4))).unknown(), 0);
  }

  @Test
  void cosinesAreThoseOfAPlainLoopWhateverTheNumberOfReferences() {
    Random random = new Random(9);
    for (int count : new int[] {1, 63, 255, 256, 257, 600}) {
      List<float[]> own = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        own.add(near(i, 1, random));
      }
      EmbeddingMatrix matrix = new EmbeddingMatrix(own, DIMENSIONS);
      float[] query = near(2, 1, random);
      float[] cosines = matrix.inner(query);
      for (int i = 0; i < count; i++) {
        assertArrayEquals(own.get(i), matrix.row(i));
        assertEquals(Calibration.inner(own.get(i), query), cosines[i], 1e-6);
      }
    }
  }

  @Test
  void aGalleryOfNothingAndEmbeddingsOfTwoLengthsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Gallery.of(new TreeMap<>(), List.of(), RULES));
    SortedMap<ProductId, List<float[]>> mixed = references(2, 1);
    mixed.put(name(5), List.of(new float[DIMENSIONS + 1]));
    assertThrows(IllegalArgumentException.class, () -> Gallery.of(mixed, List.of(), RULES));
  }

  private static SortedMap<ProductId, List<float[]>> references(int products, long seed) {
    SortedMap<ProductId, List<float[]>> all = new TreeMap<>();
    Random random = new Random(seed);
    for (int product = 0; product < products; product++) {
      List<float[]> own = new ArrayList<>();
      for (int i = 0; i < 1 + product % 5; i++) {
        own.add(near(product, 0.6, random));
      }
      all.put(name(product), own);
    }
    return all;
  }

  private static ProductId name(int product) {
    return new ProductId("product-%03d".formatted(product));
  }

  /** A unit vector about that product's own direction. */
  private static float[] near(int product, double spread, Random random) {
    Random own = new Random(product);
    float[] vector = new float[DIMENSIONS];
    double squares = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (own.nextGaussian() + spread * random.nextGaussian());
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}
