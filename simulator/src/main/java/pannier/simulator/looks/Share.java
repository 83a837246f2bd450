package pannier.simulator.looks;

/** Counts how many of some were so. One thread. */
final class Share {
  private int of;
  private int were;

  void add(boolean was) {
    of++;
    were += was ? 1 : 0;
  }

  int of() {
    return of;
  }

  /** 0 to 1 in steps of 0.00001; 0 of none. */
  double fraction() {
    return of == 0 ? 0 : Math.round(1e5 * were / of) / 1e5;
  }
}
