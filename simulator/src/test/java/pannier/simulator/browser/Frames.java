package pannier.simulator.browser;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import pannier.hal.Frame;

/** A picture as a camera's frames. */
final class Frames implements AutoCloseable {
  private static final long EACH_NANOS = 200_000_000;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment pixels;
  private final int width;
  private final int height;
  private long nanos;

  Frames(BufferedImage picture) {
    this.width = picture.getWidth();
    this.height = picture.getHeight();
    this.pixels = arena.allocate(3L * width * height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = picture.getRGB(x, y);
        long at = 3L * (y * width + x);
        pixels.set(ValueLayout.JAVA_BYTE, at, (byte) rgb);
        pixels.set(ValueLayout.JAVA_BYTE, at + 1, (byte) (rgb >> 8));
        pixels.set(ValueLayout.JAVA_BYTE, at + 2, (byte) (rgb >> 16));
      }
    }
  }

  /** What a cart's camera sees, as the readme has it. */
  static BufferedImage picture() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("hardware-docs")) ? here : here.getParent();
    return ImageIO.read(root.resolve("hardware-docs/pictures/camera.jpg").toFile());
  }

  Frame next() {
    nanos += EACH_NANOS;
    return new Frame(nanos, width, height, 3 * width, pixels);
  }

  @Override
  public void close() {
    arena.close();
  }
}
