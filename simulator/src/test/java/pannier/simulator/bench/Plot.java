package pannier.simulator.bench;

import java.util.List;
import java.util.Locale;

/** Rows as a drawing: how much of its goal each takes up, with its spread. */
final class Plot {
  private static final int WIDTH = 800;
  private static final int LEFT = 210;
  private static final int ROW = 34;
  private static final int TOP = 46;

  /** Pixels from nothing to the goal. */
  private static final double GOAL = 330;

  private static final double MOST = 1.25;

  private Plot() {}

  /** SVG of those rows that have a goal. */
  static String svg(List<Row> rows) {
    List<Row> shown = rows.stream().filter(row -> row.goal() != null).toList();
    int height = TOP + ROW * shown.size() + 14;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"14\">%n<rect width=\"%d\" height=\"%d\""
                + " fill=\"#fff\"/>%n",
            WIDTH,
            height,
            WIDTH,
            height));
    text(svg, LEFT + GOAL, 22, "middle", "goal");
    for (int i = 0; i < shown.size(); i++) {
      bar(svg, shown.get(i), TOP + ROW * i);
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%.1f 30V%d\" stroke=\"#b3261e\" stroke-width=\"2\"/>%n</svg>%n",
            LEFT + GOAL,
            height - 8));
    return svg.toString();
  }

  private static void bar(StringBuilder svg, Row row, int y) {
    double goal = row.goal() == null ? 1 : row.goal();
    double median = GOAL * share(row, row.ratio().median(), goal);
    double low = GOAL * share(row, row.ratio().low(), goal);
    double high = GOAL * share(row, row.ratio().high(), goal);
    text(svg, LEFT - 10, y + 16, "end", row.name());
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"20\" fill=\"%s\"/>%n"
                + "<path d=\"M%.1f %dH%.1f\" stroke=\"#333\" stroke-width=\"2\"/>%n",
            LEFT,
            y,
            median,
            row.reached() ? "#2e7d5b" : "#d98324",
            LEFT + low,
            y + 10,
            LEFT + high));
    text(svg, LEFT + GOAL * MOST + 8, y + 16, "start", figures(row));
  }

  /** Of what is better when it is more, the goal is divided by the figure. */
  private static double share(Row row, double figure, double goal) {
    double share = row.moreIsBetter() ? goal / figure : figure / goal;
    return Math.min(MOST, share);
  }

  private static String figures(Row row) {
    return String.format(
        Locale.ROOT,
        "%s (%s %s)",
        Row.number(row.ratio().median()),
        row.moreIsBetter() ? "at least" : "at most",
        Row.number(row.goal() == null ? 1 : row.goal()));
  }

  private static void text(StringBuilder svg, double x, int y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" fill=\"#222\">%s</text>%n",
            x,
            y,
            anchor,
            words));
  }
}
