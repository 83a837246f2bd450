package pannier.vision.rim;

/** How deep each cell of a grid lies in the basket: its distance from the rim, in cells. */
public final class RimMap {
  private final float[] depthCells;
  private final float[] alongCells;

  RimMap(int widthCells, int heightCells, double[] point, double[] inward) {
    depthCells = new float[widthCells * heightCells];
    alongCells = new float[widthCells * heightCells];
    for (int y = 0, i = 0; y < heightCells; y++) {
      for (int x = 0; x < widthCells; x++, i++) {
        double dx = x + 0.5 - point[0];
        double dy = y + 0.5 - point[1];
        depthCells[i] = (float) (dx * inward[0] + dy * inward[1]);
        alongCells[i] = (float) (dx * inward[1] - dy * inward[0]);
      }
    }
  }

  /** Distance from the rim in cells: positive in the basket, negative outside. */
  public float depthCells(int cell) {
    return depthCells[cell];
  }

  /** Place along the rim in cells; only differences mean something. */
  public float alongCells(int cell) {
    return alongCells[cell];
  }
}
