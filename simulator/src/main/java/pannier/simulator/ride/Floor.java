package pannier.simulator.ride;

/**
 * What a cart rolls on. The accelerations are estimates of ours in the order that a study of
 * perambulators on such surfaces finds (Appl. Sci. 2021, 11, 7746: paving several times a smooth
 * floor); they are to be replaced by a recording of a cart.
 */
public enum Floor {
  /** A shop's smooth floor, on which only the wheels' own unevenness, 0.39 m round, is felt. */
  SMOOTH(0.25, 0.39),
  /** Tiles with joints, 0.3 m apart. */
  TILES(0.6, 0.3),
  /** A car park. */
  ASPHALT(1.8, 0.15),
  /** Cobbles, 0.1 m apart. */
  COBBLES(6, 0.1);

  private final double rmsMps2;
  private final double pitchMetres;

  Floor(double rmsMps2, double pitchMetres) {
    this.rmsMps2 = rmsMps2;
    this.pitchMetres = pitchMetres;
  }

  /** Root mean square of the vertical acceleration at 1 m/s; proportional to speed. */
  double rmsMps2() {
    return rmsMps2;
  }

  /** Distance between bumps, which with the speed gives the ground frequency. */
  double pitchMetres() {
    return pitchMetres;
  }
}
