package pannier.simulator.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.simulator.load.fleet.Traffic;
import pannier.simulator.load.peer.JsonExchange;
import pannier.simulator.load.peer.Samples;
import pannier.simulator.process.ChildProcess;

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
  private final List<Double> processorVsSigned = new ArrayList<>();
  private final List<ChildProcess> gates;
  private long bytes;
  private int exchanges;

  /**
   * @param gates whose processor time is the gate's; none where somebody else started it
   */
  Turns(Crowd crowd, Traffic traffic, Crowd.Deed settle, List<ChildProcess> gates) {
    this.crowd = crowd;
    this.traffic = traffic;
    this.settle = settle;
    this.gates = List.copyOf(gates);
  }

  /**
   * What was done in a turn.
   *
   * @param nanosEach of processors, of carts and server together
   */
  private record Pace(Crowd.Stretch stretch, double nanosEach) {
    double perSecond() {
      return stretch.perSecond();
    }
  }

  /** An echo with what it repeats. */
  record Echo(Peers peers, List<Samples.Exchange> samples, List<JsonExchange> json) {}

  /** Takes turns until the gate had {@code seconds} in all. */
  void take(double seconds, Optional<Echo> echo, LoadRun.Progress progress)
      throws InterruptedException {
    double turn = seconds / ROUNDS;
    for (int round = 0; round < ROUNDS; round++) {
      progress.at("round", round, ROUNDS);
      Pace ours = settle(turn);
      if (echo.isPresent()) {
        Pace signed = echo(echo.get(), "signed", turn);
        vsSigned.add(ours.perSecond() / signed.perSecond());
        if (!gates.isEmpty()) {
          processorVsSigned.add(signed.nanosEach / ours.nanosEach);
        }
        vsEcho.add(ours.perSecond() / echo(echo.get(), "mirror", turn).perSecond());
        Crowd.Deed json = echo.get().peers.settleAsJson(echo.get().json);
        vsHttps.add(ours.perSecond() / crowd.during(turn * PEER_SHARE, json).perSecond());
      }
    }
    progress.at("round", ROUNDS, ROUNDS);
  }

  private Pace settle(double seconds) throws InterruptedException {
    long before = traffic.bytes();
    int heldBefore = held();
    Pace pace = pace(gates, seconds, settle);
    stretches.add(pace.stretch);
    bytes += traffic.bytes() - before;
    exchanges += held() - heldBefore;
    return pace;
  }

  private Pace pace(List<ChildProcess> servers, double seconds, Crowd.Deed deed)
      throws InterruptedException {
    long before = ProcessorTime.nanos(servers);
    Crowd.Stretch stretch = crowd.during(seconds, deed);
    double nanos = ProcessorTime.nanos(servers) - before;
    return new Pace(stretch, nanos / stretch.count());
  }

  private int held() {
    return crowd.carts().stream().mapToInt(Shopping::answered).sum();
  }

  private Pace echo(Echo echo, String resource, double turn) throws InterruptedException {
    return pace(
        List.of(echo.peers.process()),
        turn * PEER_SHARE,
        echo.peers.exchange(resource, echo.samples));
  }

  Ratio vsSigned() {
    return Ratio.of(vsSigned);
  }

  /** Empty where the gate is somebody else's process. */
  Optional<Ratio> processorVsSigned() {
    return processorVsSigned.isEmpty()
        ? Optional.empty()
        : Optional.of(Ratio.of(processorVsSigned));
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
