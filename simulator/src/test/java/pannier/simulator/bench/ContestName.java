package pannier.simulator.bench;

/** The contests that there are. */
enum ContestName {
  FRAMES(7),
  /** Two or three of them: OpenCV may not know the model. */
  MODEL(6),
  GALLERY(2),
  DECISION(10),
  COMMITS(3, true),
  SERVER_COMMITS(2, true);

  private final int turns;
  private final boolean waits;

  ContestName(int turns) {
    this(turns, false);
  }

  ContestName(int turns, boolean waits) {
    this.turns = turns;
    this.waits = waits;
  }

  /** Whether most of its time is spent waiting for a disk. */
  boolean waits() {
    return waits;
  }

  /** Iterations are whole multiples of this. */
  int turns() {
    return turns;
  }
}
