package pannier.gate.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import pannier.wire.Receipt;
import pannier.wire.receipt.ReceiptText;

/**
 * A receipt on a page as wide as a till's roll (80 mm) and as long as it needs: the text, the
 * gate's signature, and a QR code that leads to it.
 */
public final class ReceiptPdf {
  private static final float POINTS_PER_MM = 72 / 25.4f;
  private static final float WIDTH = 80 * POINTS_PER_MM;
  private static final float MARGIN = 4 * POINTS_PER_MM;
  private static final float FONT_SIZE = 8;
  private static final float LEADING = 10.5f;
  private static final float SMALL = 5.2f;
  private static final float QR_SIDE = 32 * POINTS_PER_MM;
  private static final int SEAL_COLUMNS = 62;

  private final List<String> text;
  private final List<String> seal = new ArrayList<>();
  private final BitMatrix qr;

  private ReceiptPdf(List<String> text, String seal, BitMatrix qr) {
    this.text = text;
    this.qr = qr;
    for (int at = 0; at < seal.length(); at += SEAL_COLUMNS) {
      this.seal.add(seal.substring(at, Math.min(seal.length(), at + SEAL_COLUMNS)));
    }
  }

  /**
   * What vouches for a receipt.
   *
   * @param seal the gate's signature
   * @param link where the receipt can be fetched
   */
  public record Proof(String seal, String link) {}

  /** The bytes of the PDF. */
  public static byte[] render(Receipt receipt, Locale locale, ZoneId zone, Proof proof) {
    List<String> text = ReceiptText.render(receipt, locale, zone).lines().toList();
    ReceiptPdf paper = new ReceiptPdf(text, "Ed25519 " + proof.seal(), qr(proof.link()));
    try {
      return paper.bytes(receipt.receiptId());
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
  }

  private byte[] bytes(String title) throws IOException {
    float height =
        2 * MARGIN + text.size() * LEADING + QR_SIDE + (seal.size() + 1) * SMALL * 1.4f + LEADING;
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle(title);
      PDPage page = new PDPage(new PDRectangle(WIDTH, height));
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        PDFont font = new PDType1Font(FontName.COURIER);
        float y = lines(content, font, text, height - MARGIN - LEADING, FONT_SIZE);
        y = square(content, y - QR_SIDE);
        lines(content, font, seal, y - SMALL * 1.4f, SMALL);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static float lines(
      PDPageContentStream content, PDFont font, List<String> lines, float from, float size)
      throws IOException {
    float leading = size == FONT_SIZE ? LEADING : size * 1.4f;
    float y = from;
    for (String line : lines) {
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(MARGIN, y);
      content.showText(printable(line));
      content.endText();
      y -= leading;
    }
    return y;
  }

  /**
   * The built-in fonts have Windows' Latin letters only; what they lack becomes a question mark.
   */
  private static String printable(String line) {
    StringBuilder printable = new StringBuilder();
    line.codePoints()
        .map(letter -> Character.isSpaceChar(letter) ? ' ' : letter)
        .forEach(letter -> printable.appendCodePoint(latin(letter) ? letter : '?'));
    return printable.toString();
  }

  private static boolean latin(int letter) {
    return (letter >= ' ' && letter <= '~')
        || (letter >= 0xA1 && letter <= 0xFF && letter != 0xAD)
        || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".indexOf(letter) >= 0;
  }

  private float square(PDPageContentStream content, float bottom) throws IOException {
    float dot = QR_SIDE / qr.getWidth();
    float left = (WIDTH - QR_SIDE) / 2;
    for (int row = 0; row < qr.getHeight(); row++) {
      for (int column = 0; column < qr.getWidth(); column++) {
        if (qr.get(column, row)) {
          content.addRect(left + column * dot, bottom + QR_SIDE - (row + 1) * dot, dot, dot);
        }
      }
    }
    content.fill();
    return bottom;
  }

  private static BitMatrix qr(String link) {
    try {
      return new QRCodeWriter()
          .encode(link, BarcodeFormat.QR_CODE, 1, 1, Map.of(EncodeHintType.MARGIN, 2));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + link.length(), e);
    }
  }
}
