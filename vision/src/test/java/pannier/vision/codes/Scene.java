package pannier.vision.codes;

import com.google.zxing.BarcodeFormat;
import java.util.Optional;
import java.util.Random;
import org.opencv.core.Mat;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;

/**
 * Something drawn that a reader is shown.
 *
 * @param drawn released by whoever asked for it
 * @param code what it says to us; nothing for what must not be read
 */
record Scene(Mat drawn, Optional<Code> code) {
  private static final char FNC1 = '\u00f1';

  /** The kinds of scenes. */
  enum Kind {
    EAN_13,
    EAN_8,
    UPC_A,
    UPC_E,
    GS1_128,
    DATABAR,
    DATABAR_STACKED,
    DATABAR_LIMITED,
    DATABAR_EXPANDED,
    DATABAR_EXPANDED_STACKED,
    QR,
    ITF,
    CODE_128,
    TEXTURE,
    FINE,
    FINE_FOREIGN;

    /** Whether its bars are too fine to be read and can only be told among a shop's numbers. */
    boolean isFine() {
      return this == FINE || this == FINE_FOREIGN;
    }
  }

  /** A new one of that kind, with digits of its own. */
  static Scene of(Kind kind, Random random) {
    return switch (kind) {
      case EAN_13 -> ean(Symbology.EAN_13, BarcodeFormat.EAN_13, Symbols.ean13Digits(random));
      case EAN_8 -> ean(Symbology.EAN_8, BarcodeFormat.EAN_8, checked(random, 7));
      case UPC_A -> ean(Symbology.UPC_A, BarcodeFormat.UPC_A, checked(random, 11));
      case UPC_E -> ean(Symbology.UPC_E, BarcodeFormat.UPC_E, Symbols.upcE(random));
      case GS1_128 -> gs1128(random);
      case DATABAR -> {
        String digits = checked(random, 13);
        yield new Scene(
            Symbols.gs1Databar(digits.substring(0, 13)),
            Optional.of(new Code(Symbology.GS1_DATABAR, digits)));
      }
      case DATABAR_STACKED -> {
        String digits = checked(random, 13);
        yield new Scene(
            Symbols.gs1DatabarStacked(digits.substring(0, 13)),
            Optional.of(new Code(Symbology.GS1_DATABAR, digits)));
      }
      case DATABAR_LIMITED -> {
        String digits = Symbols.withCheckDigit(random.nextInt(2) + digits(random, 12));
        yield new Scene(
            Symbols.gs1DatabarLimited(digits.substring(0, 13)),
            Optional.of(new Code(Symbology.GS1_DATABAR, digits)));
      }
      case DATABAR_EXPANDED, DATABAR_EXPANDED_STACKED -> expanded(kind, random);
      case QR -> {
        String link = "https://id.gs1.org/01/" + checked(random, 13) + "?15=270131";
        yield new Scene(
            Symbols.zxing(BarcodeFormat.QR_CODE, link), Optional.of(new Code(Symbology.QR, link)));
      }
      case ITF -> {
        int digits = random.nextInt(3) == 0 ? 14 : 6 + 2 * random.nextInt(6);
        yield new Scene(
            Symbols.zxing(BarcodeFormat.ITF, checked(random, digits - 1)), Optional.empty());
      }
      case CODE_128 ->
          new Scene(
              Symbols.zxing(BarcodeFormat.CODE_128, "PN" + digits(random, 4 + random.nextInt(8))),
              Optional.empty());
      case TEXTURE -> new Scene(Textures.any(random), Optional.empty());
      case FINE -> ean(Symbology.EAN_13, BarcodeFormat.EAN_13, FineShop.own(random));
      case FINE_FOREIGN -> ean(Symbology.EAN_13, BarcodeFormat.EAN_13, FineShop.foreign(random));
    };
  }

  private static Scene ean(Symbology symbology, BarcodeFormat format, String digits) {
    return new Scene(Symbols.zxing(format, digits), Optional.of(new Code(symbology, digits)));
  }

  private static Scene gs1128(Random random) {
    String gtin = checked(random, 13);
    String grams = "00" + digits(random, 4);
    String lot = "L" + digits(random, 1 + random.nextInt(5));
    return new Scene(
        Symbols.zxing(BarcodeFormat.CODE_128, FNC1 + "01" + gtin + "3103" + grams + "10" + lot),
        Optional.of(new Code(Symbology.GS1_128, "(01)" + gtin + "(3103)" + grams + "(10)" + lot)));
  }

  private static Scene expanded(Kind kind, Random random) {
    String gtin = Symbols.withCheckDigit("9" + digits(random, 12));
    String grams = "00" + digits(random, 4);
    Mat drawn =
        Symbols.gs1DatabarExpanded(
            "[01]" + gtin + "[3103]" + grams, kind == Kind.DATABAR_EXPANDED_STACKED);
    return new Scene(
        drawn,
        Optional.of(new Code(Symbology.GS1_DATABAR_EXPANDED, "(01)" + gtin + "(3103)" + grams)));
  }

  private static String checked(Random random, int digits) {
    return Symbols.withCheckDigit(digits(random, digits));
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    while (digits.length() < count) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
