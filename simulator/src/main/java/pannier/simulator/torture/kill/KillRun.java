package pannier.simulator.torture.kill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.provider.SandboxProvider;
import pannier.simulator.load.book.Books;
import pannier.simulator.load.book.Held;
import pannier.simulator.load.fleet.LossyProxy;
import pannier.simulator.load.fleet.Weather;

/**
 * A gate and some carts, each a process of its own, through a bad network: first the gate dies at
 * each of its boundaries, then carts at theirs; then all end in order, and the books are compared.
 */
public final class KillRun {
  private final Path folder;
  private final Plan plan;
  private final Progress progress;

  /**
   * What is to be done.
   *
   * @param carts how many there are
   * @param times how often each boundary kills
   * @param gate boundaries of the gate
   * @param cart boundaries of carts
   * @param database where the ledger is: a file's name, or a server's URL
   */
  public record Plan(
      int carts, int times, List<String> gate, List<String> cart, String database, long seed) {
    public Plan {
      gate = List.copyOf(gate);
      cart = List.copyOf(cart);
    }

    /** Every boundary. */
    public static Plan whole(int carts, int times, String database, long seed) {
      return new Plan(carts, times, Boundaries.GATE, Boundaries.CART, database, seed);
    }

    int deaths() {
      return times * (gate.size() + cart.size());
    }
  }

  /** Told how many deaths were died. */
  @FunctionalInterface
  public interface Progress {
    void at(int died, int of);
  }

  /**
   * What came of it.
   *
   * @param deaths how often a program was killed where
   */
  public record Outcome(
      int paid, int attempts, Books.Faults faults, int openings, Map<String, Integer> deaths) {}

  /**
   * @param folder of all files
   */
  public KillRun(Path folder, Plan plan, Progress progress) {
    this.folder = folder;
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Runs.
   *
   * @throws IOException if a program does not start, or never comes to a boundary
   */
  public Outcome run() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(plan.seed);
    List<String> names = IntStream.range(0, plan.carts).mapToObj(it -> "k" + it).toList();
    KillShop shop = KillShop.write(folder, plan.database, names);
    Toll toll = new Toll(progress, plan.deaths());
    Victims.Gate gate = new Victims.Gate(shop, random.split(), toll);
    List<Victims.Cart> carts = new ArrayList<>();
    List<LossyProxy> ways = new ArrayList<>();
    try (gate) {
      for (String name : names) {
        Victims.Cart cart = new Victims.Cart(folder, name, shop, random.split(), toll);
        carts.add(cart);
        LossyProxy way =
            LossyProxy.open(
                shop.gate(),
                Weather.BAD,
                random.split(),
                toGate -> (toGate ? cart.sight() : gate.sight()).seen());
        ways.add(way);
        cart.way(way.address().getPort());
      }
      gate.live();
      for (Victims.Cart cart : carts) {
        cart.live();
      }
      for (String boundary : plan.gate) {
        for (int time = 0; time < plan.times; time++) {
          gate.die(boundary);
        }
      }
      gate.live();
      killCarts(carts);
      for (Victims.Cart cart : carts) {
        cart.finish();
      }
      gate.end();
    } finally {
      for (Victims.Cart cart : carts) {
        cart.close();
      }
      for (LossyProxy way : ways) {
        way.close();
      }
    }
    return compare(shop, names, toll);
  }

  /** Carts die beside each other: each takes the next death that is due. */
  private void killCarts(List<Victims.Cart> carts) throws IOException, InterruptedException {
    List<List<String>> shares = new ArrayList<>();
    carts.forEach(_ -> shares.add(new ArrayList<>()));
    int next = 0;
    for (String boundary : plan.cart) {
      for (int time = 0; time < plan.times; time++) {
        shares.get(next++ % shares.size()).add(boundary);
      }
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> dying = new ArrayList<>();
      for (int i = 0; i < carts.size(); i++) {
        Victims.Cart cart = carts.get(i);
        List<String> share = shares.get(i);
        dying.add(
            threads.submit(
                () -> {
                  for (String boundary : share) {
                    cart.die(boundary);
                  }
                  cart.live();
                  return true;
                }));
      }
      for (Future<Boolean> one : dying) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private Outcome compare(KillShop shop, List<String> names, Toll toll) throws IOException {
    List<Held> held = new ArrayList<>();
    for (String name : names) {
      for (OutboxRow row : OutboxRow.list(KilledCartMain.outbox(folder, name))) {
        held.add(row.held());
      }
    }
    try (LedgerReport ledger = shop.config().ledger().report();
        SandboxProvider provider = SandboxProvider.open(shop.config().shelf())) {
      Books books = Books.read(ledger, provider, openings(shop), "k");
      int paid = (int) held.stream().filter(it -> it.receipt().isPresent()).count();
      return new Outcome(
          paid, held.size(), books.compare(held), books.openings().size(), toll.deaths());
    }
  }

  private static List<String> openings(KillShop shop) throws IOException {
    return Files.readAllLines(shop.config().barrier().orElseThrow(), StandardCharsets.UTF_8);
  }

  /** The dead. */
  static final class Toll {
    private final Progress progress;
    private final int of;
    private final Map<String, Integer> deaths = new TreeMap<>();
    private int died;

    Toll(Progress progress, int of) {
      this.progress = progress;
      this.of = of;
    }

    synchronized void add(String where) {
      deaths.merge(where, 1, Integer::sum);
      progress.at(++died, of);
    }

    synchronized Map<String, Integer> deaths() {
      return Map.copyOf(deaths);
    }
  }
}
