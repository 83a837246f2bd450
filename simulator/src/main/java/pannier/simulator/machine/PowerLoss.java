package pannier.simulator.machine;

/**
 * The end of a machine's program between two of its instructions. An error, since no program
 * catches it.
 */
final class PowerLoss extends Error {
  private static final long serialVersionUID = 1;

  PowerLoss(String moment) {
    super(moment);
  }
}
