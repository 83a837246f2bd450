package pannier.simulator.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How long a decision takes. */
final class DecisionSection implements Section {
  private static final double LIMIT_MILLIS = 5;
  private static final double TICK_MILLIS = 20;
  private static final double LINEAR = 10;

  @Override
  public List<String> names() {
    return List.of("decision_100", "decision_1k", "decision_10k", "decision_growth", "crowd_10k");
  }

  @Override
  public List<Row> measure(Pace pace) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (String size : List.of("100", "1k", "10k")) {
      Times times = pace.run(ContestName.DECISION, size.replace("k", "000"));
      rows.add(row("decision_" + size, times));
      if (size.equals("10k")) {
        rows.add(crowd(times));
      }
    }
    rows.add(growth(rows.get(1).ratio(), rows.get(2).ratio()));
    return rows;
  }

  /** How many times as long with ten times the products; they are measured one after the other. */
  private static Row growth(Spread tenth, Spread whole) {
    Spread times =
        new Spread(
            whole.median() / tenth.median(),
            whole.low() / tenth.high(),
            whole.high() / tenth.low());
    return Row.of(
        "decision_growth",
        times,
        "decision_1k: ten times where it grows as the catalogue does",
        LINEAR);
  }

  /** Six things that go in within as many seconds, all still pending: six decisions in one tick. */
  private static Row crowd(Times times) {
    String name =
        times.contenders().stream().filter(DecisionSection::isCrowd).findFirst().orElseThrow();
    Spread millis = Spread.of(times.rounds(), round -> times.micros(name, round) / 1e3);
    return Row.of("crowd_10k", millis, "a tick of 20 ms, for six decisions at once", TICK_MILLIS);
  }

  private static boolean isCrowd(String contender) {
    return contender.startsWith("crowd");
  }

  /** Its ratio is the slowest of all kinds of decision and baskets. */
  private static Row row(String name, Times times) {
    String slowest =
        times.contenders().stream()
            .filter(each -> !isCrowd(each))
            .max(Comparator.comparingDouble(each -> times.micros(each).median()))
            .orElseThrow();
    Map<String, Double> all =
        times.contenders().stream()
            .collect(
                Collectors.toMap(
                    each -> each, each -> Math.rint(times.micros(each).median()) / 1e3));
    Spread millis = Spread.of(times.rounds(), round -> times.micros(slowest, round) / 1e3);
    return Row.of(
            name,
            millis,
            "a limit of 5 ms, slowest of three kinds of decision and three baskets",
            LIMIT_MILLIS)
        .with("slowest", slowest)
        .with("ms_by_kind_and_lines", new java.util.TreeMap<>(all));
  }
}
