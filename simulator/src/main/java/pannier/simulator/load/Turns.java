package pannier.simulator.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.simulator.load.fleet.Traffic;
import pannier.simulator.load.peer.JsonExchange;
import pannier.simulator.load.peer.Samples;

/**
 * The gate and its echoes in turns of a few seconds each, so that whatever else the machine does
 * falls on all of them.
 */
final class Turns {
  private static final int ROUNDS = 4;
  private static final double PEER_SHARE = 0.5;

  private final Crowd crowd;
  private final Traffic traffic;
  private final Crowd.Deed settle;
  private final List<Crowd.Stretch> stretches = new ArrayList<>();
  private final List<Double> vsSigned = new ArrayList<>();
  private final List<Double> vsEcho = new ArrayList<>();
  private final List<Double> vsHttps = new ArrayList<>();
  private long bytes;
  private int exchanges;

  Turns(Crowd crowd, Traffic traffic, Crowd.Deed settle) {
    this.crowd = crowd;
    this.traffic = traffic;
    this.settle = settle;
  }

  /** An echo with what it repeats. */
  record Echo(Peers peers, List<Samples.Exchange> samples, List<JsonExchange> json) {}

  /** Takes turns until the gate had {@code seconds} in all. */
  void take(double seconds, Optional<Echo> echo, LoadRun.Progress progress)
      throws InterruptedException {
    double turn = seconds / ROUNDS;
    for (int round = 0; round < ROUNDS; round++) {
      progress.at("round", round, ROUNDS);
      double ours = settle(turn);
      if (echo.isPresent()) {
        vsSigned.add(ours / echo(echo.get(), "signed", turn));
        vsEcho.add(ours / echo(echo.get(), "mirror", turn));
        Crowd.Deed json = echo.get().peers.settleAsJson(echo.get().json);
        vsHttps.add(ours / crowd.during(turn * PEER_SHARE, json).perSecond());
      }
    }
    progress.at("round", ROUNDS, ROUNDS);
  }

  private double settle(double seconds) throws InterruptedException {
    long before = traffic.bytes();
    int heldBefore = held();
    Crowd.Stretch stretch = crowd.during(seconds, settle);
    stretches.add(stretch);
    bytes += traffic.bytes() - before;
    exchanges += held() - heldBefore;
    return stretch.perSecond();
  }

  private int held() {
    return crowd.carts().stream().mapToInt(Shopping::answered).sum();
  }

  private double echo(Echo echo, String resource, double turn) throws InterruptedException {
    return crowd.during(turn * PEER_SHARE, echo.peers.exchange(resource, echo.samples)).perSecond();
  }

  Ratio vsSigned() {
    return Ratio.of(vsSigned);
  }

  Ratio vsEcho() {
    return Ratio.of(vsEcho);
  }

  Ratio vsHttps() {
    return Ratio.of(vsHttps);
  }

  LoadReport.Figures figures() {
    List<Long> latencies = stretches.stream().flatMap(it -> it.latenciesNanos().stream()).toList();
    double seconds = stretches.stream().mapToDouble(Crowd.Stretch::seconds).sum();
    Crowd.Stretch all = new Crowd.Stretch(seconds, latencies);
    return new LoadReport.Figures(
        seconds,
        all.count(),
        all.millis(0.5),
        all.millis(0.99),
        exchanges == 0 ? 0 : (double) bytes / exchanges,
        traffic.handshakes());
  }
}
