package pannier.vision.codes;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.MultiFormatOneDReader;
import com.google.zxing.oned.rss.RSS14Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;

/**
 * Reads one row of bars with ZXing. Interleaved 2 of 5 is left out: it has no check of its own and
 * other symbols' parts look like it.
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
              BarcodeFormat.CODE_128,
              BarcodeFormat.RSS_EXPANDED),
          DecodeHintType.ASSUME_GS1,
          true);

  private static final int DATABAR_ROWS = 3;

  private final MultiFormatOneDReader reader = new MultiFormatOneDReader(HINTS);
  private final RSS14Reader databarReader = new RSS14Reader();

  /** The code in this row, read from either side. */
  Optional<Code> decode(BitArray row) {
    Optional<Code> code = decodeForward(row);
    if (code.isEmpty()) {
      BitArray turned = row.clone();
      turned.reverse();
      code = decodeForward(turned);
    }
    return code;
  }

  private Optional<Code> decodeForward(BitArray row) {
    Optional<Code> databar = decodeDatabar(row);
    if (databar.isPresent()) {
      return databar;
    }
    reader.reset();
    try {
      Result result = reader.decodeRow(0, row, HINTS);
      return QuietZones.areThere(result, row) ? code(result) : Optional.empty();
    } catch (ReaderException e) {
      return Optional.empty(); // the usual case
    }
  }

  /** It is given out only when more rows agree; this row is a mean of many already. */
  private Optional<Code> decodeDatabar(BitArray row) {
    BitArray apart = betweenWideMargins(row);
    databarReader.reset();
    for (int time = 0; time < DATABAR_ROWS; time++) {
      try {
        return code(databarReader.decodeRow(time, apart, HINTS));
      } catch (ReaderException e) {
        // Asked again below.
      }
    }
    return Optional.empty();
  }

  /** ZXing takes a quiet zone of some widths for a part of DataBar's finder pattern. */
  private static BitArray betweenWideMargins(BitArray row) {
    int size = row.getSize();
    BitArray wide = new BitArray(3 * size);
    for (int i = row.getNextSet(0); i < size; i = row.getNextSet(i + 1)) {
      wide.set(size + i);
    }
    return wide;
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
