package pannier.vision.codes;

import java.util.Random;
import java.util.stream.IntStream;
import pannier.vision.codes.Symbols.Conditions;

/**
 * A shop whose numbers follow each other, so that most digits of any two are the same, and pictures
 * of its symbols as a cart's camera shows them on the back of what lies in the basket: about a
 * pixel a module, by a lens that is not as sharp as its pixels.
 */
final class FineShop {
  static final int PRODUCTS = 1000;

  /** Finer ones are told less often. */
  static final double BENCH_MODULE_PX = 0.8;

  private static final double LENS_PX = 0.75;
  private static final double NOISE = 0.012;

  private FineShop() {}

  /** What the shop's goods carry. */
  static PrintedCodes printed() {
    return new PrintedCodes(IntStream.range(0, PRODUCTS).mapToObj(FineShop::number).toList());
  }

  /** The number of one of its products; from {@link #PRODUCTS} on, of another shop's. */
  static String number(int item) {
    return Symbols.withCheckDigit("952" + "%09d".formatted(item));
  }

  /** One that the shop sells. */
  static String own(Random random) {
    return number(random.nextInt(PRODUCTS));
  }

  /** One that it does not sell. */
  static String foreign(Random random) {
    return number(PRODUCTS + random.nextInt(PRODUCTS));
  }

  static Conditions conditions(double modulePx) {
    return new Conditions(modulePx, 20, LENS_PX, 1, NOISE);
  }
}
