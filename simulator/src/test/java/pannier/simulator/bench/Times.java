package pannier.simulator.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Microseconds a unit of work, by contender and round. */
final class Times {
  private static final String ANNOUNCED = "contenders.txt";

  private final Map<String, List<Double>> byContender = new LinkedHashMap<>();
  private final int rounds;

  private Times(List<String[]> contenders, List<Double> micros) {
    rounds = micros.size() / contenders.size();
    for (int i = 0; i < rounds * contenders.size(); i++) {
      String[] one = contenders.get(i % contenders.size());
      byContender
          .computeIfAbsent(one[1], any -> new ArrayList<>())
          .add(micros.get(i) / Integer.parseInt(one[0]));
    }
  }

  /** The process that measures tells the one that asked who takes part, by a file. */
  static void announce(Path folder, List<Contender> contenders) throws IOException {
    Files.write(
        folder.resolve(ANNOUNCED),
        contenders.stream().map(each -> each.units() + " " + each.name()).toList());
  }

  /**
   * @param folder where they were announced
   * @param micros a run, one after the other, whole rounds
   */
  static Times of(Path folder, List<Double> micros) throws IOException {
    List<String[]> contenders =
        Files.readAllLines(folder.resolve(ANNOUNCED)).stream()
            .map(line -> line.split(" ", 2))
            .toList();
    return new Times(contenders, micros);
  }

  int rounds() {
    return rounds;
  }

  List<String> contenders() {
    return List.copyOf(byContender.keySet());
  }

  /** In one round. */
  double micros(String contender, int round) {
    List<Double> own = byContender.get(contender);
    if (own == null) {
      throw new IllegalArgumentException("no contender " + contender);
    }
    return own.get(round);
  }

  /** Over all rounds. */
  Spread micros(String contender) {
    return Spread.of(rounds, round -> micros(contender, round));
  }

  /** How many times as long one takes as the other, round by round. */
  Spread ratio(String one, String other) {
    return Spread.of(rounds, round -> micros(one, round) / micros(other, round));
  }
}
