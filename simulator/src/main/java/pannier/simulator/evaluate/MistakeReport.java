package pannier.simulator.evaluate;

import com.google.errorprone.annotations.FormatMethod;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.world.Crossing;

/** A page about the trips whose receipt was wrong: pictures, weight curve, story. */
final class MistakeReport {
  private static final long MARGIN_NANOS = 3_000_000_000L;
  private static final int WIDTH = 900;
  private static final int HEIGHT = 160;

  private final StringBuilder html = new StringBuilder();

  /**
   * Writes the page.
   *
   * @param trips all of them
   * @param most wrong trips that are shown; each is played once more
   */
  static void write(Path file, List<PlayedTrip> trips, TripPlayer player, int most)
      throws IOException {
    MistakeReport report = new MistakeReport();
    report.confusions(trips);
    for (PlayedTrip trip : trips.stream().filter(each -> !each.exact()).limit(most).toList()) {
      Exhibit exhibit = new Exhibit(suspects(trip));
      player.play(trip.number(), exhibit);
      report.trip(trip, exhibit);
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "<!doctype html><meta charset=utf-8><title>Wrong receipts</title><style>body{font:14px"
              + " sans-serif;max-width:1000px;margin:2em auto}pre{overflow:auto}img{width:320px}"
              + "</style><h1>Wrong receipts</h1>");
      out.write(report.html.toString());
    }
  }

  /** Crossings of the products whose count is wrong. */
  private static List<Crossing> suspects(PlayedTrip trip) {
    Set<ProductId> wrong = wrong(trip);
    return trip.crossings().stream().filter(each -> wrong.contains(each.product())).toList();
  }

  private static Set<ProductId> wrong(PlayedTrip trip) {
    Map<ProductId, Integer> receipt = trip.receipt().orElse(Map.of());
    Set<ProductId> wrong = new TreeSet<>(trip.truth().keySet());
    wrong.addAll(receipt.keySet());
    wrong.removeIf(
        each -> trip.truth().getOrDefault(each, 0).equals(receipt.getOrDefault(each, 0)));
    return wrong;
  }

  /** What was charged although it was not there, most often first. */
  private void confusions(List<PlayedTrip> trips) {
    Map<String, Integer> counts = new HashMap<>();
    for (PlayedTrip trip : trips) {
      for (ProductId product : wrong(trip)) {
        int truth = trip.truth().getOrDefault(product, 0);
        int charged = trip.receipt().orElse(Map.of()).getOrDefault(product, 0);
        counts.merge(
            "%s: %d there, %d charged".formatted(product, truth, charged), 1, Integer::sum);
      }
    }
    line("<h2>What was wrong</h2><ul>");
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(each -> line("<li>%s (%d)</li>", escaped(each.getKey()), each.getValue()));
    line("</ul>");
  }

  private void trip(PlayedTrip trip, Exhibit exhibit) {
    line("<h2>Trip %d</h2>", trip.number());
    if (trip.receipt().isEmpty()) {
      line("<p>It was never paid.</p>");
    }
    for (Crossing crossing : suspects(trip)) {
      line(
          "<h3>%s %s, %.1f g, at %.2f s</h3>",
          crossing.direction(),
          escaped(crossing.product().value()),
          crossing.massGrams(),
          crossing.nanos() / 1e9);
      pictures(exhibit, crossing);
      curve(exhibit, crossing.nanos());
      story(trip, crossing.nanos());
    }
  }

  private void pictures(Exhibit exhibit, Crossing crossing) {
    for (Exhibit.Picture picture : exhibit.pictures()) {
      if (picture.nanos() >= crossing.nanos()
          && picture.nanos() < crossing.restNanos() + MARGIN_NANOS / 2) {
        line(
            "<img alt='camera %d at %.2f s' src='data:image/jpeg;base64,%s'>",
            picture.camera(), picture.nanos() / 1e9, picture.jpegBase64());
      }
    }
  }

  private void curve(Exhibit exhibit, long nanos) {
    List<Exhibit.Weight> near =
        exhibit.weights().stream()
            .filter(each -> Math.abs(each.nanos() - nanos) < MARGIN_NANOS)
            .toList();
    double least = near.stream().mapToDouble(Exhibit.Weight::grams).min().orElse(0);
    double most = near.stream().mapToDouble(Exhibit.Weight::grams).max().orElse(1);
    line("<p>%.0f to %.0f g, six seconds</p><svg width=%d height=%d>", least, most, WIDTH, HEIGHT);
    StringBuilder points = new StringBuilder();
    for (Exhibit.Weight weight : near) {
      double x = (weight.nanos() - nanos + MARGIN_NANOS) / (2.0 * MARGIN_NANOS) * WIDTH;
      double y = HEIGHT - (weight.grams() - least) / Math.max(1, most - least) * HEIGHT;
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    line("<polyline fill=none stroke=#246 points='%s'/></svg>", points);
  }

  private void story(PlayedTrip trip, long nanos) {
    line("<pre>");
    trip.log().story().stream()
        .filter(told -> told.nanos() > nanos - MARGIN_NANOS)
        .filter(told -> told.nanos() < nanos + 8 * MARGIN_NANOS)
        .forEach(told -> line("%8.2f %s", told.nanos() / 1e9, escaped(told.text())));
    line("</pre>");
  }

  @FormatMethod
  private void line(String format, Object... values) {
    html.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
