package pannier.simulator.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pannier.simulator.load.book.Books;

/**
 * What a run gave.
 *
 * @param coldSeconds from cold until every cart had its first receipt
 * @param refused attempts that the gate would not take on; none is expected
 * @param ratios there if peers were measured
 */
public record LoadReport(
    LoadPlan plan,
    Figures figures,
    double coldSeconds,
    Books.Faults faults,
    int refused,
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
    node.put("refused", refused);
    node.put("cold_s", rounded(coldSeconds));
    ratios.ifPresent(it -> ratios(node, it));
    return node;
  }

  private static void ratios(ObjectNode node, Ratios ratios) {
    ratio(node, "vs_signed_echo", ratios.signedEcho());
    ratio(node, "vs_echo", ratios.echo());
    node.put("cold_vs_handshakes", rounded(ratios.cold()));
    node.put("cold_handshakes_vs_handshakes", rounded(ratios.coldHandshakes()));
    node.put("bytes_vs_https", rounded(ratios.https()));
  }

  private static void ratio(ObjectNode node, String name, Ratio ratio) {
    node.put(name, rounded(ratio.median()));
    node.putArray(name + "_spread").add(rounded(ratio.low())).add(rounded(ratio.high()));
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
