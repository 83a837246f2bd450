package pannier.vision.enrol;

import java.util.Optional;

/**
 * How far an enrolment is, after a view.
 *
 * @param refusal why this view was not kept; empty when it was
 * @param kept views so far
 * @param enough whether more views would add little
 */
public record Progress(Optional<Refusal> refusal, int kept, boolean enough) {
  /** One line for people: what to do now. */
  public String advice() {
    return enough
        ? "enough: %d views".formatted(kept)
        : refusal.map(Refusal::advice).orElse("%d views: turn it further".formatted(kept));
  }
}
