package pannier.vision.enrol;

/** Why a view is of no use, and what to do about it. */
public enum Refusal {
  TOO_SMALL("it is too small: hold it closer"),
  TOO_DARK("it is too dark: turn on a light, or the light towards it"),
  GLARE("it shines: tilt it, so that no lamp is mirrored in it"),
  BLURRED("it is blurred: move it more slowly"),
  COVERED("a hand covers it: hold it by its edges"),
  TOO_ALIKE("it looks like a view that is there already: turn it further"),
  NOTHING_MOVES("nothing moves: turn it before the camera");

  private final String advice;

  Refusal(String advice) {
    this.advice = advice;
  }

  /** For people: what is wrong and what would be right. */
  public String advice() {
    return advice;
  }
}
