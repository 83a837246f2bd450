package pannier.vision.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pannier.vision.codes.Scene.Kind;
import pannier.vision.opencv.OpenCv;

/** A few hundred of the tracks that {@link CodesBench} takes thousands of. */
class HarshTracksTest {
  private static final long SEED = 7;

  @BeforeAll
  static void load() throws IOException {
    OpenCv.load();
  }

  @ParameterizedTest
  @CsvSource({
    "EAN_13, 60, 57",
    "EAN_8, 10, 9",
    "UPC_E, 10, 9",
    "DATABAR, 10, 9",
    "DATABAR_LIMITED, 10, 9",
    "QR, 10, 9",
    "FINE, 10, 9"
  })
  void nearlyAllTracksAreReadAndNoneWrongly(Kind kind, int tracks, int least) {
    Tally tally = CodesBench.measureOurs(kind, tracks, SEED);
    assertTrue(tally.right() >= least, tally::toString);
    assertEquals(0, tally.wrong(), tally::toString);
  }

  @ParameterizedTest
  @EnumSource(names = {"GS1_128", "DATABAR_EXPANDED"})
  void longSymbolsAreReadAsWhatTheyAre(Kind kind) {
    Tally tally = CodesBench.measureOurs(kind, 10, SEED);
    assertTrue(tally.right() >= 9, tally::toString);
    assertEquals(0, tally.wrong(), tally::toString);
  }

  @ParameterizedTest
  @EnumSource(names = {"ITF", "CODE_128", "TEXTURE", "FINE_FOREIGN"})
  void whatCarriesNoCodeOfOursGivesNone(Kind kind) {
    assertEquals(0, CodesBench.measureOurs(kind, 20, SEED).wrong());
  }
}
