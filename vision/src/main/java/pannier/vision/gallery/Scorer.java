package pannier.vision.gallery;

/** Scores one embedding against all references and backgrounds. */
final class Scorer {
  private final References references;
  private final double[] handicap;
  private final EmbeddingMatrix backgrounds;
  private final Pooling pooling;

  Scorer(References references, double[] handicap, EmbeddingMatrix backgrounds, Pooling pooling) {
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
    return of(references.matrix().row(row), row, owner);
  }

  private Scores of(float[] embedding, int leftRow, int leftOwner) {
    float[] cosines = references.matrix().cosines(embedding);
    double[] scores = new double[handicap.length];
    for (int product = 0; product < scores.length; product++) {
      int count = references.count(product) - (product == leftOwner ? 1 : 0);
      double mean = sumNear(cosines, product, leftRow) / Math.max(1, count);
      scores[product] = pooling.score(mean) - handicap[product];
    }
    return new Scores(scores, backgrounds.cosines(embedding));
  }

  private double sumNear(float[] cosines, int product, int leftRow) {
    double sum = 0;
    for (int row = references.firstRow(product); row < references.firstRow(product + 1); row++) {
      if (row != leftRow) {
        sum += pooling.near(cosines[row]);
      }
    }
    return sum;
  }
}
