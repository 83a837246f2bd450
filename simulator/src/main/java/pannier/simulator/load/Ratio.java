package pannier.simulator.load;

import java.util.List;

/**
 * A figure of ours against a peer's, measured in turns in one run.
 *
 * @param median over the rounds
 * @param low the lowest round's
 * @param high the highest round's
 */
public record Ratio(double median, double low, double high) {
  static Ratio of(List<Double> rounds) {
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Ratio(median, sorted.getFirst(), sorted.getLast());
  }
}
