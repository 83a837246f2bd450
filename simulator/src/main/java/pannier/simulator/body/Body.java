package pannier.simulator.body;

import pannier.simulator.geometry.Mesh;
import pannier.simulator.geometry.Mesh.TextureArea;

/**
 * What a product is shaped like. Every body has a wrap: a texture with an area that is the front,
 * one that is the back, and the rest (sides, lid, base).
 */
public sealed interface Body permits Box, Bag, Tray, Turned {
  /** Outer width (x), in metres. */
  double widthMetres();

  /** Outer depth (y), in metres. */
  double depthMetres();

  /** Outer height (z), in metres. */
  double heightMetres();

  Mesh mesh();

  /** Where the front's art goes on the wrap. */
  TextureArea front();

  /** Where the back's small print and barcode go. */
  TextureArea back();

  /** The wrap's width over its height, so that art is not stretched. */
  double wrapAspect();

  /** How much it shines: 0 (paper, peel) to 1 (polished metal). */
  double gloss();

  /** Whether it comes to rest on its side, because it does not stand by itself. */
  boolean restsLying();
}
