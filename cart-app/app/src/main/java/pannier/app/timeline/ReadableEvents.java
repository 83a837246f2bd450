package pannier.app.timeline;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import pannier.domain.basket.Basket;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Episode;
import pannier.domain.evidence.SensorEvent;
import pannier.domain.evidence.Sighting;
import pannier.domain.money.Money;
import pannier.domain.reconcile.Decision;
import pannier.domain.weighing.Weighing;

/** What happens, one line each, for a person at a terminal. */
public final class ReadableEvents implements TripEvents {
  private static final int NAMED = 3;
  private static final double LEAST_SHOWN = 0.005;

  private final PrintStream out;
  private final boolean withSightings;

  public ReadableEvents(PrintStream out, boolean withSightings) {
    this.out = out;
    this.withSightings = withSightings;
  }

  @Override
  public void episode(Episode episode) {
    if (withSightings) {
      episode.sightings().forEach(this::sighting);
    }
  }

  private void sighting(Sighting seen) {
    print(
        seen.timestampNanos(),
        "seen " + word(seen.direction()),
        "%d × %s, unknown %.0f %%"
            .formatted(seen.pieces(), named(seen.candidates()), 100 * seen.unknown()));
  }

  @Override
  public void decision(Decision decision) {
    switch (decision) {
      case Decision.Added added ->
          booked(
              added, "added", added.product() + " × " + added.pieces(), added.why().probability());
      case Decision.Removed removed ->
          booked(
              removed,
              "removed",
              removed.product() + " × " + removed.pieces(),
              removed.why().probability());
      case Decision.Asked asked ->
          print(
              asked.timestampNanos(),
              "asked",
              "question %d, %s: which one? %s"
                  .formatted(
                      asked.number(), word(asked.change().direction()), named(asked.candidates())));
      case Decision.Held held ->
          print(
              held.timestampNanos(),
              "held",
              "hold %d, %+.0f g: %s"
                  .formatted(
                      held.number(), held.mass().grams(), String.join("; ", held.why().reasons())));
      case Decision.Resolved resolved ->
          print(resolved.timestampNanos(), "resolved", String.join("; ", resolved.why().reasons()));
    }
  }

  private void booked(Decision decision, String what, String item, double probability) {
    print(
        decision.timestampNanos(),
        what,
        "%-40s %5.1f %%  %s"
            .formatted(item, 100 * probability, String.join("; ", decision.why().reasons())));
  }

  @Override
  public void sensor(SensorEvent event) {
    String what = event.trusted() ? "trusted" : "untrusted";
    print(event.timestampNanos(), what, event.sensor() + ": " + event.reason());
  }

  @Override
  public void weighing(Weighing weighing) {
    Weighing.Result result = weighing.result();
    Weighing.Stability stood = weighing.stability();
    print(
        weighing.timestampNanos(),
        "weighed",
        "weighing %d, %s: net %.0f g, tare %.0f g, gross %.1f g; stood %d ms by %s%s"
            .formatted(
                weighing.number(),
                weighing.product(),
                result.netGrams(),
                result.tareGrams(),
                result.grossGrams(),
                stood.stillMillis(),
                stood.bySensor() ? "motion sensor" : "cells",
                weighing.seal().isEmpty() ? "" : "; " + weighing.seal()));
  }

  @Override
  public void basket(Basket basket, int unresolved, Money total) {
    out.println();
    basket.lines().forEach(line -> out.printf("%4d × %s%n", line.pieces(), line.product()));
    out.printf("total %s%s%n", total, unresolved == 0 ? "" : ", " + unresolved + " unresolved");
  }

  @Override
  public void trip(int number) {
    out.printf("%ntrip %d%n", number);
  }

  @Override
  public void changed(int number, Optional<Decision> then, Optional<Decision> now) {
    out.printf("decision %d would be made differently today%n", number);
    out.println("  then:");
    then.ifPresentOrElse(this::decision, () -> out.println("  none"));
    out.println("  today:");
    now.ifPresentOrElse(this::decision, () -> out.println("  none"));
  }

  @Override
  public void compared(int decisions, int different) {
    out.printf("%d decisions, today's code would make %d differently%n", decisions, different);
  }

  private static String named(List<Candidate> candidates) {
    return candidates.stream()
        .filter(c -> c.probability() >= LEAST_SHOWN)
        .limit(NAMED)
        .map(c -> "%s %.0f %%".formatted(c.product(), 100 * c.probability()))
        .collect(Collectors.joining(", "));
  }

  private static String word(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  private void print(long nanos, String what, String text) {
    double seconds = nanos / 1e9;
    out.printf(Locale.ROOT, "%02d:%05.2f  %-9s %s%n", (int) seconds / 60, seconds % 60, what, text);
  }
}
