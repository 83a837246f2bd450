package pannier.gate.seal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which calibration a cart weighs.
 *
 * @param calibration how often it was calibrated
 * @param configuration how often what bears on weighing was set otherwise
 * @param head of the cart's chain of such changes, 16 hexadecimal digits
 */
public record Seal(int calibration, int configuration, String head) {
  private static final Pattern FLAG =
      Pattern.compile(
          "scale sealed: calibration ([0-9]{1,9}), configuration ([0-9]{1,9}), log ([0-9a-f]{16})");

  /** The one among a bill's flags; empty where the cart has no scale of its own. */
  public static Optional<Seal> among(List<String> flags) {
    for (String flag : flags) {
      Matcher said = FLAG.matcher(flag);
      if (said.matches()) {
        int calibration = Integer.parseInt(said.group(1));
        return Optional.of(new Seal(calibration, Integer.parseInt(said.group(2)), said.group(3)));
      }
    }
    return Optional.empty();
  }

  /** Whether it can come after {@code before}: counters only go up, and with them the chain. */
  boolean follows(Seal before) {
    boolean same = calibration == before.calibration && configuration == before.configuration;
    return same
        ? head.equals(before.head)
        : calibration >= before.calibration
            && configuration >= before.configuration
            && !head.equals(before.head);
  }

  @Override
  public String toString() {
    return "calibration %d, configuration %d, log %s".formatted(calibration, configuration, head);
  }
}
