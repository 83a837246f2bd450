package pannier.simulator.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pannier.domain.basket.BasketLine;
import pannier.domain.evidence.Direction;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Effect;
import pannier.domain.trip.Trip;
import pannier.domain.trip.TripState;
import pannier.domain.weighing.Weighing;
import pannier.simulator.scenario.Scenario.Shown;

/** What came of a scenario, as one compact line. */
final class Report {
  private final List<Shown> shown;
  private final List<Decision> decisions = new ArrayList<>();
  private final List<String> staff = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final List<String> weighed = new ArrayList<>();

  Report(List<Shown> shown) {
    this.shown = List.copyOf(shown);
  }

  void add(CartCore.Step step) {
    decisions.addAll(step.decisions());
    step.weighings().stream().map(Report::net).forEach(weighed::add);
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.TellStaff tell) {
        staff.add(tell.reason());
      } else if (effect instanceof Effect.Say say) {
        said.add(say.notice().text());
      }
    }
  }

  String line(CartState state, Optional<String> gates) {
    List<String> parts = new ArrayList<>();
    parts.add(decisions.stream().map(Report::say).collect(Collectors.joining("; ")));
    parts.add(goods(state));
    parts.add(name(state.trip()));
    for (Shown each : shown) {
      String words = String.join("; ", words(each, state));
      parts.add(each.name().toLowerCase(Locale.ROOT) + ": " + words);
    }
    gates.ifPresent(parts::add);
    return String.join(" | ", parts).strip().replaceAll(" +", " ");
  }

  private static String net(Weighing weighing) {
    return "%s %.0f".formatted(weighing.product(), weighing.result().netGrams());
  }

  private static String goods(CartState state) {
    Stream<String> inside =
        state.basket().lines().stream()
            .sorted(Comparator.comparing(BasketLine::product))
            .map(line -> line.product() + " " + line.pieces());
    Stream<String> below =
        state.trip() instanceof TripState.Running running
            ? running.trip().accord().below().stream()
                .map(it -> it.product() + " " + it.pieces() + " below")
            : Stream.of();
    return Stream.concat(inside, below).collect(Collectors.joining(", "));
  }

  private List<String> words(Shown what, CartState state) {
    return switch (what) {
      case STAFF -> staff;
      case SAID -> said;
      case WEIGHED -> weighed;
      case FLAGS -> flags(state.trip());
      case NOTE ->
          state.trip() instanceof TripState.Idle idle ? List.of(idle.ending().text()) : List.of();
    };
  }

  private static List<String> flags(TripState state) {
    return state.onTrip().map(Trip::flags).orElse(List.of());
  }

  private static String name(TripState state) {
    return switch (state) {
      case TripState.Idle _ -> "idle";
      case TripState.Shopping _ -> "shopping";
      case TripState.Asking _ -> "asking";
      case TripState.NeedsStaff _ -> "staff";
      case TripState.Reviewing _ -> "reviewing";
      case TripState.Settling _ -> "settling";
      case TripState.Settled _ -> "settled";
      case TripState.Declined _ -> "declined";
    };
  }

  private static String say(Decision decision) {
    return switch (decision) {
      case Decision.Added a -> "added %s %d".formatted(a.product(), a.pieces());
      case Decision.Removed r -> "removed %s %d".formatted(r.product(), r.pieces());
      case Decision.Asked a ->
          "asked %s %d %s"
              .formatted(
                  a.change().direction() == Direction.IN ? "in" : "out",
                  a.change().pieces(),
                  a.candidates().stream()
                      .map(candidate -> candidate.product().value())
                      .sorted()
                      .collect(Collectors.joining("/")));
      case Decision.Held h -> "held %+d".formatted(Math.round(h.mass().grams() / 10) * 10);
      case Decision.Resolved r -> "resolved " + r.resolved();
    };
  }
}
