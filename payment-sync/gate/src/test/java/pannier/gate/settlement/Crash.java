package pannier.gate.settlement;

/** The end of a gate's process, as a test stages it. Nothing catches it. */
final class Crash extends Error {
  private static final long serialVersionUID = 1;

  Crash(String where) {
    super(where);
  }
}
