package pannier.simulator.bench;

import java.util.List;
import pannier.simulator.load.LoadPlan;
import pannier.simulator.load.LoadReport;
import pannier.simulator.load.LoadRun;
import pannier.simulator.load.Ratio;
import pannier.simulator.load.Ratios;

/** The gate beside bare servers that carry the same bytes. */
final class LoadSection implements Section {
  private static final int CARTS = 100;
  private static final double SHARE_OF_ECHO = 0.6;
  private static final double SECONDS_A_ROUND = 1.5;

  @Override
  public List<String> names() {
    return List.of(
        "settlement_vs_echo",
        "settlement_vs_bare_echo",
        "settlement_vs_https",
        "cold_storm_vs_handshakes",
        "bytes_vs_https");
  }

  @Override
  public List<Row> measure(Pace pace) throws Exception {
    LoadPlan plan = new LoadPlan(CARTS, pace.rounds() * SECONDS_A_ROUND, 0, 1, true);
    LoadReport report = LoadRun.of(plan, (work, done, of) -> {}).run();
    Ratios ratios =
        report.ratios().orElseThrow(() -> new BenchException("no peers were measured", null));
    Row settlement =
        Row.of(
                "settlement_vs_echo",
                spread(ratios.signedEcho().settlements()),
                "a bare Californium DTLS echo of the same bytes with the same signature check and"
                    + " one group-committed durable insert",
                SHARE_OF_ECHO)
            .higherIsBetter()
            .with("carts", (Object) CARTS)
            .with("processor_ratio", ratios.signedEcho().processor().orElseThrow().median())
            .with("per_second", report.figures().perSecond())
            .with("p99_ms", report.figures().p99Millis());
    Row bare =
        Row.of(
                "settlement_vs_bare_echo",
                spread(ratios.echo()),
                "a bare Californium DTLS echo of the same bytes",
                null)
            .higherIsBetter();
    Row https =
        Row.of(
                "settlement_vs_https",
                spread(ratios.https().settlements()),
                "the same as JSON over HTTPS with Jetty, the same signature check and insert",
                null)
            .higherIsBetter();
    Row cold =
        Row.of(
                "cold_storm_vs_handshakes",
                single(ratios.cold().receipts()),
                "the same carts' handshakes alone with a bare server",
                null)
            .with("cold_s", report.cold().seconds())
            .with("processor_ratio", ratios.cold().processor().orElseThrow());
    Row bytes =
        Row.of(
                "bytes_vs_https",
                single(ratios.https().bytes()),
                "the same settlements as JSON over HTTPS",
                null)
            .with("bytes", report.figures().bytesPerSettlement());
    return List.of(settlement, bare, https, cold, bytes);
  }

  private static Spread spread(Ratio ratio) {
    return new Spread(ratio.median(), ratio.low(), ratio.high());
  }

  private static Spread single(double value) {
    return new Spread(value, value, value);
  }
}
