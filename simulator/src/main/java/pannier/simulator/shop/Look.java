package pannier.simulator.shop;

import java.nio.file.Path;
import java.util.List;
import pannier.simulator.art.Livery;

/** What an article's pack looks like. */
public sealed interface Look {
  /** Drawn by our own code: every piece looks the same. */
  record Painted(Livery livery) implements Look {}

  /**
   * Real photos: every piece wears one of them, at a crop and in a light of its own.
   *
   * @param photos at least one
   */
  record Photographed(List<Path> photos) implements Look {
    public Photographed {
      photos = List.copyOf(photos);
      if (photos.isEmpty()) {
        throw new IllegalArgumentException("a photographed look without photos");
      }
    }
  }
}
