package pannier.vision.gallery;

/** Scores one embedding against all references and backgrounds. */
final class Scorer {
  private final References references;
  private final Metric metric;
  private final Likeness likeness;
  private final double[] handicap;
  private final Likeness behind;
  private final Pooling pooling;

  /**
   * @param handicap to be taken off each product's score
   */
  Scorer(
      References references,
      EmbeddingMatrix backgrounds,
      Calibration.Basis basis,
      double[] handicap,
      Pooling pooling) {
    this.references = references;
    this.metric = basis.metric();
    this.likeness = basis.likeness();
    this.handicap = handicap;
    this.behind = Likeness.of(backgrounds, metric);
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
    Metric.Turned turned = metric.turn(embedding);
    float[] cosines = likeness.cosines(turned);
    double[] scores = new double[handicap.length];
    for (int product = 0; product < scores.length; product++) {
      int count = references.count(product) - (product == leftOwner ? 1 : 0);
      double mean = sumNear(cosines, product, leftRow) / Math.max(1, count);
      scores[product] = pooling.score(mean) - handicap[product];
    }
    return new Scores(scores, behind.cosines(turned));
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
