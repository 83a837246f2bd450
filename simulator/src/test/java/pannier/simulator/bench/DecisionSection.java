package pannier.simulator.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How long a decision takes. */
final class DecisionSection implements Section {
  private static final double LIMIT_MILLIS = 5;

  @Override
  public List<String> names() {
    return List.of("decision_100", "decision_1k", "decision_10k");
  }

  @Override
  public List<Row> measure(Pace pace) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (String name : names()) {
      String products = name.substring("decision_".length()).replace("k", "000");
      rows.add(row(name, pace.run(ContestName.DECISION, products)));
    }
    return rows;
  }

  /** Its ratio is the slowest of all kinds of decision and baskets. */
  private static Row row(String name, Times times) {
    String slowest =
        times.contenders().stream()
            .max(Comparator.comparingDouble(each -> times.micros(each).median()))
            .orElseThrow();
    Map<String, Double> all =
        times.contenders().stream()
            .collect(
                Collectors.toMap(
                    each -> each, each -> Math.rint(times.micros(each).median()) / 1e3));
    Spread millis = Spread.of(times.rounds(), round -> times.micros(slowest, round) / 1e3);
    return Row.of(name, millis, "a limit of 5 ms, slowest kind of decision", LIMIT_MILLIS)
        .with("slowest", slowest)
        .with("ms_by_kind_and_lines", new java.util.TreeMap<>(all));
  }
}
