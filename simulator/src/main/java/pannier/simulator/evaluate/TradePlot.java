package pannier.simulator.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * Draws how questions buy exactness: one curve a run, from booking everything to asking about
 * almost everything. A logarithmic axis carries the wrong ones; none at all lies on its floor.
 */
final class TradePlot {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 460;
  private static final int LEFT = 90;
  private static final int RIGHT = 24;
  private static final int TOP = 60;
  private static final int BOTTOM = 70;
  private static final double FLOOR = 1e-3;
  private static final double CEILING = 0.5;
  private static final double MOST_ASKED = 0.6;
  private static final List<String> COLOURS = List.of("#1261a0", "#b3461a", "#2b7a3d", "#7a3db3");

  private TradePlot() {}

  /** A whole SVG file of runs that have a {@code trade}. */
  static String svg(List<JsonNode> runs) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif"
             font-size="15">
        <rect width="100%%" height="100%%" fill="white"/>
        <text x="%d" y="30" font-size="19" font-weight="bold">What a question buys</text>
        """
            .formatted(WIDTH, HEIGHT, LEFT));
    for (int tenths = 0; tenths <= 10 * MOST_ASKED; tenths++) {
      double asked = tenths / 10.0;
      rule(svg, x(asked), y(CEILING), x(asked), y(FLOOR));
      label(svg, x(asked), y(FLOOR) + 24, "middle", number(100 * asked) + " %");
    }
    for (double wrong : new double[] {0.001, 0.003, 0.01, 0.03, 0.1, 0.3}) {
      rule(svg, x(0), y(wrong), x(MOST_ASKED), y(wrong));
      label(svg, x(0) - 8, y(wrong) + 5, "end", number(100 * wrong) + " %");
    }
    label(svg, x(MOST_ASKED / 2), HEIGHT - 16, "middle", "moves that the shopper is asked about");
    label(svg, LEFT, TOP - 12, "start", "moves booked wrong (the floor: 0.1 % or none)");
    for (int i = 0; i < runs.size(); i++) {
      curve(svg, runs.get(i), i);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void curve(StringBuilder svg, JsonNode run, int number) {
    String colour = COLOURS.get(number % COLOURS.size());
    StringBuilder points = new StringBuilder();
    for (JsonNode point : run.path("trade")) {
      double asked = Math.min(point.path("asked").asDouble(), MOST_ASKED);
      double x = x(asked);
      double y = y(point.path("wrong").asDouble());
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>\n",
              x,
              y,
              colour));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n",
            points.toString().strip(),
            colour));
    String name =
        String.format(
            Locale.ROOT,
            "%s shop, %s trips%s",
            run.path("shop").asText(),
            run.path("trips").asText(),
            run.path("adversarial").asDouble() > 0 ? ", adversaries" : "");
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>\n",
            WIDTH - RIGHT - 6,
            TOP + 20 + 20 * number,
            colour,
            name));
  }

  private static double x(double asked) {
    return LEFT + (WIDTH - LEFT - RIGHT) * asked / MOST_ASKED;
  }

  private static double y(double wrong) {
    double share = Math.log(Math.clamp(wrong, FLOOR, CEILING) / FLOOR) / Math.log(CEILING / FLOOR);
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
  }

  private static void rule(StringBuilder svg, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>\n",
            x1,
            y1,
            x2,
            y2));
  }

  private static void label(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
            x,
            y,
            anchor,
            text));
  }

  private static String number(double percent) {
    return percent >= 1 || percent == 0
        ? String.format(Locale.ROOT, "%.0f", percent)
        : String.format(Locale.ROOT, "%.1f", percent);
  }
}
