package pannier.simulator.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Episode;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.WeightStep;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Input;
import pannier.simulator.evaluate.PlayedTrip.Told;
import pannier.simulator.world.Crossing;

/**
 * Collects what happened on a trip, line by line, for people who look for the cause of a mistake.
 */
final class Story {
  private static final int NAMED = 3;

  private final List<Told> lines = new ArrayList<>();

  void step(long nanos, CartCore.Step step, List<Input> inputs) {
    step.sensors()
        .forEach(
            event ->
                tell(
                    nanos,
                    "%s %s: %s"
                        .formatted(
                            event.trusted() ? "trusted again" : "untrusted",
                            event.sensor(),
                            event.reason())));
    step.episodes().forEach(this::episode);
    step.decisions().forEach(decision -> tell(nanos, "  " + say(decision)));
    inputs.forEach(input -> tell(nanos, "shopper: " + input));
  }

  private void episode(Episode episode) {
    for (Sighting seen : episode.sightings()) {
      tell(
          seen.timestampNanos(),
          "  episode %d: camera %d saw %s, %d x %s, unknown %.2f"
              .formatted(
                  episode.number(),
                  seen.camera(),
                  lower(seen.direction()),
                  seen.pieces(),
                  named(seen.candidates()),
                  seen.unknown()));
    }
    for (WeightStep step : episode.steps()) {
      tell(
          step.settledNanos(),
          "  episode %d: the scale says %+.1f g, deviation %.1f, since %.2f s"
              .formatted(
                  episode.number(),
                  step.change().mean().grams(),
                  step.change().standardDeviationGrams(),
                  step.startNanos() / 1e9));
    }
  }

  private static String say(Decision decision) {
    String reasons = String.join("; ", decision.why().reasons());
    double probability = decision.why().probability();
    return switch (decision) {
      case Decision.Added added ->
          "ADDED %d x %s, %.3f, %s"
              .formatted(added.pieces(), added.product(), probability, reasons);
      case Decision.Removed removed ->
          "REMOVED %d x %s, %.3f, %s"
              .formatted(removed.pieces(), removed.product(), probability, reasons);
      case Decision.Asked asked ->
          "ASKED %d: %s %d piece(s), %+.1f g: %s; %s"
              .formatted(
                  asked.number(),
                  lower(asked.change().direction()),
                  asked.change().pieces(),
                  asked.change().mass().grams(),
                  named(asked.candidates()),
                  reasons);
      case Decision.Held held ->
          "HELD %d: %+.1f g: %s".formatted(held.number(), held.mass().grams(), reasons);
      case Decision.Resolved resolved -> "RESOLVED %d: %s".formatted(resolved.resolved(), reasons);
    };
  }

  private static String named(List<Candidate> candidates) {
    return candidates.stream()
        .limit(NAMED)
        .map(each -> "%s %.2f".formatted(each.product(), each.probability()))
        .collect(Collectors.joining(", "));
  }

  private void tell(long nanos, String text) {
    lines.add(new Told(nanos, text));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** All lines in the order of time, the truth among them. */
  List<Told> lines(List<Crossing> truth) {
    List<Told> all = new ArrayList<>(lines);
    for (Crossing crossing : truth) {
      all.add(
          new Told(
              crossing.nanos(),
              "TRUTH %s %s, %.1f g, at rest %.2f s"
                  .formatted(
                      lower(crossing.direction()),
                      crossing.product(),
                      crossing.massGrams(),
                      crossing.restNanos() / 1e9)));
    }
    all.sort(Comparator.comparingLong(Told::nanos));
    return all;
  }
}
