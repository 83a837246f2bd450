package pannier.vision.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitArray;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.oned.EAN8Writer;
import org.junit.jupiter.api.Test;

class ResemblanceTest {
  private static final int MODULE = 9;
  private static final int START = 100;

  private final boolean[] symbol = new EAN13Writer().encode("4006381333931");

  @Test
  void aSymbolResemblesItself() {
    assertEquals(0, Resemblance.meanDeviation(row(symbol, 0), symbol, START), 1e-9);
  }

  @Test
  void inkThatSpreadsDoesNoHarm() {
    assertEquals(0, Resemblance.meanDeviation(row(symbol, 3), symbol, START), 0.02);
  }

  @Test
  void anotherSymbolOrNoneDoesNotResembleIt() {
    boolean[] other = new EAN13Writer().encode("9780306406157");
    assertTrue(Resemblance.meanDeviation(row(other, 0), symbol, START) > 0.25);
    boolean[] shorter = new EAN8Writer().encode("96385074");
    assertTrue(Resemblance.meanDeviation(row(shorter, 0), symbol, START) > 0.25);
    assertTrue(Resemblance.meanDeviation(new BitArray(50), symbol, START) > 0.25);
  }

  /** The symbol between white margins, each bar longer by {@code ink}. */
  private static BitArray row(boolean[] modules, int ink) {
    int quiet = 0;
    while (!modules[quiet]) {
      quiet++;
    }
    BitArray row = new BitArray(2 * START + modules.length * MODULE);
    for (int i = quiet; i < modules.length; i++) {
      if (modules[i]) {
        int from = START + (i - quiet) * MODULE;
        row.setRange(from, from + MODULE + ink);
      }
    }
    return row;
  }
}
