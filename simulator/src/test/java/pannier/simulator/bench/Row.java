package pannier.simulator.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One figure beside its peer or limit.
 *
 * @param ratio to the peer, or the figure itself where {@code against} is a limit
 * @param against the peer or limit
 * @param goal what the ratio should not exceed, or not fall below; null where nothing is aimed at
 * @param figures what the ratio was made of and what else was seen
 */
record Row(
    String name, Spread ratio, String against, @Nullable Double goal, Map<String, Object> figures) {
  private static final String HIGHER = "higher_is_better";

  Row {
    figures = new LinkedHashMap<>(figures);
  }

  static Row of(String name, Spread ratio, String against, @Nullable Double goal) {
    return new Row(name, ratio, against, goal, Map.of());
  }

  /** Where more is better. */
  Row higherIsBetter() {
    return with(HIGHER, (Object) true);
  }

  boolean moreIsBetter() {
    return figures.containsKey(HIGHER);
  }

  /** With one more figure. */
  Row with(String key, double value) {
    return with(key, (Object) rounded(value));
  }

  Row with(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(figures);
    more.put(key, value);
    return new Row(name, ratio, against, goal, more);
  }

  /** Whether the goal is reached; true where there is none. */
  boolean reached() {
    return goal == null || (moreIsBetter() ? ratio.median() >= goal : ratio.median() <= goal);
  }

  String json() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("name", name).put("ratio", rounded(ratio.median()));
    json.putArray("spread").add(rounded(ratio.low())).add(rounded(ratio.high()));
    json.put("against", against);
    json.put("goal", goal);
    figures.forEach(json::putPOJO);
    return json.toString();
  }

  /** For people. */
  String text() {
    String aimed =
        goal == null ? "" : "goal %s%s".formatted(number(goal), reached() ? "" : "  MISSED");
    return "%-26s %8s  (%s to %s)  %s%n%28s%s%n"
        .formatted(
            name,
            number(ratio.median()),
            number(ratio.low()),
            number(ratio.high()),
            aimed,
            "",
            against);
  }

  /** To three significant digits. */
  static String number(double value) {
    double shown = rounded(value);
    return shown == Math.rint(shown) && Math.abs(shown) < 1e7
        ? String.format(Locale.ROOT, "%.0f", shown)
        : Double.toString(shown);
  }

  /** To three significant digits. */
  private static double rounded(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 2);
    double shown = unit < 1 ? Math.rint(value / unit) / (1 / unit) : Math.rint(value / unit) * unit;
    return Double.parseDouble(String.format(Locale.ROOT, "%.6g", shown));
  }
}
