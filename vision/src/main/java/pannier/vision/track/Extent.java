package pannier.vision.track;

import pannier.vision.motion.Blob;
import pannier.vision.rim.RimMap;

/** From where to where a blob reaches, as depth in the basket. */
record Extent(float leastCells, float meanCells, float mostCells) {
  /** From where to where a blob reaches along the rim. */
  static float[] along(Blob blob, RimMap rim) {
    float least = Float.MAX_VALUE;
    float most = -Float.MAX_VALUE;
    for (int i = 0; i < blob.size(); i++) {
      least = Math.min(least, rim.alongCells(blob.cell(i)));
      most = Math.max(most, rim.alongCells(blob.cell(i)));
    }
    return new float[] {least, most};
  }

  static Extent of(Blob blob, RimMap rim) {
    float least = Float.MAX_VALUE;
    float most = -Float.MAX_VALUE;
    double sum = 0;
    for (int i = 0; i < blob.size(); i++) {
      float depth = rim.depthCells(blob.cell(i));
      least = Math.min(least, depth);
      most = Math.max(most, depth);
      sum += depth;
    }
    return new Extent(least, (float) (sum / blob.size()), most);
  }
}
