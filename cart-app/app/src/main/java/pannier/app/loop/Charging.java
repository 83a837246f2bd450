package pannier.app.loop;

/**
 * Whether a battery is being charged, from its charge alone: a gauge wavers by half a percent, so
 * that a whole one up from its lowest says so, and a whole one down from its highest ends it.
 */
final class Charging {
  private static final double TURN = 0.01;
  private static final double FULL = 0.98;

  private double lowest = 2;
  private double highest = -1;
  private boolean fills;

  void hear(double charge) {
    lowest = Math.min(lowest, charge);
    highest = Math.max(highest, charge);
    if (charge >= FULL || charge >= lowest + TURN) {
      if (!fills) {
        highest = charge;
      }
      fills = true;
    }
    if (fills && charge < FULL && charge <= highest - TURN) {
      fills = false;
      lowest = charge;
    }
    if (fills) {
      lowest = highest - TURN;
    }
  }

  boolean fills() {
    return fills;
  }
}
