package pannier.domain.trip;

/**
 * Which sensors this cart (or this recording) has at all. What it has and does not answer is a
 * fault; what it does not have is not missed.
 *
 * @param cameras 0 or more, with indices from 0
 * @param scale whether it weighs
 */
public record Sensors(int cameras, boolean scale) {
  public Sensors {
    if (cameras < 0) {
      throw new IllegalArgumentException("%d cameras".formatted(cameras));
    }
  }
}
