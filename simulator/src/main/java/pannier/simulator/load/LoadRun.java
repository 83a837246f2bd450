package pannier.simulator.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.UUID;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.provider.SandboxProvider;
import pannier.simulator.load.book.Books;
import pannier.simulator.load.book.Held;
import pannier.simulator.load.fleet.Fleet;
import pannier.simulator.load.peer.HttpsPeer;
import pannier.simulator.load.peer.JsonExchange;
import pannier.simulator.load.peer.Samples;

/**
 * One run: carts from cold, then warm in turns with the peers, then the books. The gate and the
 * echoes are processes of their own on the same cores; all of them get the same carts, bills and
 * datagrams.
 */
public final class LoadRun {

  /** After as many the gate's compilers have fallen silent (100 carts, 2026-11). */
  private static final int WARM_EXCHANGES = 20_000;

  /** Of the measured seconds, at most. */
  private static final double WARM_SHARE = 3;

  private static final double WARM_STRETCH_SECONDS = 2;

  private static final int MOST_SAMPLES = 256;
  private static final int COUNTED_SETTLEMENTS = 64;

  private final LoadPlan plan;
  private final LoadTarget target;
  private final Progress progress;

  /** Told what is going on. */
  @FunctionalInterface
  public interface Progress {
    void at(String work, int done, int of);
  }

  LoadRun(LoadPlan plan, LoadTarget target, Progress progress) {
    this.plan = plan;
    this.target = target;
    this.progress = progress;
  }

  /** Against a gate of its own, in a folder that is removed afterwards. */
  public static LoadRun of(LoadPlan plan, Progress progress) {
    return new LoadRun(plan, LoadTarget.OWN_GATE, progress);
  }

  /** Runs; with peers it takes some five times the planned seconds. */
  public LoadReport run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("pannier-load-");
    try {
      List<Path> configs =
          switch (target) {
            case LoadTarget.Running running -> List.of(running.config());
            case LoadTarget.Own own -> LoadShop.write(folder, own);
          };
      LoadShop shop = LoadShop.read(configs, plan.carts());
      try (Fleet fleet = Fleet.open(shop.carts(), shop.gateKey())) {
        String run = "L" + UUID.randomUUID().toString().substring(0, 13) + "-";
        Carts carts = new Carts(fleet, crowd(fleet, shop, run));
        return run(new Scene(folder, configs, run), shop, carts);
      }
    } finally {
      Folders.delete(folder);
    }
  }

  /**
   * Where it happens.
   *
   * @param run the beginning of each trip's id
   */
  private record Scene(Path folder, List<Path> configs, String run) {}

  private record Carts(Fleet fleet, Crowd crowd) {}

  /**
   * From cold.
   *
   * @param seconds until the last handshake
   * @param processorNanos of carts and server together
   */
  private record Handshakes(double seconds, long processorNanos) {
    static final Handshakes NONE = new Handshakes(0, 0);
  }

  /** How long carts took from cold. */
  private record Cold(Handshakes bare, Handshakes ours, double receiptSeconds) {}

  private LoadReport run(Scene scene, LoadShop shop, Carts carts)
      throws IOException, InterruptedException {
    Handshakes bare = Handshakes.NONE;
    if (plan.peers()) {
      rehearse(scene.folder);
      bare = bareHandshakes(scene.folder, shop, carts);
    }
    try (LoadGates gates = LoadGates.open(target, scene.configs, plan)) {
      Crowd.Deed settle = (cart, until) -> cart.settle(gates.way(cart.number()), until);
      progress.at("carts from cold", 0, plan.carts());
      long began = System.nanoTime();
      long worked = ProcessorTime.nanos(gates.processes());
      Crowd.Stretch storm = storm(carts.crowd, settle);
      Handshakes ours =
          new Handshakes(
              (carts.fleet.traffic().lastHandshakeNanos() - began) * 1e-9,
              ProcessorTime.nanos(gates.processes()) - worked);
      Cold cold = new Cold(bare, ours, storm.seconds());
      progress.at("warming up", 0, 1);
      warmUp(carts.crowd, settle);
      Turns turns = new Turns(carts.crowd, carts.fleet.traffic(), settle, gates.processes());
      Optional<Ratios> ratios = measure(scene.folder, shop, carts, turns, cold, settle);
      gates.end();
      progress.at("comparing the books", 0, 1);
      int refused = carts.crowd.carts().stream().mapToInt(Shopping::refused).sum();
      int answered = carts.crowd.carts().stream().mapToInt(Shopping::answered).sum();
      return new LoadReport(
          plan,
          turns.figures(),
          LoadReport.Cold.of(storm),
          compare(scene, shop, carts.crowd),
          new LoadReport.Answers(answered - refused, refused),
          ratios);
    }
  }

  /** All carts have their first receipts, each after its own hold-off. */
  private Crowd.Stretch storm(Crowd crowd, Crowd.Deed settle) throws InterruptedException {
    double most = target instanceof LoadTarget.Own own ? own.holdOffSeconds() : 0;
    return crowd.once(cart -> (long) (most * 1e9 * cart.random().nextDouble()), settle);
  }

  private Optional<Ratios> measure(
      Path folder, LoadShop shop, Carts carts, Turns turns, Cold cold, Crowd.Deed settle)
      throws IOException, InterruptedException {
    if (!plan.peers()) {
      turns.take(plan.seconds(), Optional.empty(), progress);
      return Optional.empty();
    }
    List<Samples.Exchange> samples =
        carts.crowd.carts().stream()
            .flatMap(cart -> cart.newest().stream())
            .limit(MOST_SAMPLES)
            .toList();
    if (samples.isEmpty()) {
      throw new IOException("no cart has a receipt: there is nothing to compare with");
    }
    List<JsonExchange> json = new ArrayList<>();
    for (Samples.Exchange sample : samples) {
      json.add(JsonExchange.of(sample));
    }
    try (Peers peers = Peers.start(folder, shop, samples)) {
      carts.crowd.once(peers.handshake());
      warmUp(carts.crowd, peers.exchange("signed", samples));
      warmUp(carts.crowd, peers.exchange("mirror", samples));
      warmUp(carts.crowd, peers.settleAsJson(json));
      turns.take(plan.seconds(), Optional.of(new Turns.Echo(peers, samples, json)), progress);
    }
    return Optional.of(
        new Ratios(
            new Ratios.Signed(turns.vsSigned(), turns.processorVsSigned()),
            turns.vsEcho(),
            new Ratios.Cold(
                cold.receiptSeconds / cold.bare.seconds,
                cold.ours.seconds / cold.bare.seconds,
                target instanceof LoadTarget.Own
                    ? OptionalDouble.of(
                        (double) cold.ours.processorNanos / cold.bare.processorNanos)
                    : OptionalDouble.empty()),
            new Ratios.Https(turns.vsHttps(), bytesVsHttps(folder, carts, settle))));
  }

  /**
   * The JVMs compile what they run often, on the same cores, and a gate has more of it; it does so
   * once a start. Each side has as many exchanges for it, or as long.
   */
  private void warmUp(Crowd crowd, Crowd.Deed deed) throws InterruptedException {
    double stretch = Math.min(WARM_STRETCH_SECONDS, plan.seconds());
    int exchanges = 0;
    for (double spent = 0;
        exchanges < WARM_EXCHANGES && spent < WARM_SHARE * plan.seconds();
        spent += stretch) {
      exchanges += crowd.during(stretch, deed).count();
    }
  }

  /**
   * Other carts of this process at another gate, which nobody counts: as the code that all carts
   * share is measured neither with the bare handshakes nor with the gate, both must find it warm.
   */
  private void rehearse(Path folder) throws IOException, InterruptedException {
    progress.at("rehearsal", 0, plan.carts());
    Path place = Files.createDirectory(folder.resolve("rehearsal"));
    List<Path> configs = LoadShop.write(place, LoadTarget.OWN_GATE);
    LoadShop shop = LoadShop.read(configs, plan.carts());
    try (LoadGates gates = LoadGates.open(LoadTarget.OWN_GATE, configs, plan);
        Fleet fleet = Fleet.open(shop.carts(), shop.gateKey())) {
      crowd(fleet, shop, "R-").once((cart, until) -> cart.settle(gates.way(cart.number()), until));
    }
  }

  private Crowd crowd(Fleet fleet, LoadShop shop, String run) {
    SplittableRandom random = new SplittableRandom(plan.seed());
    Bills bills = new Bills(shop, LocalDate.now(ZoneOffset.UTC), run);
    List<Shopping> carts = new ArrayList<>();
    for (int number = 0; number < plan.carts(); number++) {
      carts.add(new Shopping(fleet.carts().get(number), number, bills, random.split()));
    }
    return new Crowd(carts);
  }

  /** The carts shake hands with a fresh echo. */
  private Handshakes bareHandshakes(Path folder, LoadShop shop, Carts carts)
      throws IOException, InterruptedException {
    progress.at("bare handshakes", 0, plan.carts());
    try (Peers bare = Peers.start(folder, shop, List.of())) {
      long began = System.nanoTime();
      long worked = ProcessorTime.nanos(List.of(bare.process()));
      carts.crowd.once(bare.handshake());
      return new Handshakes(
          (carts.fleet.traffic().lastHandshakeNanos() - began) * 1e-9,
          ProcessorTime.nanos(List.of(bare.process())) - worked);
    }
  }

  /** One cart in its warm session, and the very same settlements over HTTPS. */
  private static double bytesVsHttps(Path folder, Carts carts, Crowd.Deed settle)
      throws IOException, InterruptedException {
    Shopping cart = carts.crowd.carts().getFirst();
    List<Samples.Exchange> exchanges = new ArrayList<>();
    cart.newest().ifPresent(exchanges::add);
    long before = carts.fleet.traffic().bytes();
    for (int i = 0; i < COUNTED_SETTLEMENTS; i++) {
      settle.run(cart, Long.MAX_VALUE);
      cart.newest().ifPresent(exchanges::add);
    }
    double ours = (double) (carts.fleet.traffic().bytes() - before) / COUNTED_SETTLEMENTS;
    return ours / HttpsPeer.bytesPerSettlement(exchanges, folder);
  }

  private static Books.Faults compare(Scene scene, LoadShop shop, Crowd crowd) throws IOException {
    List<Held> held = crowd.carts().stream().flatMap(cart -> cart.held().stream()).toList();
    try (LedgerReport ledger = shop.config().ledger().report();
        SandboxProvider provider = SandboxProvider.open(shop.config().shelf())) {
      return Books.read(ledger, provider, shop.openings(), scene.run).compare(held);
    }
  }
}
