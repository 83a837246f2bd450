package pannier.vision.enrol;

import java.io.IOException;

/** Nothing could be enrolled from what was given; one line says from what and why. */
public final class EnrolException extends IOException {
  private static final long serialVersionUID = 1;

  public EnrolException(String message) {
    super(message);
  }
}
