package pannier.simulator.render;

import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Pose;

/**
 * Something to draw.
 *
 * @param gloss 0 (paper) to 1 (polished)
 */
public record Thing(Mesh mesh, Pose pose, Texture texture, double gloss) {
  public Thing {
    if (!(gloss >= 0 && gloss <= 1)) {
      throw new IllegalArgumentException("gloss %s".formatted(gloss));
    }
  }
}
