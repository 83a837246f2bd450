package pannier.vision.gallery;

import java.util.List;

/** Scores one embedding against all references and backgrounds. */
final class Scorer {
  private final References references;
  private final double[] handicap;
  private final List<float[]> backgrounds;
  private final Pooling pooling;

  Scorer(References references, double[] handicap, List<float[]> backgrounds, Pooling pooling) {
    this.references = references;
    this.handicap = handicap;
    this.backgrounds = backgrounds;
    this.pooling = pooling;
  }

  Scores of(float[] embedding) {
    return of(embedding, -1, -1);
  }

  /** Of a reference, as if it were not in the gallery. A product's only reference scores as 0. */
  Scores leavingOut(int row, int owner) {
    return of(references.row(row), row, owner);
  }

  private Scores of(float[] embedding, int leftRow, int leftOwner) {
    float[] cosines = new float[references.rows()];
    references.cosines(embedding, cosines);
    double[] scores = new double[handicap.length];
    for (int product = 0; product < scores.length; product++) {
      double sum = 0;
      for (int row = references.firstRow(product); row < references.firstRow(product + 1); row++) {
        if (row != leftRow) {
          sum += pooling.near(cosines[row]);
        }
      }
      int count = references.count(product) - (product == leftOwner ? 1 : 0);
      scores[product] = pooling.score(sum / Math.max(1, count)) - handicap[product];
    }
    double[] near = new double[backgrounds.size()];
    for (int i = 0; i < near.length; i++) {
      near[i] = Calibration.inner(embedding, backgrounds.get(i));
    }
    return new Scores(scores, near);
  }
}
