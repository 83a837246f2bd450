package pannier.vision.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import pannier.domain.evidence.Code;
import pannier.vision.codes.Scene.Kind;
import pannier.vision.opencv.OpenCv;

/** Among the numbers of a {@link FineShop}. */
class FineBarsTest {
  private final PrintedCodes printed = FineShop.printed();

  @BeforeAll
  static void load() throws IOException {
    OpenCv.load();
  }

  @ParameterizedTest
  @CsvSource({"0.9, 9", "1.3, 9", "2.0, 9"})
  void barsTooFineToReadAreToldAmongTheShopsNumbers(double modulePx, int least) {
    Random random = new Random(3);
    int found = 0;
    for (int i = 0; i < 10; i++) {
      String number = FineShop.own(random);
      List<Code> codes = read(printed, seen(Symbols.ean13(number), modulePx, random));
      codes.forEach(code -> assertEquals(number, code.text()));
      found += codes.size();
    }
    assertTrue(found >= least, found + " of 10");
  }

  @Test
  void withoutTheShopsNumbersTheyAreNotRead() {
    Random random = new Random(3);
    for (int i = 0; i < 10; i++) {
      Mat picture = seen(Symbols.ean13(FineShop.own(random)), 1, random);
      assertEquals(List.of(), read(PrintedCodes.none(), picture));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.9", "1.2", "2.0"})
  void aNumberThatTheShopDoesNotSellIsNotTakenForANeighbour(double modulePx) {
    Random random = new Random(4);
    for (int i = 0; i < 12; i++) {
      String other = FineShop.foreign(random);
      assertNoneOfOurs(read(printed, seen(Symbols.ean13(other), modulePx, random)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ITF", "CODE_128", "GS1_128", "TEXTURE", "EAN_8", "UPC_E", "EAN_13"})
  void whatIsNotOfTheShopGivesNone(Kind kind) {
    Random random = new Random(5);
    for (int i = 0; i < 6; i++) {
      double modulePx = 0.8 + random.nextDouble();
      assertNoneOfOurs(read(printed, seen(Scene.of(kind, random).drawn(), modulePx, random)));
    }
  }

  @Test
  void aSymbolUpsideDownIsTheSame() {
    Mat turned = new Mat();
    Mat picture = seen(Symbols.ean13(FineShop.number(17)), 1.2, new Random(6));
    Core.rotate(picture, turned, Core.ROTATE_180);
    picture.release();
    assertEquals(FineShop.number(17), read(printed, turned).getFirst().text());
  }

  @Test
  void numbersThatNoEan13SymbolShowsAreLeftOut() {
    assertTrue(new PrintedCodes(List.of("4011", "96385074", "4006381333930", "x")).isEmpty());
  }

  private static void assertNoneOfOurs(List<Code> codes) {
    List<String> ours = IntStream.range(0, FineShop.PRODUCTS).mapToObj(FineShop::number).toList();
    codes.forEach(code -> assertTrue(!ours.contains(code.text()), code::text));
  }

  private static List<Code> read(PrintedCodes printed, Mat picture) {
    try (CodeReader reader = new CodeReader(printed)) {
      return reader.readTrack(List.of(picture));
    } finally {
      picture.release();
    }
  }

  private static Mat seen(Mat drawn, double modulePx, Random random) {
    Mat seen = Symbols.photographed(drawn, FineShop.conditions(modulePx), random);
    drawn.release();
    return seen;
  }
}
