package pannier.simulator.bench;

/** The contests that there are. */
enum ContestName {
  FRAMES(7),
  /** Two or three of them: OpenCV may not know the model. */
  MODEL(6),
  GALLERY(2),
  DECISION(10),
  COMMITS(3);

  private final int turns;

  ContestName(int turns) {
    this.turns = turns;
  }

  /** Iterations are whole multiples of this. */
  int turns() {
    return turns;
  }
}
