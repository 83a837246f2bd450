package pannier.hal.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import pannier.hal.Frame;

class TurnTest {
  private static final int PIXEL_BYTES = 3;

  @Test
  void turnsTheWholePicture() {
    assertEquals("abc/def", turn(Turn.NONE, "abc/def"));
    assertEquals("cf/be/ad", turn(Turn.LEFT, "abc/def"));
    assertEquals("fed/cba", turn(Turn.HALF, "abc/def"));
    assertEquals("da/eb/fc", turn(Turn.RIGHT, "abc/def"));
  }

  @Test
  void degreesCountAgainstTheClock() {
    assertEquals(Turn.NONE, Turn.ofDegreesLeft(0));
    assertEquals(Turn.LEFT, Turn.ofDegreesLeft(90));
    assertEquals(Turn.LEFT, Turn.ofDegreesLeft(-270));
    assertEquals(Turn.HALF, Turn.ofDegreesLeft(-180));
    assertEquals(Turn.RIGHT, Turn.ofDegreesLeft(-90));
    assertEquals(Turn.NONE, Turn.ofDegreesLeft(359.9));
    assertEquals(Turn.NONE, Turn.ofDegreesLeft(Double.NaN));
  }

  /** Draws letters as pixels, in rows parted by strokes, and reads them back after the turn. */
  private static String turn(Turn turn, String rows) {
    try (Arena arena = Arena.ofConfined()) {
      String[] lines = rows.split("/", -1);
      int width = lines[0].length();
      int height = lines.length;
      Frame from = frame(arena, width, height);
      for (int y = 0; y < height; y++) {
        for (int n = 0; n < PIXEL_BYTES * width; n++) {
          int value = lines[y].charAt(n / PIXEL_BYTES) + n % PIXEL_BYTES;
          from.pixels().set(ValueLayout.JAVA_BYTE, y * from.strideBytes() + n, (byte) value);
        }
      }
      Frame to = turn.swapsSides() ? frame(arena, height, width) : frame(arena, width, height);
      turn.copy(from, to);
      return read(to);
    }
  }

  private static Frame frame(Arena arena, int width, int height) {
    int stride = PIXEL_BYTES * width + 5;
    return new Frame(0, width, height, stride, arena.allocate((long) height * stride));
  }

  private static String read(Frame frame) {
    StringBuilder rows = new StringBuilder();
    for (int y = 0; y < frame.heightPx(); y++) {
      for (int n = 0; n < PIXEL_BYTES * frame.widthPx(); n++) {
        byte value = frame.pixels().get(ValueLayout.JAVA_BYTE, y * frame.strideBytes() + n);
        char letter = (char) (value - n % PIXEL_BYTES);
        if (n % PIXEL_BYTES == 0) {
          rows.append(letter);
        }
        assertEquals(rows.charAt(rows.length() - 1), letter, "channels stay together");
      }
      rows.append(y + 1 < frame.heightPx() ? "/" : "");
    }
    return rows.toString();
  }
}
