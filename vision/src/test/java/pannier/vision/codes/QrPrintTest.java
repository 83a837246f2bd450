package pannier.vision.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class QrPrintTest {
  private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
  private static final int PIXELS = 4;

  @Test
  void whatIsPrintedCanBeRead() throws Exception {
    String link = "https://shop.example/phone#R-0123456789ABCDEF";
    assertEquals(link, read(QrPrint.svg(link)));
  }

  @Test
  void emptyOrOverlongTextIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> QrPrint.svg(""));
    assertThrows(IllegalArgumentException.class, () -> QrPrint.svg("x".repeat(3_000)));
  }

  /** Draws the picture's modules and gives them to the reader of another library. */
  private static String read(String svg) throws Exception {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    assertEquals(true, box.find());
    int side = Integer.parseInt(box.group(1)) * PIXELS;
    int[] pixels = new int[side * side];
    java.util.Arrays.fill(pixels, 0xFFFFFF);
    Matcher module = MODULE.matcher(svg);
    while (module.find()) {
      int left = Integer.parseInt(module.group(1)) * PIXELS;
      int top = Integer.parseInt(module.group(2)) * PIXELS;
      for (int i = 0; i < PIXELS * PIXELS; i++) {
        pixels[(top + i / PIXELS) * side + left + i % PIXELS] = 0;
      }
    }
    RGBLuminanceSource source = new RGBLuminanceSource(side, side, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
