package pannier.domain.evidence;

/** Which way something crossed the rim, seen from the basket. */
public enum Direction {
  IN,
  OUT
}
