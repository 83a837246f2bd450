package pannier.vision.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.common.BitArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Code.Symbology;
import uk.org.okapibarcode.backend.DataBarLimited;
import uk.org.okapibarcode.graphics.Rectangle;

/** Symbols come from OkapiBarcode's writer. */
class DatabarLimitedTest {
  private static final int PX_A_MODULE = 9;
  private static final int QUIET_PX = 60;

  /** Of the check character, counted from the first bar on. */
  private static final int CHECK = 15;

  @Test
  void anyNumberIsReadAsItWasWritten() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String digits = "%013d".formatted(random.nextLong(2_000_000_000_000L));
      assertEquals(read(digits), DatabarLimited.decode(row(widths(digits))));
    }
  }

  @Test
  void theFirstNumberAndTheLastAreRead() {
    for (String digits : List.of("0000000000000", "1999999999999")) {
      assertEquals(read(digits), DatabarLimited.decode(row(widths(digits))));
    }
  }

  @Test
  void oneWithATwoDimensionalPartAboveItIsTheSameNumber() {
    assertEquals(read("0950110153000"), DatabarLimited.decode(row(linked("0950110153000"))));
  }

  @Test
  void barsThatSeemTooWideAreReadTheSame() {
    List<Integer> widths = widths("0950110153000");
    for (int i = 0; i < widths.size(); i++) {
      widths.set(i, widths.get(i) * PX_A_MODULE + (i % 2 == 0 ? 4 : -4));
    }
    assertEquals(read("0950110153000"), DatabarLimited.decode(rowOfPixels(widths)));
  }

  @Test
  void aWrongWidthAnywhereIsRefused() {
    for (int i = 1; i < 43; i++) {
      List<Integer> widths = widths("0950110153000");
      widths.set(i, widths.get(i) + 1);
      widths.set(i + 1, Math.max(1, widths.get(i + 1) - 1));
      assertEquals(Optional.empty(), DatabarLimited.decode(row(widths)), "element " + i);
    }
  }

  @Test
  void anotherSymbolsCheckCharacterIsRefused() {
    Random random = new Random(2);
    List<Integer> widths = widths("0950110153000");
    int refused = 0;
    int others = 0;
    for (int i = 0; i < 200; i++) {
      List<Integer> other = widths("%013d".formatted(random.nextLong(2_000_000_000_000L)));
      List<Integer> check = other.subList(CHECK, CHECK + 14);
      others += check.equals(widths.subList(CHECK, CHECK + 14)) ? 0 : 1;
      List<Integer> mixed = new ArrayList<>(widths.subList(0, CHECK));
      mixed.addAll(check);
      mixed.addAll(widths.subList(CHECK + 14, widths.size()));
      refused += DatabarLimited.decode(row(mixed)).isEmpty() ? 1 : 0;
    }
    assertEquals(others, refused);
  }

  @Test
  void withoutWhiteOnBothSidesItIsRefused() {
    List<Integer> widths = widths("0950110153000");
    List<Integer> before = new ArrayList<>(List.of(1, 2));
    before.addAll(widths);
    assertEquals(Optional.empty(), DatabarLimited.decode(row(before)));
    List<Integer> behind = new ArrayList<>(widths);
    behind.addAll(List.of(2, 1));
    assertEquals(Optional.empty(), DatabarLimited.decode(row(behind)));
  }

  @Test
  void barsAtRandomAreRefused() {
    Random random = new Random(3);
    for (int i = 0; i < 200_000; i++) {
      List<Integer> widths = new ArrayList<>();
      while (widths.size() < 45) {
        widths.add(1 + random.nextInt(1 + random.nextInt(4)));
      }
      assertEquals(Optional.empty(), DatabarLimited.decode(row(widths)));
    }
  }

  private static Optional<Code> read(String thirteenDigits) {
    return Optional.of(new Code(Symbology.GS1_DATABAR, Symbols.withCheckDigit(thirteenDigits)));
  }

  private static List<Integer> widths(String thirteenDigits) {
    return widths(thirteenDigits, new DataBarLimited());
  }

  private static List<Integer> linked(String thirteenDigits) {
    class Linked extends DataBarLimited {
      Linked() {
        setLinkageFlag();
      }
    }
    return widths(thirteenDigits, new Linked());
  }

  private static List<Integer> widths(String thirteenDigits, DataBarLimited symbol) {
    symbol.setContent(thirteenDigits);
    List<Rectangle> drawn = symbol.getRectangles();
    double row = drawn.getLast().y; // the row above it separates it from a two-dimensional part
    List<Integer> widths = new ArrayList<>();
    int end = -1;
    for (Rectangle bar : drawn.stream().filter(bar -> bar.y == row).toList()) {
      if (end >= 0) {
        widths.add((int) bar.x - end);
      }
      widths.add((int) bar.width);
      end = (int) (bar.x + bar.width);
    }
    return widths;
  }

  private static BitArray row(List<Integer> widths) {
    return rowOfPixels(widths.stream().map(width -> width * PX_A_MODULE).toList());
  }

  private static BitArray rowOfPixels(List<Integer> widths) {
    int size = widths.stream().mapToInt(Integer::intValue).sum();
    BitArray row = new BitArray(size + 2 * QUIET_PX);
    int at = QUIET_PX;
    for (int i = 0; i < widths.size(); i++) {
      if (i % 2 == 0) {
        row.setRange(at, at + widths.get(i));
      }
      at += widths.get(i);
    }
    return row;
  }
}
