package pannier.simulator.art;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.EAN13Reader;
import org.junit.jupiter.api.Test;

class GtinTest {
  @Test
  void theCheckDigitIsTheStandardsOwnExample() {
    // GS1 General Specifications, 7.9.1: 629104150021 has check digit 3.
    assertEquals(3, Gtin.checkDigit("629104150021"));
  }

  @Test
  void numbersBeginWithTheDemonstrationPrefix() {
    assertEquals("952000000042", Gtin.of(42).substring(0, 12));
    assertThrows(IllegalArgumentException.class, () -> Gtin.of(-1));
  }

  @Test
  void anotherReaderReadsTheBars() throws ReaderException {
    for (int item : new int[] {1, 77, 123_456_789}) {
      assertEquals(Gtin.of(item), read(Gtin.modules(Gtin.of(item))));
    }
  }

  private static String read(String modules) throws ReaderException {
    int scale = 3;
    int width = (modules.length() + 22) * scale;
    int height = 60;
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int module = i % width / scale - 11;
      boolean bar = module >= 0 && module < modules.length() && modules.charAt(module) == '1';
      pixels[i] = bar ? 0 : 0xFFFFFF;
    }
    try {
      var source = new RGBLuminanceSource(width, height, pixels);
      return new EAN13Reader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    } catch (NotFoundException e) {
      return "nothing";
    }
  }
}
