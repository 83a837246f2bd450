package pannier.simulator.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pannier.simulator.load.book.Books;

/**
 * What a run gave.
 *
 * @param cold all carts from cold to their first receipts
 * @param ratios there if peers were measured
 */
public record LoadReport(
    LoadPlan plan,
    Figures figures,
    Cold cold,
    Books.Faults faults,
    Answers answers,
    Optional<Ratios> ratios) {

  /**
   * Over the measured seconds.
   *
   * @param settlements with a receipt in time
   * @param bytesPerSettlement both ways, of UDP payload
   * @param handshakes of the whole run
   */
  public record Figures(
      double seconds,
      int settlements,
      double p50Millis,
      double p99Millis,
      double bytesPerSettlement,
      long handshakes) {
    public double perSecond() {
      return settlements / seconds;
    }
  }

  /**
   * Of the whole run, from cold to its end.
   *
   * @param refused attempts that the gate would not take on; none is expected
   */
  public record Answers(int paid, int refused) {}

  /**
   * All carts' first receipts.
   *
   * @param seconds until the last cart had its receipt
   * @param p50Millis from the moment in which a cart begins, as the next
   */
  public record Cold(double seconds, double p50Millis, double p99Millis) {
    static Cold of(Crowd.Stretch storm) {
      return new Cold(storm.seconds(), storm.millis(0.5), storm.millis(0.99));
    }
  }

  /** The line that the contract shows, with more at its end. */
  ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("carts", plan.carts());
    node.put("seconds", rounded(figures.seconds()));
    node.put("settlements", figures.settlements());
    node.put("per_second", rounded(figures.perSecond()));
    node.put("p50_ms", rounded(figures.p50Millis()));
    node.put("p99_ms", rounded(figures.p99Millis()));
    node.put("bytes_per_settlement", Math.round(figures.bytesPerSettlement()));
    node.put("handshakes", figures.handshakes());
    node.put("lost", faults.lost());
    node.put("charged_twice", faults.chargedTwice());
    node.put("opened_without_record", faults.openedWithoutRecord());
    node.put("refused", answers.refused());
    node.put("cold_s", rounded(cold.seconds()));
    node.put("cold_p50_ms", rounded(cold.p50Millis()));
    node.put("cold_p99_ms", rounded(cold.p99Millis()));
    ratios.ifPresent(it -> ratios(node, it));
    return node;
  }

  private static void ratios(ObjectNode node, Ratios ratios) {
    ratio(node, "vs_signed_echo", ratios.signedEcho().settlements());
    ratios.signedEcho().processor().ifPresent(it -> ratio(node, "processor_vs_signed_echo", it));
    ratio(node, "vs_echo", ratios.echo());
    ratio(node, "vs_https", ratios.https().settlements());
    node.put("cold_vs_handshakes", rounded(ratios.cold().receipts()));
    node.put("cold_handshakes_vs_handshakes", rounded(ratios.cold().handshakes()));
    ratios
        .cold()
        .processor()
        .ifPresent(it -> node.put("cold_processor_vs_handshakes", rounded(it)));
    node.put("bytes_vs_https", rounded(ratios.https().bytes()));
  }

  private static void ratio(ObjectNode node, String name, Ratio ratio) {
    node.put(name, rounded(ratio.median()));
    node.putArray(name + "_spread").add(rounded(ratio.low())).add(rounded(ratio.high()));
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
