package pannier.gate.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.settlement.PaidDesk;
import pannier.wire.Receipt;
import pannier.wire.TenderOffer;

class ReceiptPaperTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String LINK = "https://shop.example/receipt/";

  @TempDir Path folder = Path.of(".");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US|Receipt|Deposits|€4.19",
        "de-DE|Beleg|Pfand|4,19 €",
        "fr-FR|Ticket|Consigne|4,19 €",
        "es-ES|Recibo|Dep|4,19 €",
      })
  void pdfReadsInFourLanguagesAndLeadsToItself(String tag, String title, String word, String total)
      throws Exception {
    Receipt receipt = receipt();
    try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"));
        PDDocument pdf = Loader.loadPDF(routes(ledger).pdf(receipt, Locale.forLanguageTag(tag)))) {
      String text = new PDFTextStripper().getText(pdf);
      for (String expected : List.of(title, word, total, receipt.receiptId(), "Ed25519")) {
        assertTrue(text.contains(expected), expected + " in " + text);
      }
      BufferedImage picture = new PDFRenderer(pdf).renderImageWithDPI(0, 200);
      assertEquals(LINK + receipt.receiptId(), read(picture));
    }
  }

  @Test
  void sealIsOfThisReceiptAndThisGate() throws Exception {
    Receipt receipt = receipt();
    ReceiptSeal seal = ReceiptSeal.open(folder.resolve("seal"));
    String signed = seal.sign(receipt);
    assertTrue(seal.isRight(receipt, signed));
    assertTrue(ReceiptSeal.open(folder.resolve("seal")).isRight(receipt, signed));
    assertFalse(ReceiptSeal.open(folder.resolve("other")).isRight(receipt, signed));
    assertFalse(seal.isRight(receipt, signed.substring(2)));
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("seal"))));
  }

  @Test
  void jsonCarriesSignatureAndKey() throws Exception {
    Receipt receipt = receipt();
    try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"))) {
      String json = routes(ledger).json(receipt);
      assertTrue(json.contains("\"signature\":\""), json);
      assertTrue(json.contains(LINK), json);
      assertEquals(receipt, routes(ledger).find(receipt.receiptId()).orElseThrow());
      assertTrue(routes(ledger).find("R-NONE").isEmpty());
    }
  }

  private ReceiptRoutes routes(Ledger ledger) throws Exception {
    return new ReceiptRoutes(ledger, ReceiptSeal.open(folder.resolve("seal")), BERLIN, LINK);
  }

  private Receipt receipt() throws Exception {
    try (PaidDesk desk = PaidDesk.open(folder)) {
      String id = desk.pay(new TenderOffer("card", "sandbox-ok"));
      try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"))) {
        return routes(ledger).find(id).orElseThrow();
      }
    }
  }

  private static String read(BufferedImage picture) throws Exception {
    int width = picture.getWidth();
    int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    LuminanceSource source = new RGBLuminanceSource(width, picture.getHeight(), pixels);
    String text =
        new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
