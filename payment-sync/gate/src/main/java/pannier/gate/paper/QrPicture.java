package pannier.gate.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A QR code as a picture.
 *
 * @param side modules of a side, with the quiet zone
 * @param dark its dark modules
 */
public record QrPicture(int side, List<Module> dark) {
  /** ISO/IEC 18004 asks for four modules of quiet zone. */
  private static final int QUIET_MODULES = 4;

  public QrPicture {
    dark = List.copyOf(dark);
  }

  /** A module's place, counted from the top left. */
  public record Module(int column, int row) {}

  /**
   * @throws IllegalArgumentException if it is too long for a QR code
   */
  public static QrPicture of(String text) {
    try {
      return of(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("a QR code of %d letters".formatted(text.length()), e);
    }
  }

  private static QrPicture of(ByteMatrix modules) {
    List<Module> dark = new ArrayList<>();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          dark.add(new Module(x + QUIET_MODULES, y + QUIET_MODULES));
        }
      }
    }
    return new QrPicture(modules.getWidth() + 2 * QUIET_MODULES, dark);
  }

  /** What is dark, as a path of an SVG in modules. */
  public String path() {
    return dark.stream()
        .map(module -> "M%d %dh1v1h-1z".formatted(module.column, module.row))
        .collect(Collectors.joining());
  }

  /** The whole picture as an SVG file. */
  public String svg() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
        """
        .formatted(side, path());
  }

  /** For a terminal, two rows of modules a line, bright on dark. */
  public List<String> lines() {
    Set<Module> set = new HashSet<>(dark);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < side; row += 2) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < side; column++) {
        boolean top = !set.contains(new Module(column, row));
        boolean bottom = !set.contains(new Module(column, row + 1));
        line.append(top ? bottom ? '\u2588' : '\u2580' : bottom ? '\u2584' : ' ');
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
