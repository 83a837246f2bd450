package pannier.vision.track;

import pannier.domain.evidence.Direction;
import pannier.vision.motion.Blob;

/**
 * A place in the basket that looks different after a visit.
 *
 * @param direction IN when something lies there that did not, OUT when something is gone
 * @param sureness how clearly the outline belongs to one of the two pictures, 0 to 1
 * @param lengthCells its extent at right angles to the rim
 * @param colour of what is or was there
 * @param atRim whether it touches the rim, as a hand that rests does
 */
public record Change(
    Blob blob,
    Direction direction,
    float sureness,
    float lengthCells,
    Colour colour,
    boolean atRim) {
  private static final float LEAST_SURENESS = 0.25f;
  private static final float BEYOND_DOUBT = 0.6f;

  /** Whether the outline tells the direction. */
  boolean isSure() {
    return sureness >= LEAST_SURENESS;
  }

  /** Whether nothing but an item that came or went can look like this. */
  boolean isBeyondDoubt() {
    return sureness >= BEYOND_DOUBT && !atRim;
  }

  /** This change, known from elsewhere to have gone this way. */
  Change turned(Direction known, Colour shown) {
    return new Change(blob, known, sureness, lengthCells, shown, atRim);
  }
}
