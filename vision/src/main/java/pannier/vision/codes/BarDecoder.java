package pannier.vision.codes;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.MultiFormatOneDReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;
import pannier.domain.gs1.CheckDigit;
import pannier.domain.gs1.ElementString;

/**
 * Reads straightened bars with ZXing, several means of rows if need be, and DataBar Limited, which
 * ZXing does not know. Interleaved 2 of 5 is left out: it has no check of its own and other
 * symbols' parts look like it.
 */
final class BarDecoder {
  /** ZXing puts this before the data of a Code 128 symbol that is GS1-128. */
  private static final String GS1_128_PREFIX = "]C1";

  /** ASSUME_GS1 counts by being there: its value does not matter. */
  private static final Map<DecodeHintType, ?> HINTS =
      Map.of(
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(
              BarcodeFormat.EAN_13,
              BarcodeFormat.EAN_8,
              BarcodeFormat.UPC_A,
              BarcodeFormat.UPC_E,
              BarcodeFormat.CODE_128),
          DecodeHintType.ASSUME_GS1,
          true);

  private final MultiFormatOneDReader reader = new MultiFormatOneDReader(HINTS);
  private final DatabarDecoder forward = new DatabarDecoder();
  private final DatabarDecoder backward = new DatabarDecoder();

  /** Whether there is in the strip's middle what may be bars of a symbol. */
  boolean hasBars(Strip strip) {
    Profile middle = strip.profile(strip.bands().getFirst());
    return variants(middle).stream().anyMatch(variant -> row(variant, strip).isPresent());
  }

  /** The code in these bars, read from either side. */
  Optional<Code> decode(Strip strip) {
    forward.reset();
    backward.reset();
    for (Strip.Band band : strip.bands()) {
      for (Profile variant : variants(strip.profile(band))) {
        Optional<Code> code = row(variant, strip).flatMap(bars -> decode(bars, band.first()));
        if (code.isPresent()) {
          return code;
        }
      }
    }
    return Optional.empty();
  }

  private static List<Profile> variants(Profile plain) {
    return List.of(plain, plain.sharpened(2, 1.5f));
  }

  private static Optional<BitArray> row(Profile profile, Strip strip) {
    return profile.bars(Math.max(8, strip.columns() / 8));
  }

  private Optional<Code> decode(BitArray row, int height) {
    BitArray turned = row.clone();
    turned.reverse();
    Optional<Code> code =
        decodeOnce(row)
            .or(() -> decodeOnce(turned))
            .or(() -> DatabarLimited.decode(row))
            .or(() -> DatabarLimited.decode(turned));
    if (code.isPresent() || !Runs.mayHoldDatabar(row)) {
      return code;
    }
    return forward.decode(row, height).or(() -> backward.decode(turned, -height));
  }

  private Optional<Code> decodeOnce(BitArray row) {
    reader.reset();
    try {
      Result result = reader.decodeRow(0, row, HINTS);
      boolean right = QuietZones.areThere(result, row) && Resemblance.isClose(result, row);
      return right ? code(result) : Optional.empty();
    } catch (ReaderException e) {
      return Optional.empty(); // the usual case
    }
  }

  static Optional<Code> code(Result result) {
    String text = result.getText();
    return switch (result.getBarcodeFormat()) {
      case EAN_13 -> checked(Symbology.EAN_13, text);
      case EAN_8 -> checked(Symbology.EAN_8, text);
      case UPC_A -> checked(Symbology.UPC_A, text);
      case UPC_E ->
          Optional.of(new Code(Symbology.UPC_E, text)).filter(code -> code.gtin().isPresent());
      case RSS_14 -> checked(Symbology.GS1_DATABAR, text);
      case RSS_EXPANDED ->
          ElementString.parseBracketed(text)
              .map(parsed -> new Code(Symbology.GS1_DATABAR_EXPANDED, parsed.toString()));
      case CODE_128 ->
          text.startsWith(GS1_128_PREFIX)
              ? ElementString.parse(text.substring(GS1_128_PREFIX.length()))
                  .map(parsed -> new Code(Symbology.GS1_128, parsed.toString()))
              : Optional.empty();
      case AZTEC,
          CODABAR,
          CODE_39,
          CODE_93,
          DATA_MATRIX,
          ITF,
          MAXICODE,
          PDF_417,
          QR_CODE,
          UPC_EAN_EXTENSION ->
          Optional.empty();
    };
  }

  private static Optional<Code> checked(Symbology symbology, String digits) {
    return CheckDigit.isRight(digits) ? Optional.of(new Code(symbology, digits)) : Optional.empty();
  }
}
